import Dates
import Ledger
import Metrics
import Testing

@testable import Rollout

@Suite("The digest of the inputs")
struct DigestTests {
    private static let changes: [(name: String, change: @Sendable (inout GateInput) -> Void)] = [
        ("session", { $0.session = GateDesk.sessions[38] }),
        ("sessions", { $0.sessions.remove(at: 3) }),
        ("a session to come", { $0.sessions.remove(at: 45) }),
        ("a result", { $0.replaceMultibook { $0 == 7 ? GateDesk.multibook($0, dollars: 1) : $1 } }),
        (
            "a capital at risk",
            { $0.replaceMultibook { $0 == 7 ? GateDesk.multibook($0, dollars: $1.pnl, atRisk: 1) : $1 } }
        ),
        ("an allotment", { $0.replaceMultibook { $0 == 7 ? GateDesk.multibook($0, .shadow, dollars: $1.pnl) : $1 } }),
        ("LEGACY", { $0.replaceLegacy { $0.day == GateDesk.sessions[7] ? nil : $0 } }),
        (
            "a key figure",
            {
                $0.figures = GateFigures(
                    multibook: $0.figures.multibook, legacy: $0.figures.pairs.map(\.legacy), missedKPIs: ["a"])
            }
        ),
        ("no loss", { $0.afterLoss = nil }),
        ("a delta", { $0.replaceRisk(7, by: GateDesk.risk(7, delta: 0)) }),
        ("a theta", { $0.replaceRisk(7, by: GateDesk.risk(7, theta: 0)) }),
        ("a day at risk", { $0.replaceRisk(7, by: GateDesk.risk(7, dayAtRisk: 0)) }),
        ("an open risk", { $0.replaceRisk(7, by: GateDesk.risk(7, openRisk: nil)) }),
        ("a stop rule", { $0.trades = [GateDesk.opening(1, on: 37, stop: nil)] }),
        ("an exit", { $0.trades = [GateDesk.opening(1, on: 37, until: 38)] }),
        ("an event", { $0.trades = [GateDesk.opening(1, on: 37, near: .unknown("x"))] }),
        ("a share traded", { $0.traded[7] = TradedShare(day: $0.traded[7].day, share: 0.33) }),
        ("obedience", { $0.obeysGate = false }),
        ("the last session recorded", { $0.health.lastRecorded = nil }),
        ("the reconciliation", { $0.health.reconciliation = Money(cents: 1) }),
        ("failed cells", { $0.health.failedCells = ["a"] }),
        ("failed cells that are not known", { $0.health.failedCells = nil }),
        ("the archive", { $0.health.isArchiveWhole = false }),
        ("the kill switch's file", { $0.killSwitch.hasFile = true }),
        (
            "the kill switch",
            {
                $0.killSwitch.last = KillSwitchEvent(
                    time: GateDesk.time(1, hour: 1), isEngaged: false, person: "A", reason: "r")
            }
        ),
        ("an approval", { $0.approvals[0] = GateDesk.approval("two-year-backtest", on: 0, .testing) }),
        ("a word", { $0.signOffs = [GateDesk.word("guard-review", on: 0, isGiven: false)] }),
        ("an open point", { $0.openPoints = ["a"] }),
        ("a record", { $0.records[7] = GateDesk.record(7, .hold, .half, .half) }),
        (
            "the checks of the newest record",
            { input in
                let last = input.records[38]
                input.records[38] = GateRecord(
                    day: last.day, decidedAt: last.decidedAt, shareBefore: last.shareBefore,
                    shareAfter: last.shareAfter,
                    decision: last.decision, rule: last.rule, grade: last.grade, reasons: last.reasons, evidence: "[]",
                    inputsDigest: last.inputsDigest, ruleVersion: last.ruleVersion)
            }
        ),
        ("an override", { $0.overrides = [GateDesk.override(1, of: 3, recorded: 4, to: .half, until: 5)] }),
        ("the gate's settings", { $0.settings.margin = 0.02 }),
        ("a limit", { $0.limits.delta = 0.31 }),
        ("the year", { $0.year = Annualization(sessionsPerYear: 250) }),
        ("the fewest returns", { $0.minimumReturns = 21 }),
        ("the rules' version", { $0.ruleVersion = "x" }),
    ]

    @Test("The same inputs have the same digest, and it is the one that they had before")
    func same() {
        let digest = GateDesk.input(at: .quarter).digest
        #expect(digest == GateDesk.input(at: .quarter).digest)
        #expect(digest.count == 64)
    }

    @Test("Every input moves it, and each in its own way")
    func moves() {
        var seen = ["nothing": GateDesk.input(at: .quarter).digest]
        for (name, change) in Self.changes {
            var input = GateDesk.input(at: .quarter)
            change(&input)
            seen[name] = input.digest
        }
        #expect(Set(seen.values).count == seen.count)
        #expect(seen.count == Self.changes.count + 1)
    }

    @Test("No text can pass for two: marks within it are written apart")
    func quoting() {
        var input = GateDesk.input(at: .quarter)
        input.health.failedCells = ["a\" \"b", "line\nend", "back\\slash"]
        #expect(input.canonicalText.contains(#"["a\" \"b" "line\nend" "back\\slash"]"#))
    }
}

@Suite("The version of the rules")
struct RuleVersionTests {
    @Test("It names rules, settings and program, and moves with each")
    func text() {
        let version = RuleVersion.text(gate: GateSettings(), strategy: "limits.maximumDelta=0.3", program: "0.1.0")
        #expect(version.hasPrefix("gate 1, settings ") && version.hasSuffix(", program 0.1.0"))
        #expect(version.count == "gate 1, settings 123456789012, program 0.1.0".count)
        var other = GateSettings()
        other.margin = 0.02
        let all = [
            version, RuleVersion.text(gate: other, strategy: "limits.maximumDelta=0.3", program: "0.1.0"),
            RuleVersion.text(gate: GateSettings(), strategy: "limits.maximumDelta=0.4", program: "0.1.0"),
            RuleVersion.text(gate: GateSettings(), strategy: "limits.maximumDelta=0.3", program: "0.2.0"),
        ]
        #expect(Set(all).count == 4)
        #expect(
            RuleVersion.text(gate: GateSettings(), strategy: "limits.maximumDelta=0.3", program: "0.1.0") == version)
    }
}
