import Dates
import Ledger
import Metrics

@testable import Rollout

extension Branch {
    static let limits = [
        Branch("a drawdown of the limit takes everything back", .rollBack, .none, .hardLimit, ("drawdown", .fail)) {
            fall(&$0, of: 0.10)
        },
        Branch("a drawdown short of it takes nothing", .hold, .quarter, .condition, ("drawdown", .pass)) {
            fall(&$0, of: 0.0999)
        },
        Branch("a drawdown before the rollout began is none", .promote, .half, .promote, ("drawdown", .pass)) { input in
            // The rollout begins after session 33: everything before was at 0 %.
            input.records = input.records.enumerated().map { index, record in
                index < 33 ? GateDesk.record(index, .hold, .none, .none) : record
            }
            input.replaceMultibook { $0 == 20 ? GateDesk.multibook($0, dollars: -100_000) : $1 }
            input.replaceLegacy { $0 }
        },
        Branch("without capital there is no drawdown", at: .none, .promote, .tenth, .promote, ("drawdown", .notRun)),
        Branch("delta at a day's end above its band", .rollBack, .tenth, .hardLimit, ("portfolio-delta", .fail)) {
            $0.replaceRisk($0.now - 2, by: GateDesk.risk($0.now - 2, delta: 0.31))
        },
        Branch("delta below its band", at: .half, .rollBack, .quarter, .hardLimit, ("portfolio-delta", .fail)) {
            $0.replaceRisk($0.now, by: GateDesk.risk($0.now, delta: -0.31))
        },
        Branch("delta exactly at its limit", .promote, .half, .promote, ("portfolio-delta", .pass)) {
            $0.replaceRisk($0.now, by: GateDesk.risk($0.now, delta: -0.30))
        },
        Branch("day at risk beyond its cap", .rollBack, .tenth, .hardLimit, ("day-at-risk", .fail)) {
            $0.replaceRisk($0.now, by: GateDesk.risk($0.now, dayAtRisk: 0.11))
        },
        Branch("open risk beyond its cap", at: .tenth, .rollBack, .none, .hardLimit, ("open-risk", .fail)) {
            $0.replaceRisk($0.now, by: GateDesk.risk($0.now, openRisk: 0.51))
        },
        Branch(
            "one beyond its cap decides although another is not recorded", .rollBack, .tenth, .hardLimit,
            ("open-risk", .fail)
        ) {
            $0.replaceRisk($0.now, by: GateDesk.risk($0.now, openRisk: 0.51))
            $0.replaceRisk($0.now - 1, by: GateDesk.risk($0.now - 1, openRisk: nil))
        },
        Branch("a breach before the stage is past", .promote, .half, .promote) {
            $0.replaceRisk($0.now - 6, by: GateDesk.risk($0.now - 6, delta: 0.5))
        },
        Branch("trading above the share in force", .rollBack, .tenth, .hardLimit, ("traded-share", .fail)) {
            $0.traded[$0.now] = TradedShare(day: $0.session, share: 0.5)
        },
        Branch("trading below the share in force", .promote, .half, .promote, ("traded-share", .pass)) {
            $0.traded[$0.now] = TradedShare(day: $0.session, share: 0.1)
        },
        Branch("a simulation may trade what it will", .promote, .half, .promote) {
            $0.obeysGate = false
            $0.traded = $0.traded.map { TradedShare(day: $0.day, share: 1) }
        },
        Branch("the last session of all, at 0 %, holds for a night", at: .none, .hold, .none, .hardLimit) {
            $0.replaceRisk($0.now, by: GateDesk.risk($0.now, delta: 0.5))
        },
        Branch("an earlier session at 0 % does not hold for ever", at: .none, .promote, .tenth, .promote) {
            $0.replaceRisk($0.now - 1, by: GateDesk.risk($0.now - 1, delta: 0.5))
        },
        Branch("the deepest decides: a drawdown and a risk limit", .rollBack, .none, .hardLimit) {
            fall(&$0, of: 0.12)
            $0.replaceRisk($0.now, by: GateDesk.risk($0.now, delta: 0.5))
        },
        Branch("at the top too", at: .whole, .rollBack, .half, .hardLimit) {
            $0.replaceRisk($0.now, by: GateDesk.risk($0.now, delta: 0.5))
        },
    ]

    static let discipline = [
        Branch("an open position without a stop", .hold, .quarter, .discipline, ("stops", .fail)) {
            $0.trades.append(GateDesk.opening(2, on: 5, stop: nil))
        },
        Branch("a stop rule that says nothing is none", .hold, .quarter, .discipline, ("stops", .fail)) {
            $0.trades.append(GateDesk.opening(2, on: 5, stop: ""))
        },
        Branch("one that was closed in the stage", .hold, .quarter, .discipline, ("stops", .fail)) {
            $0.trades.append(GateDesk.opening(2, on: 5, until: $0.now - 5, stop: nil))
        },
        Branch("one that was closed before it", .promote, .half, .promote, ("stops", .pass)) {
            $0.trades.append(GateDesk.opening(2, on: 5, until: $0.now - 6, stop: nil))
        },
        Branch("an opening near an event, in the stage", .hold, .quarter, .discipline, ("blackout", .fail)) {
            $0.trades.append(near($0.now - 5))
        },
        Branch("an opening near an event, before it", .promote, .half, .promote, ("blackout", .pass)) {
            $0.trades.append(near($0.now - 6))
        },
        Branch("an opening near an event decides although another is not known", .hold, .quarter, .discipline) {
            $0.trades += [near($0.now), GateDesk.opening(3, on: $0.now, near: .unknown("ends"))]
        },
        Branch("what a person has looked at is settled", .promote, .half, .promote) {
            $0.trades += [near($0.now - 3), GateDesk.opening(4, on: 5, until: $0.now - 3, stop: nil)]
            $0.signOffs.append(GateDesk.word("guard-review", on: $0.now - 2))
        },
        Branch("a position that is still open without a stop is not", .hold, .quarter, .discipline) {
            $0.trades.append(GateDesk.opening(2, on: 5, stop: nil))
            $0.signOffs.append(GateDesk.word("guard-review", on: $0.now - 2))
        },
        Branch("what came after the review is not either", .hold, .quarter, .discipline) {
            $0.trades.append(near($0.now - 1))
            $0.signOffs.append(GateDesk.word("guard-review", on: $0.now - 2))
        },
        Branch("a review that was withdrawn settles nothing", .hold, .quarter, .discipline) {
            $0.trades.append(near($0.now - 3))
            $0.signOffs += [
                GateDesk.word("guard-review", on: $0.now - 2),
                GateDesk.word("guard-review", on: $0.now - 1, isGiven: false),
            ]
        },
    ]

    /// A loss of this share of capital on a session of the stage.
    private static func fall(_ input: inout GateInput, of depth: Double) {
        let last = input.now
        input.replaceMultibook { index, day in
            index == last ? GateDesk.multibook(index, dollars: -250_000 * depth) : day
        }
    }

    private static func near(_ index: Int) -> ChecklistInput.Opening {
        GateDesk.opening(
            2, on: index, near: .near(event: "CPI release", time: GateDesk.time(index, hour: 8, minute: 30)))
    }
}
