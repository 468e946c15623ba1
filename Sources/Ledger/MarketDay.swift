public import Dates

/// What the market showed of one symbol at a session's decision: kept so that results can be told apart by regime and held
/// against simply owning the market.
public struct MarketDay: Hashable, Sendable {
    /// The session.
    public let day: Day
    /// The symbol; `VIX` for the index itself, whose level is then ``price``.
    public let symbol: String
    /// Dollars per share, as traded; points for an index.
    public let price: Double
    /// Ratio of shares after to shares before of a split that took effect on the session; 1 for none.
    public let splitRatio: Double
    /// Dividend per share whose ex-date the session is, dollars; 0 for none.
    public let dividend: Double
    /// Constant-maturity 30-day at-the-money implied volatility, annualised fraction; nil where it was not known.
    public let impliedVolatility: Double?
    /// IV rank, 0–100; nil where it was not ready.
    public let ivRank: Double?

    /// What the market showed of one symbol.
    public init(
        day: Day, symbol: String, price: Double, splitRatio: Double = 1, dividend: Double = 0,
        impliedVolatility: Double? = nil, ivRank: Double? = nil
    ) {
        self.day = day
        self.symbol = symbol
        self.price = price
        self.splitRatio = splitRatio
        self.dividend = dividend
        self.impliedVolatility = impliedVolatility
        self.ivRank = ivRank
    }
}
