public import Dates

/// The share of the desk's capital that MULTIBOOK traded in a session, as the history's daily results show it.
public struct TradedShare: Hashable, Sendable {
    /// The session.
    public let day: Day
    /// The share, 0–1.
    public let share: Double

    /// The share traded in a session.
    public init(day: Day, share: Double) {
        self.day = day
        self.share = share
    }
}
