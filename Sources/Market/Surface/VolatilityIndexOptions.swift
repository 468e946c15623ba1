internal import Mathematics

/// Options on VIX: a forward that reverts to a mean level and a smile that rises towards high strikes.
///
/// The uncertainty of ln VIX over a time T, fitted to its autocorrelations 2006–2019 at 1, 5, 21, 63 and 126 sessions
/// (its variance over T is twice its stationary variance times one less its autocorrelation):
///
///     v(T) = fastVariance · (1 − e^{−T ÷ fastYears}) + slowVariance · (1 − e^{−slowRate · T})
///     ln F(T) = ln mean + ρ(T) · (ln VIX − ln mean),    ρ(T) = 1 − v(T) ÷ (fastVariance + slowVariance)
///
/// At-the-money volatility is √(v(T) ÷ T) · premium. Expirations are Wednesdays, or the session before on a holiday;
/// an option expires at 09:30 of its day. Deltas are per point of the forward.
public struct VolatilityIndexOptions: Codable, Hashable, Sendable {
    /// The part of twice the stationary variance of ln VIX that decays fast.
    public var fastVariance = 0.02
    /// How fast, in years.
    public var fastYears = 0.019
    /// The part that decays slowly.
    public var slowVariance = 0.24
    /// How fast, per year.
    public var slowRate = 1.9
    /// The level that forwards revert to, points.
    public var meanLevel = 19.0
    /// Implied over expected volatility of VIX; an assumption.
    public var premium = 1.05
    /// The smile; an assumption, as no real chain of VIX options was at hand.
    public var smile = SmileShape(
        putSlope: -0.02, callSlope: 0.14, centre: 0, roundness: 0.8, damping: 0, dampingYears: 1, reach: 5)
    /// Calendar days ahead up to which each Wednesday is listed.
    public var weeklyDays = 38
    /// The smallest distance between strikes, points.
    public var smallestIncrement = 0.5

    /// The documented defaults.
    public init() {}

    /// v(T): variance of ln VIX over a time in years.
    public func variance(years: Double) -> Double {
        fastVariance * (1 - Elementary.exp(-years / fastYears)) + slowVariance * (1 - Elementary.exp(-slowRate * years))
    }

    /// The forward of VIX, points, from its level in points.
    public func forward(level: Double, years: Double) -> Double {
        let remaining = 1 - variance(years: years) / (fastVariance + slowVariance)
        return meanLevel * Elementary.pow(level / meanLevel, remaining)
    }

    /// At-the-money volatility of the forward, annualised fraction.
    public func volatility(years: Double) -> Double {
        (variance(years: years) / years).squareRoot() * premium
    }
}
