/// Why no volatility gives an option its price.
public enum NoImpliedVolatility: Error, Hashable, Sendable, CustomStringConvertible {
    /// Price or another input is infinite, not a number, or negative where it must not be.
    case invalidInput(InvalidPricingInput)
    /// The option expires now or spot or strike is zero: its price does not depend on volatility.
    case independentOfVolatility
    /// The price equals the least an option can be worth, to the precision of numbers: no time value is left.
    case noTimeValue
    /// The price is below the least that the option can be worth.
    case belowMinimum(price: Double, minimum: Double)
    /// The price is at or above what the option is worth under endless volatility.
    case atOrAboveMaximum(price: Double, maximum: Double)

    /// The rule that was broken and the values seen.
    public var description: String {
        switch self {
        case .invalidInput(let fault): "no implied volatility: \(fault)"
        case .independentOfVolatility:
            "no implied volatility: at expiration, or with a spot or strike of zero, volatility moves no price"
        case .noTimeValue: "no implied volatility: the price holds no time value"
        case .belowMinimum(let price, let minimum):
            "no implied volatility: the price \(price) is below the least possible value \(minimum)"
        case .atOrAboveMaximum(let price, let maximum):
            "no implied volatility: the price \(price) is not below the greatest possible value \(maximum)"
        }
    }
}
