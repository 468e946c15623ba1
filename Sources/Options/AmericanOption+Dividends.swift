extension AmericanOption {
    /// The value in dollars per share where dividends in cash are known; as ``valuation(_:dividends:)``.
    public static func price(_ inputs: PricingInputs, dividends: [CashDividend]) -> Double {
        slopes(inputs, dividends: dividends).price
    }

    /// The value and its Greeks where dividends in cash are known: the spot is lognormal between the ex-dividend
    /// dates and falls by the dividend on them. To about 3·10⁻⁶ of the strike; by finite differences, some milliseconds
    /// a price. Inputs are taken as valid (``PricingInputs/validated()``); their dividend yield comes on top.
    public static func valuation(_ inputs: PricingInputs, dividends: [CashDividend]) -> Valuation {
        valuation(inputs) { slopes($0, dividends: dividends) }
    }

    private static func slopes(_ inputs: PricingInputs, dividends: [CashDividend]) -> Slopes {
        let due = dividends.filter { $0.years >= 0 && $0.years < inputs.years && $0.amount > 0 }
        guard !due.isEmpty, inputs.spot > 0, inputs.strike > 0,
            inputs.volatility * inputs.years.squareRoot() > 1e-4
        else { return slopes(inputs) }
        return FiniteDifferences.solve(inputs, dividends: due)
    }
}
