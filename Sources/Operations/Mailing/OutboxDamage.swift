/// An entry of the outbox that cannot be read back. No mail leaves before it can: one that was sent might leave again.
public struct OutboxDamage: Error, Equatable, Sendable, CustomStringConvertible {
    /// Which mail, as `weekly 2026-W31 r1 to desk@example.com`.
    public let key: String

    /// The entry, the rule and the remedy.
    public var description: String {
        "outbox, \(key): the entry cannot be read, so nobody knows whether this mail was sent, and none is; use the "
            + "program that wrote it, or restore a backup"
    }
}
