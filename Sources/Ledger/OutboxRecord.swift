public import Dates

/// One mail of the outbox as the history keeps it. What its entry says is the mail's own business.
public struct OutboxRecord: Hashable, Sendable {
    /// The kind of report, such as `weekly`.
    public let kind: String
    /// What the report covers, such as `2026-W31`.
    public let period: String
    /// The report's revision, from 1.
    public let revision: Int
    /// The recipient's mailbox.
    public let recipient: String
    /// Where the mail stands, in a word, such as `sent`.
    public let state: String
    /// Everything about it, as JSON.
    public let entry: String
    /// When that was recorded.
    public let recordedAt: Instant

    /// One mail of the outbox.
    public init(
        kind: String, period: String, revision: Int, recipient: String, state: String, entry: String,
        recordedAt: Instant
    ) {
        self.kind = kind
        self.period = period
        self.revision = revision
        self.recipient = recipient
        self.state = state
        self.entry = entry
        self.recordedAt = recordedAt
    }
}
