import Dates
import Foundation
import Ledger
import Metrics
import Testing

@testable import Rollout

@Suite("What notebooks see of a decision")
struct ReportTests {
    /// A desk at 25 % for three of four sessions, with a failed cell, an override that expired, and a past.
    private func report() -> GateReport {
        var input = GateDesk.input(at: .quarter, for: 3, of: 72)
        input.health.failedCells = ["equity"]
        input.overrides = [GateDesk.override(7, of: 70, recorded: 70, hour: 20, to: .tenth, until: 71)]
        input.traded[71] = TradedShare(day: input.session, share: 0.1)
        input.settings.resamples = 200
        return GateReport(Gate.judge(input), records: input.records, overrides: input.overrides)
    }

    @Test("Every dataset and scalar has its definition, in order")
    func definitions() {
        let report = report()
        #expect(report.datasets.map(\.name) == GateCatalogue.gate.datasets.map(\.name))
        for (dataset, definition) in zip(report.datasets, GateCatalogue.datasets) {
            #expect(dataset.columns.map(\.name) == definition.columns.map(\.name))
            #expect(!dataset.rows.isEmpty)
        }
        #expect(report.scalars.map(\.name) == GateReport.scalarDefinitions.map(\.name))
        // One of them is of the weekly review as well, which defines it.
        let own = Set(GateCatalogue.gate.scalars.map(\.name))
        #expect(report.scalars.map(\.name).filter { !own.contains($0) } == ["gate_decision"])
        #expect(GateCatalogue.nothing.scalars.map(\.name) == report.scalars.map(\.name))
        #expect(GateCatalogue.nothing.datasets.map(\.name) == report.datasets.map(\.name))
        #expect(report.scalars.allSatisfy { $0.value != .null })
    }

    @Test("Names are unique and in snake case; definitions are sentences without a full stop")
    func form() {
        let letters = Set("abcdefghijklmnopqrstuvwxyz0123456789_")
        for definition in GateCatalogue.datasets {
            let columns = definition.columns.map(\.name)
            #expect(Set(columns).count == columns.count, "\(definition.name)")
            for name in columns + [definition.name] { #expect(letters.isSuperset(of: name), "\(name)") }
            for column in definition.columns { #expect(!column.definition.isEmpty && column.definition.last != ".") }
        }
        let scalars = GateCatalogue.gate.scalars
        #expect(Set(scalars.map(\.name)).count == scalars.count)
        #expect(scalars.allSatisfy { letters.isSuperset(of: $0.name) && $0.definition.last != "." })
    }

    @Test("The columns that a table of checks needs stand first")
    func checkColumns() {
        let names = GateReport.checksDefinition.columns.map(\.name).prefix(8)
        #expect(names.joined(separator: ",") == "check,verdict,value,limit,evidence,unit,link,key")
    }

    @Test(
        "A guard fails, a condition of the next stage is missed; what cannot be evaluated is unknown of either",
        arguments: [
            (GateRule.hardLimit, ["pass", "fail", "too early", "unknown", "open"]),
            (.discipline, ["pass", "fail", "too early", "unknown", "open"]),
            (.health, ["pass", "fail", "too early", "unknown", "open"]),
            (.killSwitch, ["pass", "fail", "too early", "unknown", "open"]),
            (.condition, ["pass", "missed", "too early", "unknown", "open"]),
            (.dwell, ["pass", "missed", "too early", "unknown", "open"]),
            (.evidence, ["pass", "missed", "open", "unknown", "open"]),
        ])
    func verdicts(rule: GateRule, words: [String]) {
        let found = CheckStatus.allCases.map { status in
            GateCheck(
                "x", rule, "X", value: .value(1, n: 1), unit: .count, .atMost, 0, window: "", status: status,
                detail: "",
                link: ""
            ).verdict
        }
        #expect(found == words)
    }

    @Test("No number of it is none")
    func finite() {
        for dataset in report().datasets {
            for cell in dataset.rows.joined() {
                if case .number(let number) = cell { #expect(number.isFinite, "\(dataset.name)") }
            }
        }
    }

    @Test("The whole of it, as it was looked at by a person")
    func golden() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Golden/Rollout/gate.txt")
        let text = Dump.text(report())
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }

    @Test("A decision read back from its record gives the same tables")
    func restored() throws {
        let input = GateDesk.input(at: .quarter, of: 80)
        let decision = Gate.judge(input)
        let record = decision.record(decidedAt: GateDesk.time(79, hour: 18), inputsDigest: input.digest)
        let again = GateReport(
            try #require(GateDecision(recordOf: record)), records: input.records + [record], overrides: [])
        let first = GateReport(decision, records: input.records, overrides: [])
        #expect(first.datasets == again.datasets && first.scalars == again.scalars)
    }

    @Test("An override that was recorded after the night is in force, and the decision still stands beside it")
    func overridden() throws {
        let input = GateDesk.input(at: .quarter, for: 3)
        let override = GateDesk.override(7, of: 39, recorded: 39, hour: 20, to: .half, until: 45)
        let report = GateReport(Gate.judge(input), records: input.records, overrides: [override])
        func scalar(_ name: String) -> Value? { report.scalars.first { $0.name == name }?.value }
        #expect(scalar("gate_share") == .number(0.5) && scalar("gate_share_computed") == .number(0.25))
        #expect(scalar("gate_override") == .integer(7))
        #expect(
            scalar("gate_in_force")
                == .text("Computed: HOLD at 25 %. In force: 50 % by override 7 (Ada), until 9 March."))
        #expect(scalar("gate_next_day") == .day(GateDesk.sessions[40]))
    }

    @Test("After a fall the ladder shows where it leads, and no night is named for the stage above")
    func fall() throws {
        var input = GateDesk.input(at: .quarter)
        input.replaceRisk(input.now, by: GateDesk.risk(input.now, delta: 0.5))
        let report = GateReport(Gate.judge(input), records: input.records, overrides: [])
        #expect(report.decision.decision == .rollBack)
        let ladder = try #require(report.datasets.first { $0.name == "gate_stages" })
        let states = ladder.rows.map { $0[ladder.columns.firstIndex { $0.name == "state" } ?? 0] }
        #expect(states == ["below", "next", "here", "above", "above"].map(Value.text))
        #expect(report.scalars.first { $0.name == "gate_next_day" }?.value == .undefined(.noData))
        #expect(
            report.scalars.first { $0.name == "gate_next" }?.value
                == .text("the stage below is served from its first session"))
    }

    @Test("A check that is undecided after its looks, or does not apply, is open and not too early")
    func open() {
        let without = Gate.judge(GateDesk.input(at: .none))
        #expect(without.checks.first { $0.id == "drawdown" }?.verdict == "open")
        let early = Gate.judge(GateDesk.input(at: .quarter))
        #expect(early.checks.first { $0.id == "dwell" }.map { ["pass", "too early"].contains($0.verdict) } == true)
        for check in [without, early].flatMap(\.checks) where check.status == .inconclusive {
            #expect((check.verdict == "open") == (check.rule == .evidence && check.value.value != nil), "\(check.id)")
        }
    }

    @Test("Where nothing may come, or nothing is known, the scalar says so")
    func undefined() {
        let top = GateReport(Gate.judge(GateDesk.input(at: .whole)), records: [], overrides: [])
        #expect(top.scalars.first { $0.name == "gate_next_day" }?.value == .undefined(.noData))
        var input = GateDesk.input(at: .quarter)
        input.afterLoss = nil
        input.sessions = Array(input.sessions.prefix(40))
        let report = GateReport(Gate.judge(input), records: [], overrides: [])
        #expect(report.scalars.first { $0.name == "gate_survives_loss" }?.value == .undefined(.notRecorded))
        #expect(report.scalars.first { $0.name == "gate_holds_from" }?.value == .undefined(.noData))
        #expect(report.decision.holdsFrom == nil)
    }
}

/// A report as text: one line a scalar, one a row.
enum Dump {
    static func text(_ report: GateReport) -> String {
        var lines = report.scalars.map { "\($0.name) = \(cell($0.value))" }
        for dataset in report.datasets {
            lines += ["", "# \(dataset.name)", dataset.columns.map(\.name).joined(separator: " | ")]
            // A history as long as the desk is old: its last rows show all there is to see.
            let rows = dataset.name == "gate_history" ? dataset.rows.suffix(5) : dataset.rows[...]
            lines += rows.map { $0.map(cell).joined(separator: " | ") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func cell(_ value: Value) -> String {
        switch value {
        case .number(let number): Words.number(number, places: 6)
        case .integer(let integer): "\(integer)"
        case .money(let amount): "\(amount)"
        case .text(let text): text
        case .day(let day): day.iso
        case .instant(let instant): instant.iso
        case .flag(let flag): flag ? "yes" : "no"
        case .undefined(let reason): "– (\(reason.rawValue))"
        case .null: ""
        }
    }
}
