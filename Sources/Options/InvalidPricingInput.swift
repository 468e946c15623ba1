/// Why an option cannot be priced from given inputs.
public enum InvalidPricingInput: Error, Hashable, Sendable, CustomStringConvertible {
    /// An input of this name is infinite or not a number.
    case notFinite(String)
    /// An input of this name that must not be negative is.
    case negative(String, Double)

    /// The input, the rule and the value seen.
    public var description: String {
        switch self {
        case .notFinite(let name): "\(name) must be a finite number"
        case .negative(let name, let value): "\(name) must not be negative; it is \(value)"
        }
    }
}

extension PricingInputs {
    /// These inputs, if every number is finite and spot, strike, years and volatility are not negative.
    public func validated() throws(InvalidPricingInput) -> PricingInputs {
        let nonNegative = [("spot", spot), ("strike", strike), ("years", years), ("volatility", volatility)]
        for (name, value) in nonNegative + [("rate", rate), ("dividend yield", dividendYield)]
        where !value.isFinite { throw .notFinite(name) }
        for (name, value) in nonNegative where value < 0 { throw .negative(name, value) }
        return self
    }
}
