/// The VIX hedge, which MULTIBOOK carries.
public struct HedgeSettings: Hashable, Sendable, Codable {
    /// Required below this vega of the portfolio, in dollars per volatility point; −1,000 by default.
    public var vegaBelow = -1_000.0
    /// Required above this mean IV rank of the universe, 0–100; 60 by default.
    public var meanIVRankAbove = 60.0
    /// VIX is calm below this many points; 15 by default.
    public var calmVIX = 15.0
    /// VIX is high above this many points; 25 by default.
    public var highVIX = 25.0
    /// Notional (strike × 100 × contracts) as a fraction of capital while VIX is calm; 0.02 by default.
    public var calmNotional = 0.02
    /// The same in between; 0.015 by default.
    public var usualNotional = 0.015
    /// The same while VIX is high; 0.01 by default.
    public var highNotional = 0.01
    /// The call's delta to come nearest to, per share; 0.30 by default.
    public var delta = 0.30
    /// Where no delta is known: the listed strike nearest to VIX times this, rounded to a whole point; 1.20 by default.
    public var strikeOverVIX = 1.20
    /// The fewest calendar days to expiration at entry; 5 by default.
    public var minimumDays = 5
    /// The most calendar days to expiration at entry; 10 by default.
    public var maximumDays = 10
    /// Replaced at this many calendar days to expiration or fewer; 1 by default.
    public var rollDays = 1
    /// Closed after this many sessions in a row in which it was not required; 3 by default.
    public var idleSessions = 3

    /// The plan's hedge.
    public init() {}
}
