import Dates
import Ledger
import Metrics
import Testing

@testable import Rollout

@Suite("The first rule that applies decides")
struct PrecedenceTests {
    /// What goes wrong for each rule, in the order of the rules.
    private let faults: [(rule: GateRule, decision: RolloutDecision, break: (inout GateInput) -> Void)] = [
        (.killSwitch, .rollBack, { $0.killSwitch.hasFile = true }),
        (.health, .hold, { $0.health.reconciliation = Money(cents: 1) }),
        (.hardLimit, .rollBack, { $0.replaceRisk($0.now, by: GateDesk.risk($0.now, dayAtRisk: 0.2)) }),
        (.discipline, .hold, { $0.trades.append(GateDesk.opening(2, on: 5, stop: nil)) }),
        (
            .override, .hold,
            {
                $0.overrides = [
                    GateDesk.override(7, of: $0.now - 1, recorded: $0.now, hour: 8, to: .tenth, until: $0.now + 9)
                ]
                $0.traded[$0.now] = TradedShare(day: $0.session, share: 0.1)
            }
        ),
        (.dwell, .hold, { $0.settings.dwell.at25 = 50 }),
        (.condition, .hold, { $0.replaceMultibook { GateDesk.multibook($0, dollars: $1.pnl - 200) } }),
        (.evidence, .hold, { $0.settings.evidence = .required }),
    ]

    @Test("With everything from one rule on gone wrong, that rule decides, and every check is shown")
    func order() {
        for first in faults.indices {
            var input = GateDesk.input(at: .quarter)
            for fault in faults[first...] { fault.break(&input) }
            let decision = Gate.judge(input)
            #expect(decision.rule == faults[first].rule, "\(decision.reasons)")
            #expect(decision.decision == faults[first].decision)
            let rules: [GateRule] = [.killSwitch, .health, .hardLimit, .discipline, .dwell, .condition, .evidence]
            #expect(Set(decision.checks.map(\.rule)) == Set(rules))
        }
    }

    @Test("With nothing wrong it promotes")
    func clean() {
        #expect(Gate.judge(GateDesk.input(at: .quarter)).decision == .promote)
    }

    @Test("The sentences name what decided, with value and limit")
    func reasons() {
        func reason(_ change: (inout GateInput) -> Void) -> [String] {
            var input = GateDesk.input(at: .quarter)
            change(&input)
            return Gate.judge(input).reasons
        }
        #expect(
            reason {
                $0.killSwitch.last = KillSwitchEvent(
                    time: GateDesk.time(39, hour: 11), isEngaged: true, person: "Ada", reason: "data feed")
            } == [
                "The kill switch is engaged by Ada at 2026-02-27 11:00: data feed. The share is 0 % until it is released."
            ])
        #expect(
            reason { $0.health.reconciliation = Money(cents: -101) } == [
                "Unhealthy, 1 of 3 sessions running: Difference of the reconciliation $1.01 (below $0.01): off by -$1.01."
            ])
        #expect(
            reason {
                $0.health.failedCells = ["equity", "kpis"]
                $0.replaceRisk(39, by: GateDesk.risk(39, delta: -0.345))
            } == [
                "Unhealthy, 1 of 3 sessions running: Required cells that failed 2 (at most 0): failed: equity, kpis.",
                "Beyond a hard limit besides, which decides once the figures can be believed: Portfolio delta, largest at a "
                    + "day's end 0.35 (at most 0.30): beyond the limit on 27 February.",
            ])
        #expect(
            reason { $0.replaceMultibook { $0 == 39 ? GateDesk.multibook($0, dollars: -30_000) : $1 } } == [
                "Beyond a hard limit: Drawdown of MULTIBOOK -12 % (above -10 %): from 26 February to 27 February."
            ])
        #expect(
            reason { $0.trades.append(GateDesk.opening(2, on: 5, stop: nil)) } == [
                "Against the desk's own rules: Positions without a stop 1 (at most 0): no stop rule: trade 2 (SPY). It holds "
                    + "until guard-review is signed off."
            ])
        #expect(
            reason { input in input.replaceMultibook { $0 > 33 ? GateDesk.multibook($0, dollars: -10.25) : $1 } } == [
                "The condition of 50 % is not met: Net P&L of MULTIBOOK in the stage -$61.50 (above $0.00): marked, after "
                    + "fees and hedge; P&L per dollar-day at risk, MULTIBOOK less LEGACY, in the stage -0.15 % (above 0 %): "
                    + "MULTIBOOK -0.05 % and LEGACY 0.10 % a dollar-day at risk."
            ])
        #expect(
            Gate.judge(GateDesk.input(at: .whole)).reasons == ["100 % is the top of the ladder; the guards go on."])
    }

    @Test("Long lists are cut: three names and how many more")
    func longLists() {
        var input = GateDesk.input(at: .quarter, for: 8)
        for index in 32..<40 { input.replaceRisk(index, by: nil) }
        #expect(
            Gate.judge(input).check("snapshots")?.detail == "none for 18 February, 19 February, 20 February and 5 more")
        input = GateDesk.input(at: .quarter)
        input.trades = (1...5).map { GateDesk.opening($0, on: 38, stop: nil) }
        #expect(
            Gate.judge(input).check("stops")?.detail
                == "no stop rule: trade 1 (SPY), trade 2 (SPY), trade 3 (SPY) and 2 more")
    }

    @Test("The gravest checks come first on the page")
    func urgency() {
        var input = GateDesk.input(at: .quarter)
        input.health.isArchiveWhole = nil
        input.health.failedCells = ["equity"]
        let order = Gate.judge(input).checksByUrgency
        #expect(order.prefix(3).map(\.id) == ["required-cells", "archive", "evidence"])
        #expect(order.count == Gate.judge(input).checks.count)
    }
}
