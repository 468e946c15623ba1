public import Dates

/// How a trade ended.
public struct TradeExit: Hashable, Sendable {
    /// When the closing fill was made.
    public let time: Instant
    /// Paid to close, in dollars per share; negative when closing brought money in, as a hedge's sale does.
    public let cost: Price
    /// Commission and regulatory fees of the closing fill, never negative.
    public let fees: Money
    /// The rule that fired.
    public let reason: ExitReason

    /// The end of a trade.
    public init(time: Instant, cost: Price, fees: Money, reason: ExitReason) {
        self.time = time
        self.cost = cost
        self.fees = fees
        self.reason = reason
    }

    /// The exchange date of the exit: the day, week and month to which the realised P&L belongs.
    public var day: Day { NewYork.day(at: time) }
}
