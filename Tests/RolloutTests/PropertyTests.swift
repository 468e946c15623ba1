import Dates
import Ledger
import Mathematics
import Metrics
import Testing

@testable import Rollout

/// Desks of which anything may be wrong, from a seed.
private struct RandomDesk {
    private(set) var source: RandomSource

    init(_ seed: UInt64) { source = RandomSource(seed: seed, stream: "random-desk") }

    mutating func chance(_ probability: Double) -> Bool { source.uniform() < probability }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[source.index(below: elements.count)] }

    /// Up to about twenty weeks, gone wrong here and there; every fault is rare enough that clean desks come too.
    mutating func input() -> GateInput {
        let stage = pick(RolloutStage.allCases)
        let days = 12 + source.index(below: 90)
        var input = GateDesk.input(at: stage, for: 1 + source.index(below: 10), of: days)
        input.settings.evidence = chance(0.3) ? .required : .advisory
        input.settings.claim = chance(0.3) ? .noHarm : .better
        input.settings.resamples = 0
        let (drift, scale) = (pick([0.0, -90, -150]), pick([0.0, 1, 20, 400]))
        let noise = (0..<days).map { _ in drift + source.normal() * scale }
        input.replaceMultibook { index, day in
            GateDesk.multibook(index, day.result.allotment, dollars: day.pnl + noise[index])
        }
        if chance(0.1) { input.health.reconciliation = pick([nil, Money(cents: 1)]) }
        if chance(0.1) { input.health.failedCells = pick([nil, ["equity"]]) }
        if chance(0.1) { input.health.isArchiveWhole = pick([nil, false]) }
        if chance(0.1) { input.health.lastRecorded = pick([nil, GateDesk.sessions[days - 2]]) }
        if chance(0.05) { input.killSwitch.hasFile = true }
        if chance(0.15) {
            let index = source.index(below: days)
            input.replaceRisk(index, by: pick([nil, GateDesk.risk(index, delta: 0.5)]))
        }
        if chance(0.1) { input.approvals.removeLast() }
        if chance(0.1) { input.openPoints = pick([nil, ["a point"]]) }
        if chance(0.1) { input.trades.append(GateDesk.opening(9, on: source.index(below: days), stop: nil)) }
        if chance(0.1) {
            let missing = source.index(below: days)
            input.replaceMultibook { $0 == missing ? nil : $1 }
        }
        if chance(0.1) { input.ruleVersion = "another" }
        if chance(0.15) {
            let of = max(0, days - 2 - source.index(below: 5))
            input.overrides = [
                GateDesk.override(
                    1, of: of, recorded: of + 1, to: pick(RolloutStage.allCases), until: of + 1 + source.index(below: 9)
                )
            ]
        }
        if chance(0.1) { input.afterLoss = nil }
        return input
    }
}

@Suite("What holds whatever the desk")
struct PropertyTests {
    /// Desks with what was decided of them.
    private static let desks: [(input: GateInput, decision: GateDecision)] = {
        var random = RandomDesk(11)
        return (0..<200).map { _ in
            let input = random.input()
            return (input, Gate.judge(input))
        }
    }()

    private func forEachDesk(_ check: (GateInput, GateDecision) throws -> Void) rethrows {
        for (input, decision) in Self.desks { try check(input, decision) }
    }

    @Test("Up one stage at most, from the computed share; a hold moves nothing; down is down")
    func ladder() {
        var seen: [RolloutDecision: Int] = [:]
        forEachDesk { input, decision in
            seen[decision.decision, default: 0] += 1
            let computed = decision.stage.computed
            switch decision.decision {
            case .promote:
                #expect(decision.shareAfter == computed.next?.share)
                #expect(decision.shareBefore == computed.share)
            case .hold: #expect(decision.shareAfter == computed.share)
            case .rollBack:
                #expect(decision.shareAfter <= computed.share)
                #expect(decision.shareAfter < max(computed.share, decision.shareBefore))
            }
            #expect(RolloutStage(share: decision.shareAfter) != nil)
        }
        // A test that never saw a decision would prove nothing of it.
        #expect(RolloutDecision.allCases.allSatisfy { seen[$0, default: 0] > 5 }, "\(seen)")
    }

    @Test("Nothing that has not passed lets a promotion through, but for evidence that is advisory")
    func passes() {
        forEachDesk { input, decision in
            guard decision.decision == .promote else { return }
            for check in decision.checks where check.rule != .evidence || input.settings.evidence == .required {
                #expect(check.status == .pass || check.status == .notRun, "\(check.id): \(check.detail)")
            }
            #expect(
                input.overrides.isEmpty
                    || ShareInForce(
                        in: input.nextSession ?? input.session, records: input.records, overrides: input.overrides
                    ).override == nil)
        }
    }

    @Test("A check without a value never passes")
    func missing() {
        forEachDesk { _, decision in
            for check in decision.checks where check.value.value == nil {
                #expect(check.status != .pass, "\(check.id)")
            }
        }
    }

    @Test("Whatever is taken out of what a promotion rests on, there is none any more")
    func required() {
        let removals: [(String, (inout GateInput) -> Void)] = [
            ("reconciliation", { $0.health.reconciliation = nil }), ("cells", { $0.health.failedCells = nil }),
            ("archive", { $0.health.isArchiveWhole = nil }), ("session", { $0.health.lastRecorded = nil }),
            ("snapshots", { $0.risks = [] }), ("shares traded", { $0.traded = [] }),
            ("results", { $0.figures = GateFigures(multibook: [], legacy: [], missedKPIs: []) }),
            (
                "key figures",
                {
                    $0.figures = GateFigures(
                        multibook: $0.figures.multibook, legacy: $0.figures.pairs.map(\.legacy), missedKPIs: nil)
                }
            ),
            ("LEGACY", { $0.figures = GateFigures(multibook: $0.figures.multibook, legacy: [], missedKPIs: []) }),
            ("approvals", { $0.approvals = [] }), ("readiness", { $0.openPoints = nil }),
            ("the calendar of events", { $0.trades = [GateDesk.opening(1, on: $0.now, near: .unknown("?"))] }),
        ]
        // What each stage's promotion does not rest on.
        let needless: [RolloutStage: Set<String>] = [
            .none: ["results", "key figures", "LEGACY", "readiness"],
            .tenth: ["key figures", "LEGACY", "approvals", "readiness"],
            .quarter: ["key figures", "approvals", "readiness"], .half: ["approvals"],
        ]
        for stage in RolloutStage.allCases.dropLast() {
            for (name, remove) in removals {
                var input = GateDesk.input(at: stage)
                remove(&input)
                let isNeedless = needless[stage]?.contains(name) ?? false
                #expect((Gate.judge(input).decision == .promote) == isNeedless, "\(stage) without \(name)")
            }
        }
    }

    @Test("A desk that earned more on every session is never decided worse")
    func monotone() {
        let rank: [RolloutDecision: Int] = [.rollBack: 0, .hold: 1, .promote: 2]
        var moved = 0
        forEachDesk { input, decision in
            var richer = input
            // As much more on each session: the weeks vary as before.
            richer.replaceMultibook { index, day in
                GateDesk.multibook(index, day.result.allotment, dollars: day.pnl + 150)
            }
            let better = Gate.judge(richer)
            #expect(rank[better.decision, default: 0] >= rank[decision.decision, default: 0])
            #expect(better.shareAfter >= decision.shareAfter)
            if better.decision != decision.decision { moved += 1 }
        }
        #expect(moved > 5)
    }

    @Test("The same input gives the same decision, text and digest")
    func same() {
        var (one, other) = (RandomDesk(5), RandomDesk(5))
        for _ in 0..<40 {
            let (first, second) = (one.input(), other.input())
            #expect(first.digest == second.digest)
            #expect(Gate.judge(first).json == Gate.judge(second).json)
        }
    }

    @Test("What is after the session plays no part")
    func future() {
        forEachDesk { input, decision in
            var later = input
            later.risks.append(GateDesk.risk(input.now + 1, delta: 0.9))
            later.traded.append(TradedShare(day: GateDesk.sessions[input.now + 1], share: 1))
            #expect(Gate.judge(later) == decision)
        }
    }
}
