/// The market's return and volatility in the simulation; docs/simulated-market.md has the equations.
///
/// Fitted to SPY and VIX 2006–2019 by the simulated method of moments (script/calibration/dynamics.py). Rates and
/// variances are per year, steps are sessions of 1/252 year.
public struct MarketFactorSettings: Codable, Hashable, Sendable {
    /// Expected log return of the market, dividends included.
    public var drift = 0.08
    /// ln of the annualised volatility with both factors at zero in the calm regime.
    public var logLevel = -2.2885
    /// How fast the slow volatility factor reverts.
    public var slowReversion = 2.5720
    /// Volatility of the slow factor.
    public var slowVolatility = 0.3726
    /// Correlation of the slow factor with the market's return.
    public var slowCorrelation = -0.5345
    /// How fast the fast volatility factor reverts.
    public var fastReversion = 22.3577
    /// Volatility of the fast factor.
    public var fastVolatility = 1.9089
    /// Correlation of the fast factor with the market's return.
    public var fastCorrelation = -0.8458
    /// Level that the slow factor reverts to in the stress regime; zero in the calm one.
    public var stressLevel = 1.1747
    /// Rate at which calm turns into stress.
    public var calmToStress = 0.2662
    /// Rate at which stress turns into calm.
    public var stressToCalm = 1.1433
    /// Jumps of the return a year, as an expectation.
    public var jumpRate = 9.7127
    /// Mean size of a jump, in daily standard deviations.
    public var jumpMean = -1.5343
    /// Standard deviation of the size of a jump, in daily standard deviations.
    public var jumpDeviation = 1.7077
    /// How much a fall by jump lifts the fast factor, per daily standard deviation.
    public var jumpLift = 0.1945
    /// At-the-money implied variance ÷ expected variance. The fit gave 1.159; this lies between it and the value at which
    /// realised over implied variance would be as in 2006–2019, as the richer premium would flatter whoever sells options.
    public var variancePremium = 1.11

    /// The fitted values.
    public init() {}
}
