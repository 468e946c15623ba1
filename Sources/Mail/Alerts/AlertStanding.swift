public import Dates

/// A condition that is known, and who has been told. Channels stand in the order of their declaration.
public struct AlertStanding: Hashable, Sendable, Codable {
    /// The alert, as it was raised last.
    public internal(set) var alert: Alert
    /// When it was first raised.
    public let since: Instant
    /// When it was over; nil while it lasts.
    public internal(set) var recoveredAt: Instant?
    /// Those who have been told that it was raised.
    public internal(set) var told: [AlertChannel]
    /// Those who are still to be told what is the case now.
    public internal(set) var owed: [AlertChannel]
}
