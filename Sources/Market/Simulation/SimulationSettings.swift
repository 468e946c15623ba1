/// Everything that the simulated market rests on but its dates and its seed. Every value has a documented default.
public struct SimulationSettings: Codable, Hashable, Sendable {
    /// The market's return and volatility.
    public var market = MarketFactorSettings()
    /// The funds, in the desk's order. Betas, own volatilities, elasticities and volumes after the six funds' daily
    /// bars 2006–2019, prices and yields of the order of the early 2020s.
    public var funds = [
        FundSettings(
            symbol: "SPY", initialPrice: 450, beta: 1, ownVolatility: 0, ownElasticity: 0.5, dividendYield: 0.015,
            dividendsPerYear: 4, exDateOffset: 0, volume: 65e6, volumeNoise: 0.33),
        FundSettings(
            symbol: "QQQ", initialPrice: 380, beta: 0.989, ownVolatility: 0.071, ownElasticity: 0.58,
            dividendYield: 0.006, dividendsPerYear: 4, exDateOffset: 3, volume: 28e6, volumeNoise: 0.35),
        FundSettings(
            symbol: "IWM", initialPrice: 200, beta: 1.136, ownVolatility: 0.085, ownElasticity: 0.55,
            dividendYield: 0.013, dividendsPerYear: 4, exDateOffset: 3, volume: 18e6, volumeNoise: 0.42),
        FundSettings(
            symbol: "DIA", initialPrice: 350, beta: 0.911, ownVolatility: 0.036, ownElasticity: 0.56,
            dividendYield: 0.018, dividendsPerYear: 12, exDateOffset: 0, volume: 2.9e6, volumeNoise: 0.57),
        FundSettings(
            symbol: "XLE", initialPrice: 85, beta: 1.2, ownVolatility: 0.15, ownElasticity: 0.38,
            dividendYield: 0.033, dividendsPerYear: 4, exDateOffset: 3, volume: 13e6, volumeNoise: 0.34),
        FundSettings(
            symbol: "XLK", initialPrice: 170, beta: 0.972, ownVolatility: 0.072, ownElasticity: 0.54,
            dividendYield: 0.009, dividendsPerYear: 4, exDateOffset: 3, volume: 11e6, volumeNoise: 0.42),
    ]
    /// Correlations between the own returns of the funds after the first, one row a fund, below the diagonal.
    public var ownCorrelations: [[Double]] = [
        [], [0.15], [-0.15, -0.16], [-0.23, -0.04, -0.09], [0.72, 0, 0.05, -0.23],
    ]
    /// Reversion a year of the part of a fund's own volatility that does not go with the market's.
    public var ownVolatilityReversion = 4.0
    /// Volatility of that part's logarithm.
    public var ownVolatilityOfVolatility = 0.8
    /// Chance a day that a fund's own return is drawn three times as wide.
    public var ownOutlierChance = 0.03
    /// Share of a day's variance that falls between the close before and the open.
    public var overnightShare = 0.32
    /// Persistence of the unexplained part of the volume from day to day.
    public var volumePersistence = 0.5
    /// How the volume goes with the market's volatility: an exponent.
    public var volumeElasticity = 0.4
    /// Interest rate, continuously compounded, annual fraction.
    public var rate = 0.04
    /// Sessions simulated before the first one shown, so that the indicators' windows are full; at least 252.
    public var warmUpSessions = 273
    /// How chains are made.
    public var surface = SurfaceSettings()

    /// The documented defaults.
    public init() {}
}
