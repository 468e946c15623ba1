/// How option chains are made for recorded prices. Every value has a documented default.
public struct RecordedMarketSettings: Codable, Hashable, Sendable {
    /// The symbols, in the desk's order; the first one's volatility is tied to VIX.
    public var symbols = ["SPY", "QQQ", "IWM", "DIA", "XLE", "XLK"]
    /// Sessions behind the realised volatility that scales the first symbol's volatility to another's.
    public var realizedSessions = 60
    /// The least that another symbol's volatility can be of the first one's.
    public var leastRatio = 0.8
    /// The most that another symbol's volatility can be of the first one's.
    public var greatestRatio = 2.0
    /// At-the-money volatility of the first symbol that distant expirations tend to.
    public var distantVolatility = 0.2131
    /// How fast the term structure tends to it, per year. Both are fitted to the at-the-money volatilities of two SPY
    /// chains, 7 to 400 days (script/calibration/smile.py).
    public var termReversion = 1.109
    /// Interest rates by year, continuously compounded annual fractions: rounded yearly means of the three-month
    /// Treasury bill.
    public var ratesByYear = [
        "2006": 0.047, "2007": 0.044, "2008": 0.014, "2009": 0.002, "2010": 0.001, "2011": 0.001, "2012": 0.001,
        "2013": 0.001, "2014": 0, "2015": 0.001, "2016": 0.003, "2017": 0.009, "2018": 0.019, "2019": 0.021,
        "2020": 0.004, "2021": 0, "2022": 0.02, "2023": 0.051, "2024": 0.05, "2025": 0.041,
    ]
    /// The interest rate of years that are not named.
    public var otherRate = 0.04
    /// Sessions between the day on which a dividend is known and its ex-date.
    public var dividendNotice = 10
    /// How chains are made.
    public var surface = SurfaceSettings()

    /// The documented defaults.
    public init() {}

    /// The interest rate of a year.
    public func rate(year: Int) -> Double { ratesByYear[String(year)] ?? otherRate }
}
