public import Dates
public import Options

/// All listed options of one underlying at one moment, in columns: one ``Slice`` an expiration, strikes ascending.
public struct OptionChain: Sendable {
    /// The options of one expiration. Index `i` of every column belongs to `strikes[i]`.
    public struct Slice: Sendable {
        /// The expiration.
        public let expiration: Day
        /// Years to expiration, calendar days ÷ 365 (or finer where the source knows the time of day).
        public let years: Double
        /// Forward price of the underlying for this expiration, in dollars.
        public let forward: Double
        /// Strikes in thousandths of a dollar, strictly ascending.
        public let strikes: [Int]
        /// The calls.
        public let calls: Side
        /// The puts.
        public let puts: Side

        /// The options of one expiration; every column must be as long as `strikes`.
        public init(expiration: Day, years: Double, forward: Double, strikes: [Int], calls: Side, puts: Side) {
            precondition(calls.count == strikes.count && puts.count == strikes.count, "columns of unequal length")
            self.expiration = expiration
            self.years = years
            self.forward = forward
            self.strikes = strikes
            self.calls = calls
            self.puts = puts
        }

        /// Calls or puts.
        public func side(_ right: Right) -> Side { right == .call ? calls : puts }
    }

    /// Quotes and Greeks of one right of one expiration, in columns.
    ///
    /// A price of `.nan` means no quote; a Greek of `.nan` means that none could be computed. Both stay inside
    /// the market: whoever reads a column asks ``hasMarket(at:)`` first.
    public struct Side: Sendable {
        /// Highest bid, dollars per share; 0 where nobody bids.
        public var bid: [Double]
        /// Lowest ask, dollars per share.
        public var ask: [Double]
        /// Implied volatility, annualised fraction.
        public var impliedVolatility: [Double]
        /// Per share of the underlying: calls 0…1, puts −1…0.
        public var delta: [Double]
        /// Per dollar of the underlying.
        public var gamma: [Double]
        /// Dollars per share and calendar day; negative for a holder.
        public var theta: [Double]
        /// Dollars per share and volatility point.
        public var vega: [Double]

        /// Columns of equal length.
        public init(
            bid: [Double], ask: [Double], impliedVolatility: [Double], delta: [Double], gamma: [Double],
            theta: [Double], vega: [Double]
        ) {
            precondition(
                [ask, impliedVolatility, delta, gamma, theta, vega].allSatisfy { $0.count == bid.count },
                "columns of unequal length")
            self.bid = bid
            self.ask = ask
            self.impliedVolatility = impliedVolatility
            self.delta = delta
            self.gamma = gamma
            self.theta = theta
            self.vega = vega
        }

        /// The number of strikes.
        public var count: Int { bid.count }

        /// Whether both sides are quoted, the bid is not negative and the market is not crossed.
        public func hasMarket(at index: Int) -> Bool {
            bid[index] >= 0 && ask[index] > 0 && bid[index] <= ask[index]
        }

        /// Halfway between bid and ask, dollars per share.
        public func mid(at index: Int) -> Double { (bid[index] + ask[index]) / 2 }
    }

    /// The root symbol of the underlying.
    public let underlying: String
    /// When the quotes were taken.
    public let time: Instant
    /// The underlying's price, in dollars.
    public let spot: Double
    /// Whether a model made the quotes; then everything that rests on them is labelled synthetic.
    public let isSynthetic: Bool
    /// Expirations, ascending.
    public let slices: [Slice]

    /// A chain; slices ascending by expiration.
    public init(underlying: String, time: Instant, spot: Double, isSynthetic: Bool, slices: [Slice]) {
        self.underlying = underlying
        self.time = time
        self.spot = spot
        self.isSynthetic = isSynthetic
        self.slices = slices
    }

    /// The slice of an expiration; nil when it is not listed.
    public func slice(_ expiration: Day) -> Slice? {
        slices.first { $0.expiration == expiration }
    }

    /// The total number of quotes.
    public var quoteCount: Int { slices.reduce(0) { $0 + 2 * $1.strikes.count } }
}
