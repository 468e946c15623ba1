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

    /// The slice. The implied volatilities are the surface's; that of a quote's mid, rounded to ticks, lies near it.
    func slice(expiration: Day, strikes thousandths: [Int]) -> OptionChain.Slice {
        let perDistance = 1 / (atTheMoney * years.squareRoot())
        let logForward = Elementary.log(forward)
        let strikes = thousandths.map { Double($0) / 1000 }
        let volatilities = strikes.map { strike in
            atTheMoney * smile.ratio(at: (Elementary.log(strike) - logForward) * perDistance, amplitude: amplitude)
        }
        // The dividends on the way become the yield that gives the same forward.
        let yield = rate - (logForward - Elementary.log(spot)) / years
        let values = BlackScholes.slice(
            spot: spot, years: years, rate: rate, dividendYield: yield, strikes: strikes, volatilities: volatilities)
        return OptionChain.Slice(
            expiration: expiration, years: years, forward: forward, strikes: thousandths,
            calls: side(values.calls, volatilities) { max(0, spot - strikes[$0]) },
            puts: side(values.puts, volatilities) { max(0, strikes[$0] - spot) })
    }

    private func side(
        _ values: ValuationColumns, _ volatilities: [Double], intrinsic: (Int) -> Double
    ) -> OptionChain.Side {
        let count = volatilities.count
        var asks = [Double](repeating: 0, count: count)
        let bids = [Double](unsafeUninitializedCapacity: count) { bids, filled in
            for index in 0..<count {
                let quote = spread.quote(mid: values.price[index], intrinsic: intrinsic(index))
                bids.initializeElement(at: index, to: quote.bid)
                asks[index] = quote.ask
            }
            filled = count
        }
        return OptionChain.Side(
            bid: bids, ask: asks, impliedVolatility: volatilities, delta: values.delta, gamma: values.gamma,
            theta: values.theta, vega: values.vega)
    }
}
