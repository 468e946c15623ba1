/// Why an option cannot be priced from given inputs.
public enum InvalidPricingInput: Error, Hashable, Sendable, CustomStringConvertible {
    /// An input of this name is infinite or not a number.
    case notFinite(String)
    /// An input of this name that must not be negative is.
    case negative(String, Double)

    /// The input, the rule and the value seen.
    public var description: String {
        switch self {
        case .notFinite(let name): "the \(name) must be a finite number"
        case .negative(let name, let value): "the \(name) must not be negative; it is \(value)"
        }
    }
}

extension PricingInputs {
    /// These inputs, if every number is finite and spot, strike, years and volatility are not negative.
    public func validated() throws(InvalidPricingInput) -> PricingInputs {
        if let fault = faultBesidesVolatility ?? Self.fault("volatility", volatility) { throw fault }
        return self
    }

    /// The first fault of the inputs other than the volatility.
    var faultBesidesVolatility: InvalidPricingInput? {
        if let fault = Self.fault("spot", spot) ?? Self.fault("strike", strike) ?? Self.fault("years", years) {
            return fault
        }
        if !rate.isFinite { return .notFinite("rate") }
        return dividendYield.isFinite ? nil : .notFinite("dividend yield")
    }

    private static func fault(_ name: String, _ value: Double) -> InvalidPricingInput? {
        if !value.isFinite { return .notFinite(name) }
        return value < 0 ? .negative(name, value) : nil
    }
}
