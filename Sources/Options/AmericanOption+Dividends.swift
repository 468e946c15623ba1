extension AmericanOption {
    /// The value and its Greeks where dividends in cash are known: the spot is lognormal between the ex-dividend
    /// dates and falls by the dividend on them. To about 10⁻⁶ of the strike; by finite differences, some milliseconds a
    /// price. Inputs are taken as valid (``PricingInputs/validated()``); the dividend yield of the inputs comes on top.
    public static func valuation(_ inputs: PricingInputs, dividends: [CashDividend]) -> Valuation {
        let due = dividends.filter { $0.years < inputs.years && $0.amount > 0 }
        guard !due.isEmpty, inputs.volatility * inputs.years.squareRoot() > 1e-6, inputs.spot > 0, inputs.strike > 0
        else { return valuation(inputs) }
        return valuation(inputs) { FiniteDifferences.solve($0, dividends: due) }
    }
}
