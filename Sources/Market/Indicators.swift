/// What the price and volatility history of one symbol says at one moment; each nil until its window is full.
public struct Indicators: Hashable, Sendable {
    /// Simple moving average of the last 20 closes, dollars.
    public var sma20: Double?
    /// Wilder's relative strength index over 14 closes, 0–100.
    public var rsi14: Double?
    /// Constant-maturity 30-day at-the-money implied volatility, annualised fraction.
    public var impliedVolatility: Double?
    /// (IV − min₂₅₂) ÷ (max₂₅₂ − min₂₅₂) × 100; nil before 126 observations.
    public var ivRank: Double?
    /// Share of the last 252 observations below today's, × 100; nil before 126 observations.
    public var ivPercentile: Double?
    /// Observations behind rank and percentile, at most 252.
    public var ivObservations: Int
    /// Close ÷ previous close − 1.
    public var dayMove: Double?
    /// Volume ÷ mean volume of the 20 sessions before.
    public var volumeRatio: Double?

    /// Indicators of one symbol at one moment.
    public init(
        sma20: Double? = nil, rsi14: Double? = nil, impliedVolatility: Double? = nil, ivRank: Double? = nil,
        ivPercentile: Double? = nil, ivObservations: Int = 0, dayMove: Double? = nil, volumeRatio: Double? = nil
    ) {
        self.sma20 = sma20
        self.rsi14 = rsi14
        self.impliedVolatility = impliedVolatility
        self.ivRank = ivRank
        self.ivPercentile = ivPercentile
        self.ivObservations = ivObservations
        self.dayMove = dayMove
        self.volumeRatio = volumeRatio
    }
}
