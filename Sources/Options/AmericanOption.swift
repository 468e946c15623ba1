internal import Mathematics

/// American exercise, at any time up to expiration, under the model of Black, Scholes and Merton with a continuous
/// dividend yield.
public enum AmericanOption {
    /// The value in dollars per share. Inputs are taken as valid (``PricingInputs/validated()``).
    ///
    /// To about 2·10⁻⁸ of the strike up to a year or two, 10⁻⁶ where rate × years is large or σ√T below a few percent.
    public static func price(_ inputs: PricingInputs) -> Double {
        slopes(inputs).price
    }

    /// The value and its Greeks. Inputs are taken as valid (``PricingInputs/validated()``).
    ///
    /// Delta and gamma are derivatives of the formula, theta follows from them by the equation of Black and Scholes,
    /// vega and rho are central differences of the price.
    public static func valuation(_ inputs: PricingInputs) -> Valuation {
        valuation(inputs, slopes: slopes)
    }

    /// All Greeks from an engine that gives price, delta and gamma.
    static func valuation(_ inputs: PricingInputs, slopes: (PricingInputs) -> Slopes) -> Valuation {
        let here = slopes(inputs)
        guard here.isHeld, inputs.years > 0 else {
            return Valuation(price: here.price, delta: here.delta, gamma: here.gamma, theta: 0, vega: 0, rho: 0)
        }
        func difference(_ path: WritableKeyPath<PricingInputs, Double>, _ width: Double) -> Double {
            var (low, high) = (inputs, inputs)
            low[keyPath: path] -= width
            high[keyPath: path] += width
            low.volatility = max(0, low.volatility)
            return (slopes(high).price - slopes(low).price) / (high[keyPath: path] - low[keyPath: path])
        }
        /// The value has a kink in the rate at zero, where early exercise begins to pay or ceases to: near it the
        /// difference keeps to the side that the rate is on.
        func rateSlope(_ width: Double) -> Double {
            guard abs(inputs.rate) < width else { return difference(\.rate, width) }
            let step = inputs.rate < 0 ? -width : width
            var (near, far) = (inputs, inputs)
            near.rate += step
            far.rate += 2 * step
            return (4 * slopes(near).price - slopes(far).price - 3 * here.price) / (2 * step)
        }
        let variance = inputs.volatility * inputs.volatility
        let decay =
            inputs.rate * here.price - (inputs.rate - inputs.dividendYield) * inputs.spot * here.delta
            - 0.5 * variance * inputs.spot * inputs.spot * here.gamma
        return Valuation(
            price: here.price, delta: here.delta, gamma: here.gamma, theta: decay / 365,
            vega: difference(\.volatility, 3e-4) / 100,
            rho: rateSlope(3e-4) / 100)
    }

    /// A value and its derivatives in the spot; whether the option is worth more held than exercised.
    struct Slopes {
        let price: Double
        let delta: Double
        let gamma: Double
        let isHeld: Bool
    }

    static func slopes(_ inputs: PricingInputs) -> Slopes {
        let intrinsic = inputs.right.sign * (inputs.spot - inputs.strike)
        let deviation = inputs.volatility * inputs.years.squareRoot()
        guard inputs.spot > 0, inputs.strike > 0, deviation > 1e-4 else { return nearlyCertain(inputs) }
        let put = AmericanPut(mirroring: inputs)
        let european = BlackScholes.valuation(inputs)
        let held = Slopes(price: european.price, delta: european.delta, gamma: european.gamma, isHeld: true)
        func onGrid() -> Slopes {
            let grid = FiniteDifferences.solve(inputs, dividends: [])
            return grid.price >= held.price ? grid : held
        }
        switch put.exercise {
        case .never:
            return held
        case .between:
            return onGrid()
        case .below(let boundary):
            if put.spot <= put.strike * boundary.atStart {
                return Slopes(price: max(intrinsic, 0), delta: inputs.right.sign, gamma: 0, isHeld: false)
            }
            let premium = put.premium(boundary)
            // Rates so large that exponentials overflow leave no boundary.
            guard (premium.value + premium.delta + premium.gamma).isFinite else {
                return onGrid()
            }
            let isPut = inputs.right == .put
            // The call's derivatives from those of its mirror, because prices scale with spot and strike together.
            let delta = isPut ? premium.delta : (premium.value - put.spot * premium.delta) / put.strike
            let scale = put.spot / put.strike
            let gamma = isPut ? premium.gamma : scale * scale * premium.gamma
            return Slopes(
                price: max(european.price + premium.value, intrinsic), delta: european.delta + delta,
                gamma: european.gamma + gamma, isHeld: true)
        }
    }

    /// The value where the spot is certain or as good as: the best discounted payoff on a known path, or European.
    private static func nearlyCertain(_ inputs: PricingInputs) -> Slopes {
        let (rate, yield, sign) = (inputs.rate, inputs.dividendYield, inputs.right.sign)
        func payoff(_ time: Double) -> (value: Double, discount: Double) {
            let discount = Elementary.exp(-yield * time)
            return (sign * (inputs.spot * discount - inputs.strike * Elementary.exp(-rate * time)), discount)
        }
        var times = [0, inputs.years]
        let benefit = rate * inputs.strike / (yield * inputs.spot)
        if benefit > 0, benefit < .infinity, rate != yield {
            times.append(min(max(Elementary.log(benefit) / (rate - yield), 0), inputs.years))
        }
        let european = BlackScholes.valuation(inputs)
        var best = Slopes(price: european.price, delta: european.delta, gamma: european.gamma, isHeld: true)
        for time in times {
            let (value, discount) = payoff(time)
            if value > best.price {
                best = Slopes(price: value, delta: sign * discount, gamma: 0, isHeld: time > 0)
            }
        }
        return best
    }
}
