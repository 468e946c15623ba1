import Dates
import Ledger
import Metrics

@testable import Rollout

extension Branch {
    static let dwell = [
        Branch("10 % lasts three sessions", at: .tenth, .hold, .tenth, .dwell, ("dwell", .inconclusive)) {
            $0 = GateDesk.input(at: .tenth, for: 2)
        },
        Branch("and then may go on", at: .tenth, .promote, .quarter, .promote, ("dwell", .pass)) {
            $0 = GateDesk.input(at: .tenth, for: 3)
        },
        Branch("25 % lasts four", .hold, .quarter, .dwell) { $0 = GateDesk.input(at: .quarter, for: 3) },
        Branch("and then may go on", .promote, .half, .promote) { $0 = GateDesk.input(at: .quarter, for: 4) },
        Branch("50 % lasts three", at: .half, .hold, .half, .dwell) { $0 = GateDesk.input(at: .half, for: 2) },
        Branch("and then may go on", at: .half, .promote, .whole, .promote) { $0 = GateDesk.input(at: .half, for: 3) },
        Branch("doubles after a roll-back", .hold, .quarter, .dwell) {
            $0 = rolledBack(once: [20], to: .quarter, for: 7)
        },
        Branch("and then may go on", .promote, .half, .promote) { $0 = rolledBack(once: [20], to: .quarter, for: 8) },
        Branch("doubles again after a second one", .hold, .quarter, .dwell) {
            $0 = rolledBack(once: [5, 20], to: .quarter, for: 15)
        },
        Branch("and then may go on", .promote, .half, .promote) {
            $0 = rolledBack(once: [5, 20], to: .quarter, for: 16)
        },
        Branch("and after many is eight times as long", .promote, .half, .promote) {
            $0 = rolledBack(once: [2, 4, 6, 8, 10], to: .quarter, for: 32)
        },
        Branch("begins anew when the rules change", .hold, .quarter, .dwell, ("dwell", .inconclusive)) {
            $0.ruleVersion = "gate 1, settings bbbbbbbbbbbb, program 1"
        },
        Branch("counts from the session after the first night of the new rules", .hold, .quarter, .dwell) {
            newRules(&$0, nights: 4)
        },
        Branch("and then may go on", .promote, .half, .promote) { newRules(&$0, nights: 5) },
        Branch("a change before the stage does not matter", .promote, .half, .promote) { input in
            input.records = input.records.enumerated().map { index, record in
                index < 20 ? GateDesk.record(index, .hold, .tenth, .tenth, version: "old") : record
            }
        },
    ]

    static let conditions = [
        Branch("no two-year backtest on record", at: .none, .hold, .none, .condition, ("two-year-backtest", .fail)) {
            $0.approvals.removeFirst()
        },
        Branch("no two weeks of paper on record", at: .none, .hold, .none, .condition, ("two-weeks-paper", .fail)) {
            $0.approvals.removeLast()
        },
        Branch("one that is still being tried", at: .none, .hold, .none, .condition, ("two-weeks-paper", .fail)) {
            $0.approvals.append(GateDesk.approval("two-weeks-paper", on: 1, .testing))
        },
        Branch("one that was withdrawn", at: .none, .hold, .none, .condition, ("two-year-backtest", .fail)) {
            $0.approvals.append(GateDesk.approval("two-year-backtest", on: 1, .deprecated))
        },
        Branch("one from before everything was taken back", at: .none, .hold, .none, .condition) {
            $0.records[20] = GateDesk.record(20, .rollBack, .tenth, .none)
        },
        Branch("approved anew after that", at: .none, .promote, .tenth, .promote) {
            $0.records[20] = GateDesk.record(20, .rollBack, .tenth, .none)
            $0.approvals += ["two-year-backtest", "two-weeks-paper"].map { GateDesk.approval($0, on: 30) }
        },
        Branch("the stage has lost money", at: .tenth, .hold, .tenth, .condition, ("stage-pnl", .fail)) {
            earn(&$0, inStage: -1)
        },
        Branch("the stage has earned nothing", at: .tenth, .hold, .tenth, .condition, ("stage-pnl", .fail)) {
            earn(&$0, inStage: 0)
        },
        Branch("a cent is a gain", at: .tenth, .promote, .quarter, .promote, ("stage-pnl", .pass)) {
            earn(&$0, inStage: 0.01)
        },
        Branch("a session of the stage without a result", at: .tenth, .hold, .tenth, .condition, ("stage-pnl", .error))
        {
            let missing = $0.now - 1
            $0.replaceMultibook { $0 == missing ? nil : $1 }
        },
        Branch("a result in shadow is none with capital", at: .tenth, .hold, .tenth, .condition, ("stage-pnl", .error))
        {
            let shadow = $0.now - 1
            $0.replaceMultibook { $0 == shadow ? GateDesk.multibook($0, .shadow, dollars: 100) : $1 }
        },
        Branch("gross theta is negative", at: .tenth, .hold, .tenth, .condition, ("stage-theta", .fail)) {
            for index in $0.now - 5...$0.now { $0.replaceRisk(index, by: GateDesk.risk(index, theta: -3)) }
        },
        Branch("a theta that is no number", at: .tenth, .hold, .tenth, .condition, ("stage-theta", .error)) {
            $0.replaceRisk($0.now, by: GateDesk.risk($0.now, theta: .infinity))
        },
        Branch("a theta for which the calendar ends", at: .tenth, .hold, .tenth, .condition, ("stage-theta", .error)) {
            $0.sessions = Array($0.sessions.prefix($0.now + 1))
        },
        Branch("behind LEGACY in the stage", .hold, .quarter, .condition, ("return-on-risk-stage", .fail)) { input in
            let first = GateDesk.sessions[input.now - 5]
            input.replaceLegacy { day in
                day.day < first ? day : GateDesk.legacy(GateDesk.sessions.firstIndex(of: day.day) ?? 0, dollars: 300)
            }
        },
        Branch("behind LEGACY since the start", .hold, .quarter, .condition, ("return-on-risk-start", .fail)) {
            $0.replaceLegacy { day in
                let index = GateDesk.sessions.firstIndex(of: day.day) ?? 0
                return index == 10 ? GateDesk.legacy(index, dollars: 9_000) : day
            }
        },
        Branch("LEGACY without anything at risk", .hold, .quarter, .condition, ("return-on-risk-stage", .inconclusive))
        {
            input in
            let first = GateDesk.sessions[input.now - 5]
            input.replaceLegacy { day in
                let index = GateDesk.sessions.firstIndex(of: day.day) ?? 0
                return day.day < first ? day : GateDesk.legacy(index, dollars: 0, atRisk: 0)
            }
        },
        Branch("LEGACY without results", .hold, .quarter, .condition, ("return-on-risk-start", .error)) {
            $0.replaceLegacy { _ in nil }
        },
        Branch("a breach since the start", at: .half, .hold, .half, .condition, ("guards-since-start", .fail)) {
            $0.replaceRisk(10, by: GateDesk.risk(10, delta: 0.5))
        },
        Branch(
            "an opening near an event since the start", at: .half, .hold, .half, .condition,
            ("guards-since-start", .fail)
        ) {
            $0.trades.append(
                GateDesk.opening(
                    7, on: 10, near: .near(event: "CPI release", time: GateDesk.time(10, hour: 8, minute: 30))))
        },
        Branch("breaches that a person has looked at", at: .half, .promote, .whole, .promote) {
            $0.replaceRisk(10, by: GateDesk.risk(10, delta: 0.5))
            $0.signOffs.append(GateDesk.word("guard-review", on: 11))
        },
        Branch(
            "a session since the start without a snapshot", at: .half, .hold, .half, .condition,
            ("guards-since-start", .error)
        ) { $0.replaceRisk(10, by: nil) },
        Branch("a key figure missed", at: .half, .hold, .half, .condition, ("kpis", .fail)) {
            $0.figures = GateFigures(
                multibook: $0.figures.multibook, legacy: $0.figures.pairs.map(\.legacy), missedKPIs: ["Win rate"])
        },
        Branch("key figures that could not be computed", at: .half, .hold, .half, .condition, ("kpis", .error)) {
            $0.figures = GateFigures(
                multibook: $0.figures.multibook, legacy: $0.figures.pairs.map(\.legacy), missedKPIs: nil)
        },
        Branch("an open point of the checklist", at: .half, .hold, .half, .condition, ("production-checklist", .fail)) {
            $0.openPoints = ["Kill switch and rollback rehearsed"]
        },
        Branch(
            "a checklist that nobody looked at", at: .half, .hold, .half, .condition, ("production-checklist", .error)
        ) {
            $0.openPoints = nil
        },
    ]

    /// A desk that fell to a stage from the one above on some nights and came back the night before the next fall, and has
    /// stood at the stage for so many sessions since the last one.
    private static func rolledBack(once nights: [Int], to stage: RolloutStage, for held: Int) -> GateInput {
        let days = (nights.last ?? 0) + 1 + held
        var input = GateDesk.input(at: stage, for: held, of: days)
        var share = stage.next ?? stage
        input.records = (0..<days - 1).map { index in
            let before = share
            if nights.contains(index) {
                share = stage
                return GateDesk.record(index, .rollBack, before, share)
            }
            if nights.contains(index + 1) && before == stage {
                share = stage.next ?? stage
                return GateDesk.record(index, .promote, before, share)
            }
            return GateDesk.record(index, .hold, share, share)
        }
        input.traded = input.traded.map { TradedShare(day: $0.day, share: 0) }
        return input
    }

    /// The last nights were judged under other rules than those before, tonight's included.
    private static func newRules(_ input: inout GateInput, nights: Int) {
        let version = "gate 1, settings bbbbbbbbbbbb, program 1"
        input.ruleVersion = version
        let first = input.now - nights + 1
        input.records = input.records.enumerated().map { index, record in
            index < first
                ? record
                : GateDesk.record(index, .hold, .quarter, .quarter, version: version)
        }
    }

    /// MULTIBOOK's P&L of the whole stage, all of it on the last session.
    private static func earn(_ input: inout GateInput, inStage dollars: Double) {
        let last = input.now
        input.replaceMultibook { index, day in
            index > last - 6 ? GateDesk.multibook(index, dollars: index == last ? dollars : 0) : day
        }
    }
}
