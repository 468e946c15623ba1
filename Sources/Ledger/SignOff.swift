public import Dates

/// A person's word that something is as it should be, for what no program can see.
public struct SignOff: Hashable, Sendable {
    /// The stable identifier of the item, such as `rollback-rehearsed`.
    public let item: String
    /// Who signed.
    public let person: String
    /// When it was recorded.
    public let recordedAt: Instant
    /// What the word rests on; empty for nothing said.
    public let note: String
    /// Whether the item holds; false withdraws an earlier word.
    public let isGiven: Bool

    /// A person's word.
    public init(item: String, person: String, recordedAt: Instant, note: String, isGiven: Bool = true) {
        self.item = item
        self.person = person
        self.recordedAt = recordedAt
        self.note = note
        self.isGiven = isGiven
    }
}
