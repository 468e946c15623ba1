import Dates
import Ledger
import Metrics

@testable import Rollout

extension Branch {
    static let clean = [
        Branch("from 0 to 10 %", at: .none, .promote, .tenth, .promote),
        Branch("from 10 to 25 %", at: .tenth, .promote, .quarter, .promote),
        Branch("from 25 to 50 %", at: .quarter, .promote, .half, .promote),
        Branch("from 50 to 100 %", at: .half, .promote, .whole, .promote),
        Branch("at the top it stays", at: .whole, .hold, .whole, .top),
    ]

    static let killSwitch = [
        Branch("engaged takes everything back", .rollBack, .none, .killSwitch, ("kill-switch", .fail)) {
            $0.killSwitch.last = event($0.now, isEngaged: true)
        },
        Branch("engaged takes everything back from the top", at: .whole, .rollBack, .none, .killSwitch) {
            $0.killSwitch.last = event($0.now, isEngaged: true)
        },
        Branch("its file alone does so too", .rollBack, .none, .killSwitch) { $0.killSwitch.hasFile = true },
        Branch("its file stands although the history says released", .rollBack, .none, .killSwitch) {
            $0.killSwitch = KillSwitch(last: event($0.now, isEngaged: false), hasFile: true)
        },
        Branch("at 0 % there is nothing to take", at: .none, .hold, .none, .killSwitch) {
            $0.killSwitch.last = event($0.now, isEngaged: true)
        },
        Branch("released changes nothing", .promote, .half, .promote, ("kill-switch", .pass)) {
            $0.killSwitch.last = event($0.now, isEngaged: false)
        },
        Branch("comes before bad health, a hard limit and everything else", .rollBack, .none, .killSwitch) {
            $0.killSwitch.hasFile = true
            $0.health.isArchiveWhole = false
            $0.replaceRisk($0.now, by: GateDesk.risk($0.now, delta: 0.5))
        },
    ]

    static let health = [
        Branch("a session behind the exchange", .hold, .quarter, .health, ("history-current", .fail)) {
            $0.health.lastRecorded = GateDesk.sessions[$0.now - 1]
        },
        Branch("no session at all", .hold, .quarter, .health, ("history-current", .error)) {
            $0.health.lastRecorded = nil
        },
        Branch("a session of the stage without a snapshot", .hold, .quarter, .health, ("snapshots", .fail)) {
            $0.replaceRisk($0.now - 5, by: nil)
        },
        Branch("a session before the stage without one does not matter", .promote, .half, .promote) {
            $0.replaceRisk($0.now - 6, by: nil)
        },
        Branch("the reconciliation off by a cent", .hold, .quarter, .health, ("reconciliation", .fail)) {
            $0.health.reconciliation = Money(cents: 1)
        },
        Branch("the reconciliation off by a cent the other way", .hold, .quarter, .health, ("reconciliation", .fail)) {
            $0.health.reconciliation = Money(cents: -1)
        },
        Branch("no equity to reconcile", .hold, .quarter, .health, ("reconciliation", .error)) {
            $0.health.reconciliation = nil
        },
        Branch("a required cell that failed", .hold, .quarter, .health, ("required-cells", .fail)) {
            $0.health.failedCells = ["equity"]
        },
        Branch("notebooks of which nothing is known", .hold, .quarter, .health, ("required-cells", .error)) {
            $0.health.failedCells = nil
        },
        Branch("a broken chain of the archive", .hold, .quarter, .health, ("archive", .fail)) {
            $0.health.isArchiveWhole = false
        },
        Branch("an archive that was not verified", .hold, .quarter, .health, ("archive", .error)) {
            $0.health.isArchiveWhole = nil
        },
        Branch("a hard limit that cannot be evaluated", .hold, .quarter, .health, ("open-risk", .error)) {
            $0.replaceRisk($0.now - 1, by: GateDesk.risk($0.now - 1, openRisk: nil))
        },
        Branch("a delta that is no number", .hold, .quarter, .health, ("portfolio-delta", .error)) {
            $0.replaceRisk($0.now, by: GateDesk.risk($0.now, delta: .nan))
        },
        Branch("no results of which to tell a drawdown", .hold, .quarter, .health, ("drawdown", .error)) {
            $0.replaceMultibook { _, _ in nil }
        },
        Branch(
            "a session of which the share traded is not recorded", .hold, .quarter, .health, ("traded-share", .error)
        ) {
            $0.traded.removeLast()
        },
        Branch("a calendar of events that does not cover an opening", .hold, .quarter, .health, ("blackout", .error)) {
            $0.trades.append(GateDesk.opening(2, on: $0.now, near: .unknown("ends in 2025")))
        },
        Branch("comes before a hard limit that is passed besides", .hold, .quarter, .health) {
            $0.health.isArchiveWhole = false
            $0.replaceRisk($0.now, by: GateDesk.risk($0.now, delta: 0.5))
        },
        Branch("the second night running still holds", .hold, .quarter, .health) { unhealthy(&$0, nights: 1) },
        Branch("the third night running takes one stage back", .rollBack, .tenth, .health) {
            unhealthy(&$0, nights: 2)
        },
        Branch("the nights are counted anew after that", .hold, .quarter, .health) {
            unhealthy(&$0, nights: 3)
            $0.records[$0.now - 1] = GateDesk.record($0.now - 1, .rollBack, .half, .quarter, rule: .health)
        },
        Branch("nights that were interrupted do not add up", .hold, .quarter, .health) {
            unhealthy(&$0, nights: 3)
            $0.records[$0.now - 2] = GateDesk.record($0.now - 2, .hold, .quarter, .quarter)
        },
        Branch("at 0 % the third night has nothing to take", at: .none, .hold, .none, .health) {
            unhealthy(&$0, nights: 2)
        },
    ]

    private static func event(_ index: Int, isEngaged: Bool) -> KillSwitchEvent {
        KillSwitchEvent(
            time: GateDesk.time(index, hour: 11), isEngaged: isEngaged, person: "Ada", reason: "data feed")
    }

    /// Nights before tonight that bad health held, and tonight's is bad too.
    private static func unhealthy(_ input: inout GateInput, nights: Int) {
        input.health.isArchiveWhole = false
        let stage = RolloutStage(share: input.records[input.now - 1].shareAfter) ?? .none
        for index in input.now - nights..<input.now {
            input.records[index] = GateDesk.record(index, .hold, stage, stage, rule: .health)
        }
    }
}
