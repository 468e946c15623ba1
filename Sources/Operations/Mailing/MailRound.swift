public import Archive
public import Dates
public import Mail
public import Nightly

/// Sends what is to be sent: reports that were never mailed, and mails whose time has come again.
public struct MailRound {
    private let mailer: ReportMailer
    private let archive: Archive
    private let settings: ReportSettings
    private let postman: Postman
    private let outbox: HistoryOutbox
    private let now: () -> Instant

    /// A round.
    public init(
        _ mailer: ReportMailer, archive: Archive, settings: ReportSettings, postman: Postman, outbox: HistoryOutbox,
        now: @escaping () -> Instant
    ) {
        self.mailer = mailer
        self.archive = archive
        self.settings = settings
        self.postman = postman
        self.outbox = outbox
        self.now = now
    }

    /// Sends, each mail at most once however often this is called.
    /// - Returns: the mails that this desk still has to do with: those of the round, tried or not.
    public func deliver() throws -> [Postman.Outcome] {
        let history = try archive.history()
        let known = Dictionary(try outbox.entries().map { ($0.key, $0) }) { first, _ in first }
        let today = NewYork.day(at: now())
        let recipients = try mailer.recipients()
        var mails: [(key: OutboxKey, message: MailMessage)] = []
        for run in history.runs where settings.mailed.contains(run.place.kind) {
            // Of a report that was corrected only the correction is sent.
            guard case .current = history.state(of: run) else { continue }
            let isFresh = run.asOf.days(to: today) <= settings.mailDays
            for recipient in recipients {
                let key = OutboxKey(
                    kind: run.place.kind, period: run.place.period.description, revision: run.place.revision,
                    recipient: recipient)
                guard known[key].map(\.state.isOpen) ?? isFresh else { continue }
                mails.append(try mailer.message(about: run, to: recipient))
            }
        }
        return try postman.deliver(mails, through: outbox)
    }
}
