public import Dates
public import Input
public import Options

/// One option's line of a chain file, as the file has it.
public struct ChainQuote: Hashable, Sendable {
    /// Volatility and Greeks as the file's maker computed them, in the file's own units.
    public struct Analytics: Hashable, Sendable {
        /// Implied volatility, annualised fraction.
        public let impliedVolatility: Double
        /// Dollars per dollar of the underlying.
        public let delta: Double
        /// Delta per dollar of the underlying.
        public let gamma: Double
        /// Dollars per share and day.
        public let theta: Double
        /// Dollars per share and volatility point.
        public let vega: Double
    }

    /// The session at whose close it was quoted.
    public let quoteDay: Day
    /// The underlying's price in dollars; nil where the file has none.
    public let underlyingPrice: Double?
    /// The option.
    public let contract: OptionContract
    /// Highest bid, dollars per share; 0 where nobody bids, NaN where the quote cannot be used.
    public let bid: Double
    /// Lowest ask, dollars per share; NaN where the quote cannot be used.
    public let ask: Double
    /// Contracts traded on the day.
    public let volume: Int
    /// Contracts open.
    public let openInterest: Int
    /// The file's own volatility and Greeks; nil where it has none.
    public let analytics: Analytics?
    /// Where it stands.
    public let place: SourcePosition

    /// Halfway between bid and ask; NaN where there is no quote.
    public var mid: Double { (bid + ask) / 2 }
    /// Whether both sides are quoted and not crossed.
    public var hasMarket: Bool { bid >= 0 && ask > 0 && bid <= ask }
}
