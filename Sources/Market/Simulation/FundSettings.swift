/// One fund of the simulation: its share in the market's return, its own risk, dividends and trading.
public struct FundSettings: Codable, Hashable, Sendable {
    /// The root symbol.
    public var symbol: String
    /// Price at the beginning of the simulation, dollars.
    public var initialPrice: Double
    /// Return per unit of the market's return.
    public var beta: Double
    /// Annualised volatility of the rest of its return when the market is as volatile as on average.
    public var ownVolatility: Double
    /// How strongly that volatility goes with the market's: an exponent.
    public var ownElasticity: Double
    /// Expected log return that neither the market nor the carry explain, a year.
    public var ownDrift: Double
    /// Dividends a year ÷ price.
    public var dividendYield: Double
    /// Dividends a year: 4 (March, June, September, December) or 12.
    public var dividendsPerYear: Int
    /// Calendar days from the month's third Friday to the ex-date.
    public var exDateOffset: Int
    /// Shares traded on an ordinary day.
    public var volume: Double
    /// Standard deviation of the logarithm of the volume that nothing explains.
    public var volumeNoise: Double

    /// A fund.
    public init(
        symbol: String, initialPrice: Double, beta: Double, ownVolatility: Double, ownElasticity: Double,
        ownDrift: Double = 0, dividendYield: Double, dividendsPerYear: Int, exDateOffset: Int, volume: Double,
        volumeNoise: Double
    ) {
        self.symbol = symbol
        self.initialPrice = initialPrice
        self.beta = beta
        self.ownVolatility = ownVolatility
        self.ownElasticity = ownElasticity
        self.ownDrift = ownDrift
        self.dividendYield = dividendYield
        self.dividendsPerYear = dividendsPerYear
        self.exDateOffset = exDateOffset
        self.volume = volume
        self.volumeNoise = volumeNoise
    }
}
