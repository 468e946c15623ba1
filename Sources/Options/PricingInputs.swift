/// What the value of an option rests on.
public struct PricingInputs: Hashable, Sendable {
    /// Call or put.
    public var right: Right
    /// Price of the underlying, dollars per share.
    public var spot: Double
    /// Dollars per share.
    public var strike: Double
    /// Time to expiration in years of 365 days.
    public var years: Double
    /// Interest rate, continuously compounded, annual fraction; may be negative.
    public var rate: Double
    /// Dividend yield, continuously compounded, annual fraction; may be negative.
    public var dividendYield: Double
    /// Annualised volatility, fraction.
    public var volatility: Double

    /// Takes the inputs as they are; ``validated()`` checks them.
    public init(
        right: Right, spot: Double, strike: Double, years: Double, rate: Double = 0, dividendYield: Double = 0,
        volatility: Double
    ) {
        self.right = right
        self.spot = spot
        self.strike = strike
        self.years = years
        self.rate = rate
        self.dividendYield = dividendYield
        self.volatility = volatility
    }
}
