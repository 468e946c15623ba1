internal import Dates
internal import Mathematics
internal import Options

/// Quotes and Greeks of one expiration: a column of strikes in, columns of calls and puts out.
struct SlicePricing {
    let spot: Double
    let forward: Double
    let years: Double
    let rate: Double
    let atTheMoney: Double
    let smile: SmileShape
    let amplitude: Double
    let spread: SpreadModel.Quoting

    /// The slice. Model volatilities are kept as implied volatilities; a quote's own, after rounding to ticks, lies
    /// within the spread of it.
    func slice(expiration: Day, strikes: [Int]) -> OptionChain.Slice {
        let count = strikes.count
        let root = years.squareRoot()
        let discount = Elementary.exp(-rate * years)
        // The dividends on the way as the yield that gives the same forward.
        let yield = rate - Elementary.log(forward / spot) / years
        let yieldDiscount = discount * forward / spot
        var volatilities = [Double](repeating: 0, count: count)
        var calls = Columns(count: count)
        var puts = Columns(count: count)
        for (index, thousandths) in strikes.enumerated() {
            let strike = Double(thousandths) / 1000
            let logMoneyness = Elementary.log(forward / strike)
            let volatility = atTheMoney * smile.ratio(at: -logMoneyness / (atTheMoney * root), amplitude: amplitude)
            volatilities[index] = volatility
            let deviation = volatility * root
            let d1 = logMoneyness / deviation + deviation / 2
            let density = Normal.density(d1)
            let above1 = Normal.cumulative(d1)
            let above2 = Normal.cumulative(d1 - deviation)
            let below1 = Normal.cumulative(-d1)
            let below2 = Normal.cumulative(deviation - d1)
            let asset = discount * forward
            let cash = discount * strike
            let gamma = yieldDiscount * density / (spot * deviation)
            let vega = asset * density * root / 100
            let decay = -asset * density * volatility / (2 * root)
            calls.set(
                index, quote: spread.quote(mid: max(0, asset * above1 - cash * above2), intrinsic: max(0, spot - strike)),
                delta: yieldDiscount * above1, gamma: gamma,
                theta: (decay + yield * asset * above1 - rate * cash * above2) / 365, vega: vega)
            puts.set(
                index, quote: spread.quote(mid: max(0, cash * below2 - asset * below1), intrinsic: max(0, strike - spot)),
                delta: -yieldDiscount * below1, gamma: gamma,
                theta: (decay - yield * asset * below1 + rate * cash * below2) / 365, vega: vega)
        }
        return OptionChain.Slice(
            expiration: expiration, years: years, forward: forward, strikes: strikes,
            calls: calls.side(volatilities), puts: puts.side(volatilities))
    }

    /// The columns of one right while they are filled.
    private struct Columns {
        var bid, ask, delta, gamma, theta, vega: [Double]

        init(count: Int) {
            let zeros = [Double](repeating: 0, count: count)
            (bid, ask, delta, gamma, theta, vega) = (zeros, zeros, zeros, zeros, zeros, zeros)
        }

        @inline(__always)
        mutating func set(
            _ index: Int, quote: (bid: Double, ask: Double), delta: Double, gamma: Double, theta: Double, vega: Double
        ) {
            bid[index] = quote.bid
            ask[index] = quote.ask
            self.delta[index] = delta
            self.gamma[index] = gamma
            self.theta[index] = theta
            self.vega[index] = vega
        }

        func side(_ volatilities: [Double]) -> OptionChain.Side {
            OptionChain.Side(
                bid: bid, ask: ask, impliedVolatility: volatilities, delta: delta, gamma: gamma, theta: theta,
                vega: vega)
        }
    }
}
