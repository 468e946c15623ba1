internal import Mathematics

/// American exercise under the model of Black, Scholes and Merton: exercise on any day up to expiration.
public enum AmericanOption {
    /// The value in dollars per share. Inputs are taken as valid (``PricingInputs/validated()``).
    public static func price(_ inputs: PricingInputs) -> Double {
        let steps = 1001
        let step = inputs.years / Double(steps)
        let sign = inputs.right.sign
        let intrinsic = max(0, sign * (inputs.spot - inputs.strike))
        guard step > 0, inputs.volatility > 0, inputs.spot > 0, inputs.strike > 0 else {
            return max(intrinsic, BlackScholes.price(inputs))
        }
        let up = Elementary.exp(inputs.volatility * step.squareRoot())
        let growth = Elementary.exp((inputs.rate - inputs.dividendYield) * step)
        let discount = Elementary.exp(-inputs.rate * step)
        let weight = (growth - 1 / up) / (up - 1 / up)
        guard weight > 0, weight < 1 else { return max(intrinsic, BlackScholes.price(inputs)) }
        func spot(_ step: Int, _ ups: Int) -> Double {
            inputs.spot * Elementary.pow(up, Double(2 * ups - step))
        }
        var values = (0...steps).map { max(0, sign * (spot(steps, $0) - inputs.strike)) }
        for level in stride(from: steps - 1, through: 0, by: -1) {
            var price = spot(level, 0)
            for index in 0...level {
                let held = discount * (weight * values[index + 1] + (1 - weight) * values[index])
                values[index] = max(held, sign * (price - inputs.strike))
                price *= up * up
            }
        }
        return values[0]
    }
}
