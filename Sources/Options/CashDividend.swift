internal import Mathematics

/// A dividend in cash that is known beforehand.
public struct CashDividend: Hashable, Sendable {
    /// Time to the ex-dividend date, in years of 365 days.
    public let years: Double
    /// Dollars per share.
    public let amount: Double

    /// A dividend of an amount after a time.
    public init(years: Double, amount: Double) {
        self.years = years
        self.amount = amount
    }
}

extension PricingInputs {
    /// These inputs with the value of dividends before expiration taken out of the spot: what remains is lognormal
    /// (the escrowed-dividend model for European exercise; Hull, "Options, Futures, and Other Derivatives", 5th ed.,
    /// chapter 12). A spot that the dividends would exhaust becomes 0.
    public func escrowing(_ dividends: [CashDividend]) -> PricingInputs {
        var inputs = self
        for dividend in dividends where dividend.years >= 0 && dividend.years <= years {
            inputs.spot -= dividend.amount * Elementary.exp(-rate * dividend.years)
        }
        inputs.spot = max(0, inputs.spot)
        return inputs
    }
}
