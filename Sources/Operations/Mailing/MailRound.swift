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
        guard archive.exists else { return [] }
        let entries = try outbox.entries()
        let open = Dictionary(grouping: entries.filter(\.state.isOpen), by: \.key.runName)
        let known = Set(entries.map(\.key))
        let today = NewYork.day(at: now())
        let subscribers = try mailer.recipients()
        var mails: [(key: OutboxKey, message: MailMessage)] = []
        // Of a report that was corrected only the correction is sent.
        for run in try archive.history().current {
            let isDue = settings.mailed.contains(run.place.kind) && run.asOf.days(to: today) <= settings.mailDays
            // Whoever asked for a mail by hand gets it like the others when it could not go out at once.
            var waiting = Dictionary(uniqueKeysWithValues: open[run.place.name, default: []].map { ($0.key, $0) })
            for recipient in subscribers {
                let key = OutboxKey(about: run, to: recipient)
                guard waiting.removeValue(forKey: key) != nil || isDue && !known.contains(key) else { continue }
                mails.append(try mailer.message(about: run, to: recipient))
            }
            for key in waiting.keys.sorted(by: { $0.recipient < $1.recipient }) {
                mails.append(try mailer.message(about: run, to: try MailAddress(key.recipient)))
            }
        }
        return try postman.deliver(mails, through: outbox)
    }
}
