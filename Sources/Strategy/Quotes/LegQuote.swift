public import Ledger

/// One leg of a spread with the market that it would be traded in. Prices and Greeks are per share and of the
/// contract itself, whichever way the leg goes.
public struct LegQuote: Hashable, Sendable {
    /// The leg: the contract, and how many of it one unit holds.
    public let leg: Leg
    /// Highest bid, dollars per share.
    public let bid: Double
    /// Lowest ask, dollars per share.
    public let ask: Double
    /// Annualised fraction; `.nan` where none could be computed, as for the Greeks.
    public let impliedVolatility: Double
    /// Per share.
    public let delta: Double
    /// Per dollar of the underlying.
    public let gamma: Double
    /// Dollars per calendar day.
    public let theta: Double
    /// Dollars per volatility point.
    public let vega: Double

    /// A leg with its market.
    public init(
        leg: Leg, bid: Double, ask: Double, impliedVolatility: Double, delta: Double, gamma: Double, theta: Double,
        vega: Double
    ) {
        self.leg = leg
        self.bid = bid
        self.ask = ask
        self.impliedVolatility = impliedVolatility
        self.delta = delta
        self.gamma = gamma
        self.theta = theta
        self.vega = vega
    }

    /// Halfway between bid and ask.
    public var mid: Double { (bid + ask) / 2 }
    /// Contracts in one unit as a number: +1 long, −1 short.
    public var quantity: Double { Double(leg.quantity) }
}
