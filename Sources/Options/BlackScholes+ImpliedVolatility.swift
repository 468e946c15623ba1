internal import Mathematics

extension BlackScholes {
    /// The annualised volatility at which the model gives a price in dollars per share; the volatility that the
    /// inputs carry is not read.
    public static func impliedVolatility(
        ofPrice price: Double, _ inputs: PricingInputs
    ) throws(NoImpliedVolatility) -> Double {
        var trial = inputs
        trial.volatility = 0
        do { _ = try trial.validated() } catch { throw .invalidInput(error) }
        guard price.isFinite else { throw .invalidInput(.notFinite("price")) }
        let asset = inputs.spot * Elementary.exp(-inputs.dividendYield * inputs.years)
        let cash = inputs.strike * Elementary.exp(-inputs.rate * inputs.years)
        guard inputs.years > 0, asset > 0, cash > 0 else { throw .independentOfVolatility }
        let minimum = max(0, inputs.right.sign * (asset - cash))
        let maximum = inputs.right == .call ? asset : cash
        guard price >= minimum else { throw .belowMinimum(price: price, minimum: minimum) }
        guard price > minimum else { throw .noTimeValue }
        guard price < maximum else { throw .atOrAboveMaximum(price: price, maximum: maximum) }
        var low = 0.0
        var high = 1.0
        while true {
            trial.volatility = high
            guard BlackScholes.price(trial) < price, high < 1e6 else { break }
            low = high
            high *= 2
        }
        while true {
            let middle = 0.5 * (low + high)
            guard middle > low, middle < high else { return middle }
            trial.volatility = middle
            if BlackScholes.price(trial) < price { low = middle } else { high = middle }
        }
    }
}
