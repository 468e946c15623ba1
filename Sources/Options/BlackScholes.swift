internal import Mathematics

/// European exercise under the model of Black and Scholes (1973) and Merton (1973): lognormal underlying, constant
/// volatility and interest rate, continuous dividend yield.
public enum BlackScholes {
    /// The value in dollars per share. Inputs are taken as valid (``PricingInputs/validated()``).
    public static func price(_ inputs: PricingInputs) -> Double {
        valuation(inputs).price
    }

    /// The value and its Greeks. Inputs are taken as valid (``PricingInputs/validated()``).
    ///
    /// Without time, volatility, spot or strike these are limits: the discounted forward payoff and its slopes. On
    /// the kink itself, where the slope jumps, all are 0.
    public static func valuation(_ inputs: PricingInputs) -> Valuation {
        let discounts = Elementary.exp(Lanes(-inputs.rate, -inputs.dividendYield) * inputs.years)
        let pricing = LanePricing(
            spot: Lanes(repeating: inputs.spot), strike: Lanes(repeating: inputs.strike),
            years: Lanes(repeating: inputs.years), rate: Lanes(repeating: inputs.rate),
            dividendYield: Lanes(repeating: inputs.dividendYield), volatility: Lanes(repeating: inputs.volatility),
            rootYears: Lanes(repeating: inputs.years.squareRoot()), rateDiscount: Lanes(repeating: discounts[0]),
            yieldDiscount: Lanes(repeating: discounts[1]))
        let valuation = pricing.valuation(sign: Lanes(repeating: inputs.right.sign))[0]
        return valuation.hasUndefined ? limit(inputs) : valuation
    }

    /// Without randomness left an option is worth its discounted forward payoff, or nothing.
    static func limit(_ inputs: PricingInputs) -> Valuation {
        let yieldDiscount = Elementary.exp(-inputs.dividendYield * inputs.years)
        let asset = inputs.spot * yieldDiscount
        let cash = inputs.strike * Elementary.exp(-inputs.rate * inputs.years)
        let sign = inputs.right.sign
        let payoff = sign * (asset - cash)
        guard payoff > 0 else { return Valuation(price: 0, delta: 0, gamma: 0, theta: 0, vega: 0, rho: 0) }
        return Valuation(
            price: payoff, delta: sign * yieldDiscount, gamma: 0,
            theta: sign * (inputs.dividendYield * asset - inputs.rate * cash) / 365, vega: 0,
            rho: sign * inputs.years * cash * 0.01)
    }
}

extension Valuation {
    /// Whether the general formula has no value, and the limit applies.
    @inline(__always)
    var hasUndefined: Bool { (price + delta + gamma + theta + vega + rho).isNaN }
}
