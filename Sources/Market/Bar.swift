public import Dates

/// One session's prices of one symbol, in dollars as they were traded (not adjusted for splits or dividends).
public struct Bar: Hashable, Sendable {
    /// The session.
    public let day: Day
    /// First trade.
    public let open: Double
    /// Highest trade.
    public let high: Double
    /// Lowest trade.
    public let low: Double
    /// Last trade.
    public let close: Double
    /// Shares traded; zero where the source has none, as for an index.
    public let volume: Double

    /// A session's prices.
    public init(day: Day, open: Double, high: Double, low: Double, close: Double, volume: Double) {
        self.day = day
        self.open = open
        self.high = high
        self.low = low
        self.close = close
        self.volume = volume
    }
}
