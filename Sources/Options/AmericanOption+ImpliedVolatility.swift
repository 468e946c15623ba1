internal import Mathematics

extension AmericanOption {
    /// The annualised volatility at which the model gives a price in dollars per share, to about 10⁻⁸ of the strike ÷
    /// vega; the volatility that the inputs carry is not read.
    public static func impliedVolatility(
        ofPrice price: Double, _ inputs: PricingInputs
    ) throws(NoImpliedVolatility) -> Double {
        if let fault = inputs.faultBesidesVolatility { throw .invalidInput(fault) }
        guard price.isFinite else { throw .invalidInput(.notFinite("price")) }
        guard inputs.years > 0, inputs.spot > 0, inputs.strike > 0 else { throw .independentOfVolatility }
        func value(_ volatility: Double) -> Double {
            var trial = inputs
            trial.volatility = volatility
            return AmericanOption.price(trial)
        }
        let minimum = value(0)
        let discount = inputs.right == .call ? inputs.dividendYield : inputs.rate
        let maximum =
            (inputs.right == .call ? inputs.spot : inputs.strike)
            * max(1, Elementary.exp(-discount * inputs.years))
        guard price >= minimum else { throw .belowMinimum(price: price, minimum: minimum) }
        guard price > minimum else { throw .noTimeValue }
        guard price < maximum else { throw .atOrAboveMaximum(price: price, maximum: maximum) }
        // The right to exercise early makes the American option dearer, so the European volatility bounds from above.
        var high = (try? BlackScholes.impliedVolatility(ofPrice: price, inputs)) ?? 1
        while value(high) < price {
            guard high < 1e3 else { throw .atOrAboveMaximum(price: price, maximum: maximum) }
            high *= 2
        }
        return root(0, high, atLow: minimum - price, atHigh: value(high) - price) { value($0) - price }
    }

    /// A zero between two points at which a rising function has opposite signs, by the ITP method (Oliveira and
    /// Takahashi, 2020): never slower than bisection, mostly as fast as the secant.
    private static func root(
        _ low: Double, _ high: Double, atLow: Double, atHigh: Double, _ function: (Double) -> Double
    ) -> Double {
        var (a, b, fa, fb) = (low, high, atLow, atHigh)
        let tolerance = 1e-12 * high
        let halvings = Elementary.log((b - a) / (2 * tolerance)) / 0.6931471805599453
        var radius = tolerance * Elementary.exp(0.6931471805599453 * (halvings.rounded(.up) + 1))
        while b - a > 2 * tolerance {
            let middle = 0.5 * (a + b)
            let secant = fb > fa ? (fb * a - fa * b) / (fb - fa) : middle
            let towards: Double = middle >= secant ? 1 : -1
            let nudge = min(0.2 / (high - low) * (b - a) * (b - a), (middle - secant).magnitude)
            let nudged = secant + towards * nudge
            let reach = max(0, radius - 0.5 * (b - a))
            let x = (nudged - middle).magnitude <= reach ? nudged : middle - towards * reach
            let fx = function(x)
            if fx > 0 { (b, fb) = (x, fx) } else if fx < 0 { (a, fa) = (x, fx) } else { return x }
            radius *= 0.5
        }
        return 0.5 * (a + b)
    }
}
