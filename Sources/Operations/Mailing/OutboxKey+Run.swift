internal import Archive
internal import Mail

extension OutboxKey {
    /// The key of the mail about a run to a recipient.
    init(about run: Run, to recipient: MailAddress) {
        self.init(
            kind: run.place.kind, period: run.place.period.description, revision: run.place.revision,
            recipient: recipient)
    }

    /// The name of the run that it is about: `2026-W31-weekly-r1`.
    var runName: String { "\(period)-\(kind)-r\(revision)" }
}
