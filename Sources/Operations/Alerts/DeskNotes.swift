public import Archive
public import Dates
public import History
internal import Ledger
internal import Nightly

/// What a person should know beside a session's checklist: mail that does not go out, nights that were not done.
public enum DeskNotes {
    /// The notes, each in a line; none where the desk neither mails nor runs nights, or all is well.
    /// - Parameters:
    ///   - session: the session that is looked at; its own night may still be to come.
    ///   - sessions: the exchange's sessions in order.
    public static func lines(
        before session: Day, sessions: [Day], store: HistoryStore, archive: Archive, now: @escaping () -> Instant
    ) throws -> [String] {
        let mail = try OutboxReview(HistoryOutbox(store, now: now), archive: archive, today: NewYork.day(at: now()))
            .words()
        var lines = mail.stuck.map { "Mail needs a person: \($0)" } + mail.waiting.map { "Mail waits: \($0)" }
        let steps = try store.jobSteps()
        // A desk that never ran a night has none to miss.
        guard let first = steps.map(\.day).min(), let last = sessions.last(where: { $0 < session }) else {
            return lines
        }
        let plan = NightlyPlan(
            sessions: sessions, through: last, since: first, beginning: try store.span()?.lowerBound, done: steps)
        if let night = plan.nights.first {
            let others = plan.nights.count == 1 ? "" : ", and of \(plan.nights.count - 1) more"
            lines.append(
                "Nights: \(night.steps.count) steps of \(night.session)\(others) are not done; run report nightly")
        }
        return lines
    }
}
