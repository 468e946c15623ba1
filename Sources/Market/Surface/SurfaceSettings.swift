/// How chains are made from a price and a volatility: the smile, its strength by symbol, the listing, the quotes and
/// the options on VIX. Both the simulated and the recorded market use it.
public struct SurfaceSettings: Codable, Hashable, Sendable {
    /// The smile of SPY.
    public var smile = SmileShape()
    /// How pronounced a symbol's smile is, SPY = 1. Assumptions: the index funds nearly alike, the sectors flatter, as
    /// their volatility is owed less to the market's.
    public var skews = ["SPY": 1, "QQQ": 0.95, "IWM": 0.9, "DIA": 1, "XLE": 0.7, "XLK": 0.9]
    /// The strength of the smile of symbols that are not named.
    public var otherSkew = 0.8
    /// Bid, ask and tick.
    public var spread = SpreadModel()
    /// Symbols with expirations on Mondays and Wednesdays too.
    public var midweekSymbols = ["IWM", "QQQ", "SPY"]
    /// The smallest distance between strikes, dollars.
    public var smallestIncrements = ["SPY": 1, "QQQ": 1, "IWM": 1, "DIA": 1, "XLE": 0.5, "XLK": 0.5]
    /// The smallest distance between strikes of symbols that are not named, dollars.
    public var otherSmallestIncrement = 1.0
    /// Options on VIX.
    public var volatilityIndexOptions = VolatilityIndexOptions()

    /// The documented defaults.
    public init() {}
}
