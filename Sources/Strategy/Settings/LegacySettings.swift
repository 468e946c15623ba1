/// The rules of the old volatility-spike strategy.
public struct LegacySettings: Hashable, Sendable, Codable {
    /// The symbols that it trades, in the desk's order.
    public var universe = ["SPY", "QQQ", "IWM"]
    /// Days to expiration at entry: 14–30, best 21.
    public var daysToExpiration = DaysToExpiration(minimum: 14, maximum: 30, target: 21)
    /// The least IV rank at entry, 0–100, itself allowed; 70 by default.
    public var minimumIVRank = 70.0
    /// The least day's move in magnitude, as a fraction of the previous close; 0.015 by default.
    public var minimumDayMove = 0.015
    /// Distance of the short strike from the price, as a fraction; 0.05 by default.
    public var strikeDistance = 0.05
    /// The width to come nearest to, in dollars; 5 by default, which the old desk's own trades had.
    public var width = 5.0
    /// Contracts of a trade; 1 by default.
    public var contracts = 1
    /// Contracts from a confidence of 80; 2 by default.
    public var contractsFromConfidence80 = 2
    /// When a position is closed: 35 % of the credit, a loss of one credit, fewer than 7 days.
    public var exits = ExitSettings(profitTarget: 0.35, stopLoss: 1.00, timeStop: 6)

    /// The old strategy as it was run.
    public init() {}
}
