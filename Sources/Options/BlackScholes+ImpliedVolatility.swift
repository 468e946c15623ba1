internal import Mathematics

extension BlackScholes {
    /// The annualised volatility at which the model gives a price in dollars per share; the volatility that the
    /// inputs carry is not read.
    ///
    /// Accurate to the limit that the numbers set: rounding moves a price by about one part in 10¹⁶ of the
    /// discounted spot and strike, hence the volatility by that amount ÷ vega, and by a few units in its own last place.
    public static func impliedVolatility(
        ofPrice price: Double, _ inputs: PricingInputs
    ) throws(NoImpliedVolatility) -> Double {
        if let fault = inputs.faultBesidesVolatility { throw .invalidInput(fault) }
        guard price.isFinite else { throw .invalidInput(.notFinite("price")) }
        let discounts = Elementary.exp(Lanes(-inputs.dividendYield, -inputs.rate) * inputs.years)
        let asset = inputs.spot * discounts[0]
        let cash = inputs.strike * discounts[1]
        guard inputs.years > 0, asset > 0, cash > 0, asset < .infinity, cash < .infinity else {
            throw .independentOfVolatility
        }
        let (minimum, maximum) = inputs.right == .call ? (max(0, asset - cash), asset) : (max(0, cash - asset), cash)
        guard price >= minimum else { throw .belowMinimum(price: price, minimum: minimum) }
        guard price > minimum else { throw .noTimeValue }
        guard price < maximum else { throw .atOrAboveMaximum(price: price, maximum: maximum) }
        // By put–call parity, the price above intrinsic value is that of the out-of-the-money option.
        let ratio = min(asset, cash) / max(asset, cash)
        let unit = asset.squareRoot() * cash.squareRoot()
        let black = NormalizedBlack(x: Elementary.log(ratio), maximum: ratio.squareRoot())
        let (timeValue, shortfall) = ((price - minimum) / unit, (maximum - price) / unit)
        guard timeValue > 0 else { throw .noTimeValue }
        guard shortfall > 0 else { throw .atOrAboveMaximum(price: price, maximum: maximum) }
        return black.standardDeviation(price: timeValue, shortfall: shortfall) / inputs.years.squareRoot()
    }
}
