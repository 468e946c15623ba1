public import Dates

/// The desk's risk at one moment: everything it holds with capital, both strategies and the hedge.
///
/// The first seven figures are the row of `portfolio_metrics`.
public struct PortfolioSnapshot: Hashable, Sendable {
    /// When it was taken.
    public let time: Instant
    /// Net dollar delta ÷ equity: Σ(Δ × contracts × 100 × spot) ÷ equity.
    public let totalDelta: Double
    /// Dollars per calendar day.
    public let totalTheta: Double
    /// Dollars per point of implied volatility.
    public let totalVega: Double
    /// Change of ``totalDelta`` for a move of one per cent in every underlying.
    public let totalGamma: Double
    /// Maximum loss of everything opened that trading day ÷ equity.
    public let dayAtRisk: Double
    /// VIX, in points; nil when it was not known.
    public let vix: Double?
    /// Whether a hedge was held.
    public let hedgeActive: Bool
    /// Maximum loss of everything open ÷ equity; nil when it was not known.
    public let openRisk: Double?
    /// The desk's marked equity at this moment; nil when it was not known. The fractions stand against the equity of the
    /// close before, against which limits are checked.
    public let equity: Money?
    /// Mean IV rank of the universe, 0–100; nil when it was not known.
    public let meanIVRank: Double?
    /// Whether the hedge rule asked for a hedge; nil when vega or IV rank was not known.
    public let hedgeRequired: Bool?

    /// A snapshot of the desk's risk.
    public init(
        time: Instant, totalDelta: Double, totalTheta: Double, totalVega: Double, totalGamma: Double,
        dayAtRisk: Double, vix: Double?, hedgeActive: Bool, openRisk: Double? = nil, equity: Money? = nil,
        meanIVRank: Double? = nil, hedgeRequired: Bool? = nil
    ) {
        self.time = time
        self.totalDelta = totalDelta
        self.totalTheta = totalTheta
        self.totalVega = totalVega
        self.totalGamma = totalGamma
        self.dayAtRisk = dayAtRisk
        self.vix = vix
        self.hedgeActive = hedgeActive
        self.openRisk = openRisk
        self.equity = equity
        self.meanIVRank = meanIVRank
        self.hedgeRequired = hedgeRequired
    }

    /// The exchange date of the snapshot.
    public var day: Day { NewYork.day(at: time) }
}
