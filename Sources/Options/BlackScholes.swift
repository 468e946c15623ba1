internal import Mathematics

/// European exercise under the model of Black and Scholes (1973) and Merton (1973): lognormal underlying, constant
/// volatility and interest rate, continuous dividend yield.
public enum BlackScholes {
    /// The value in dollars per share. Inputs are taken as valid (``PricingInputs/validated()``).
    public static func price(_ inputs: PricingInputs) -> Double {
        valuation(inputs).price
    }

    /// The value and its Greeks. Inputs are taken as valid (``PricingInputs/validated()``).
    public static func valuation(_ inputs: PricingInputs) -> Valuation {
        let rateDiscount = Elementary.exp(-inputs.rate * inputs.years)
        let yieldDiscount = Elementary.exp(-inputs.dividendYield * inputs.years)
        let asset = inputs.spot * yieldDiscount
        let cash = inputs.strike * rateDiscount
        let sign = inputs.right.sign
        let root = inputs.years.squareRoot()
        let deviation = inputs.volatility * root
        guard deviation > 0, asset > 0, cash > 0 else {
            return limit(inputs, asset: asset, cash: cash, yieldDiscount: yieldDiscount)
        }
        let d1 = Elementary.log(asset / cash) / deviation + 0.5 * deviation
        let d2 = d1 - deviation
        let density = Normal.density(d1)
        let inMoney1 = Normal.cumulative(sign * d1)
        let inMoney2 = Normal.cumulative(sign * d2)
        let decay =
            -asset * density * inputs.volatility / (2 * root) + sign * inputs.dividendYield * asset * inMoney1
            - sign * inputs.rate * cash * inMoney2
        return Valuation(
            price: max(0, sign * (asset * inMoney1 - cash * inMoney2)), delta: sign * yieldDiscount * inMoney1,
            gamma: yieldDiscount * density / (inputs.spot * deviation), theta: decay / 365,
            vega: asset * density * root / 100, rho: sign * inputs.years * cash * inMoney2 / 100)
    }

    /// Without randomness left the option is worth its discounted forward payoff, or nothing.
    private static func limit(
        _ inputs: PricingInputs, asset: Double, cash: Double, yieldDiscount: Double
    ) -> Valuation {
        let sign = inputs.right.sign
        let payoff = sign * (asset - cash)
        guard payoff > 0 else { return Valuation(price: 0, delta: 0, gamma: 0, theta: 0, vega: 0, rho: 0) }
        return Valuation(
            price: payoff, delta: sign * yieldDiscount, gamma: 0,
            theta: sign * (inputs.dividendYield * asset - inputs.rate * cash) / 365, vega: 0,
            rho: sign * inputs.years * cash / 100)
    }
}
