public import Dates

/// A tombstone: a run was removed from the archive, and its line in the log stays.
public struct Removal: Hashable, Sendable {
    /// The number of its line in the log, from 1.
    public let sequence: Int
    /// When it was removed.
    public let time: Instant
    /// Where the run stood.
    public let place: Place
    /// Who removed it.
    public let person: String
    /// Why.
    public let reason: String
    /// The digest of the line before.
    public let previous: String
}
