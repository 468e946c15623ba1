/// The value of one option on one share and how it moves, to its holder.
public struct Valuation: Hashable, Sendable {
    /// Dollars per share.
    public var price: Double
    /// Dollars per dollar of the underlying: calls 0…1, puts −1…0.
    public var delta: Double
    /// Change of delta per dollar of the underlying.
    public var gamma: Double
    /// Dollars per share and calendar day, all else equal; mostly negative.
    public var theta: Double
    /// Dollars per share and percentage point of volatility.
    public var vega: Double
    /// Dollars per share and percentage point of the interest rate.
    public var rho: Double

    /// The value of one option and its Greeks.
    public init(price: Double, delta: Double, gamma: Double, theta: Double, vega: Double, rho: Double) {
        self.price = price
        self.delta = delta
        self.gamma = gamma
        self.theta = theta
        self.vega = vega
        self.rho = rho
    }
}
