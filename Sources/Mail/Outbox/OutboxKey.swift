/// What makes two mails the same: a revision of a report, and who gets it. There is one entry of the outbox for each.
public struct OutboxKey: Hashable, Sendable, Codable {
    /// The kind of report, `weekly`.
    public let kind: String
    /// What the report covers, `2025-W47`.
    public let period: String
    /// The report's revision, from 1.
    public let revision: Int
    /// The mailbox in small letters.
    public let recipient: String

    /// The key of a report's mail to a recipient.
    public init(kind: String, period: String, revision: Int, recipient: MailAddress) {
        self.kind = kind
        self.period = period
        self.revision = revision
        self.recipient = recipient.mailbox.lowercased()
    }
}

extension OutboxKey: CustomStringConvertible {
    /// `weekly 2025-W47 r1 to desk@example.com`.
    public var description: String { "\(kind) \(period) r\(revision) to \(recipient)" }
}
