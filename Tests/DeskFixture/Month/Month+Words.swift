internal import Dates
internal import History
internal import Ledger
internal import Reviews
internal import Rollout

/// What people and the gate said.
extension Month {
    private static func evening(_ day: Day) -> Instant { NewYork.instant(day, hour: 18) }

    /// Two tests approved, one word given, one given and taken back.
    static func tell(_ store: HistoryStore) throws {
        for rule in ["two-year-backtest", "two-weeks-paper"] {
            try store.record(
                RulesAuditEntry(time: evening(july(1)), rule: rule, version: "7 <beta>", status: .approved))
        }
        try store.record(
            SignOff(
                item: "operations-ready", person: "Ada | Lovelace", recordedAt: evening(july(6)),
                note: "=cmd|' /C calc'!A0"))
        try store.record(
            SignOff(
                item: "rollback-rehearsed", person: "Zoë Łukasiewicz", recordedAt: evening(july(9)),
                note: "dry run of day 1, <b>on paper</b>"))
        try store.record(
            SignOff(
                item: "rollback-rehearsed", person: "Zoë Łukasiewicz", recordedAt: evening(july(28)),
                note: "the runbook | was changed", isGiven: false))
    }

    /// The gate decides each evening from 20 July on; on the 30th Zoë puts 25 % in force for a week.
    static func decide(_ store: HistoryStore) throws {
        guard let calendar = Desk.calendar, let events = Desk.events else { return }
        for day in sessions where day >= july(20) {
            let night = try GateLoader.night(
                after: day, from: store, calendar: calendar, events: events,
                conditions: GateConditions(limits: limits, ruleVersion: "gate 1, settings 4d5e, program 1.0"),
                surroundings: GateSurroundings(failedCells: [], isArchiveWhole: true, hasKillSwitchFile: false))
            guard let record = night.record(decidedAt: evening(day)) else { continue }
            _ = try store.record(record)
            guard day == july(30) else { continue }
            _ = try store.record(
                overriding: day, at: NewYork.instant(day, hour: 20), person: "Zoë Łukasiewicz", secondPerson: nil,
                from: 0.5, to: 0.25, reason: "=1+1 | quotes of <b>XLE</b> are being looked at",
                expiresOn: july(31).adding(6))
        }
    }
}
