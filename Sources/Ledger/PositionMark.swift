public import Dates

/// One open position at one snapshot: what it would cost to close at mid, and its Greeks.
///
/// Greeks are of the whole position (all contracts, 100 shares each): delta in shares, gamma in shares per dollar,
/// theta in dollars per calendar day (positive when time earns), vega in dollars per volatility point.
public struct PositionMark: Hashable, Sendable {
    /// The trade.
    public let tradeID: Int64
    /// When the mark was taken.
    public let time: Instant
    /// Cost to close at mid in dollars per share; negative for a hedge, which would bring money in.
    public let mark: Price
    /// Credit − mark − fees paid so far, in dollars.
    public let unrealizedPnL: Money
    /// Shares of the underlying that move alike.
    public let delta: Double
    /// Shares per dollar of the underlying.
    public let gamma: Double
    /// Dollars per calendar day.
    public let theta: Double
    /// Dollars per point of implied volatility.
    public let vega: Double
    /// Delta of the short leg (a condor's larger in magnitude), signed, per share; nil for a hedge.
    public let shortDelta: Double?
    /// The underlying's price, in dollars.
    public let spot: Double
    /// Vega-weighted implied volatility of the legs, annualised fraction; nil when it cannot be told.
    public let impliedVolatility: Double?

    /// A mark of an open position.
    public init(
        tradeID: Int64, time: Instant, mark: Price, unrealizedPnL: Money, delta: Double, gamma: Double,
        theta: Double, vega: Double, shortDelta: Double?, spot: Double, impliedVolatility: Double?
    ) {
        self.tradeID = tradeID
        self.time = time
        self.mark = mark
        self.unrealizedPnL = unrealizedPnL
        self.delta = delta
        self.gamma = gamma
        self.theta = theta
        self.vega = vega
        self.shortDelta = shortDelta
        self.spot = spot
        self.impliedVolatility = impliedVolatility
    }

    /// The exchange date of the mark.
    public var day: Day { NewYork.day(at: time) }
}
