public import Dates

/// One trading session of the New York Stock Exchange.
public struct Session: Hashable, Sendable {
    /// The exchange date.
    public let day: Day
    /// The opening, 09:30 New York time.
    public let open: Instant
    /// The close, 16:00 New York time, or earlier.
    public let close: Instant
    /// Whether the exchange closes before 16:00.
    public let isEarlyClose: Bool

    /// A session that closes at a minute of the New York day.
    init(day: Day, closingMinute: Int) {
        self.day = day
        open = NewYork.instant(day, hour: 9, minute: 30)
        close = NewYork.instant(day, hour: closingMinute / 60, minute: closingMinute % 60)
        isEarlyClose = closingMinute < Session.regularClosingMinute
    }

    static let regularClosingMinute = 16 * 60
}
