/// The rules of a book of MULTIBOOK.
public struct SpreadBookSettings: Hashable, Sendable, Codable {
    /// The symbols that it trades, in the desk's order.
    public var universe = ["SPY", "QQQ", "IWM", "DIA", "XLE", "XLK"]
    /// Days to expiration at entry.
    public var daysToExpiration: DaysToExpiration
    /// The least IV rank at entry, 0–100, itself allowed.
    public var minimumIVRank: Double
    /// Magnitude of the short options' delta at entry.
    public var shortDelta = DeltaRange()
    /// Share of capital at maximum loss, by tier.
    public var size: TierFractions
    /// When a position is closed.
    public var exits: ExitSettings

    /// A book with the desk's universe and short deltas.
    public init(daysToExpiration: DaysToExpiration, minimumIVRank: Double, size: TierFractions, exits: ExitSettings) {
        self.daysToExpiration = daysToExpiration
        self.minimumIVRank = minimumIVRank
        self.size = size
        self.exits = exits
    }

    /// PRIMARY: 40–50 days, IV rank from 40, 3/5/8 % of capital; closed at half the credit, at a loss of 1.5
    /// credits, at 21 days or beyond a short delta of 0.30.
    public static let primary = SpreadBookSettings(
        daysToExpiration: DaysToExpiration(minimum: 40, maximum: 50, target: 45), minimumIVRank: 40,
        size: TierFractions(from70: 0.03, from80: 0.05, from90: 0.08),
        exits: ExitSettings(profitTarget: 0.50, stopLoss: 1.50, timeStop: 21, deltaBreach: 0.30))

    /// INCOME_POP: 7–14 days, IV rank from 80, 1 % of capital; closed at a quarter of the credit, at a loss of one
    /// credit or on the last day.
    public static let incomePop = SpreadBookSettings(
        daysToExpiration: DaysToExpiration(minimum: 7, maximum: 14, target: 10), minimumIVRank: 80,
        size: TierFractions(from70: 0.01, from80: 0.01, from90: 0.01),
        exits: ExitSettings(profitTarget: 0.25, stopLoss: 1.00, timeStop: 0))
}
