internal import Mathematics

extension BlackScholes {
    /// Values and Greeks of many options; element `i` of every column belongs to option `i`, and its figures have
    /// the same bits as ``valuation(_:)`` gives. Inputs are taken as valid (``PricingInputs/validated()``); columns
    /// must be of equal length.
    public static func valuations(
        right: [Right], spot: [Double], strike: [Double], years: [Double], rate: [Double], dividendYield: [Double],
        volatility: [Double]
    ) -> ValuationColumns {
        let count = right.count
        precondition(
            [spot, strike, years, rate, dividendYield, volatility].allSatisfy { $0.count == count },
            "columns of unequal length")
        let (spots, strikes, times) = (spot.span, strike.span, years.span)
        let (rates, yields, volatilities) = (rate.span, dividendYield.span, volatility.span)
        return withUnsafeTemporaryAllocation(of: Lanes.self, capacity: LaneBuffer.capacity(count)) { memory in
            guard let base = memory.baseAddress else { return ValuationColumns() }
            let buffer = LaneBuffer(base, count: count)
            for pair in 0..<(count + 1) / 2 {
                let first = 2 * pair
                let second = min(first + 1, count - 1)
                let years = lanes(times, first, second)
                let rate = lanes(rates, first, second)
                let dividendYield = lanes(yields, first, second)
                let pricing = LanePricing(
                    spot: lanes(spots, first, second), strike: lanes(strikes, first, second), years: years,
                    rate: rate, dividendYield: dividendYield, volatility: lanes(volatilities, first, second),
                    rootYears: years.squareRoot(), rateDiscount: Elementary.exp(-rate * years),
                    yieldDiscount: Elementary.exp(-dividendYield * years))
                let sign = Lanes(right[first].sign, right[second].sign)
                if buffer.store(pricing.valuation(sign: sign), pair: pair) {
                    buffer.repair(pair: pair) { lane in
                        let index = lane == 0 ? first : second
                        return limit(
                            PricingInputs(
                                right: right[index], spot: spot[index], strike: strike[index],
                                years: times[index], rate: rates[index], dividendYield: yields[index],
                                volatility: volatility[index]))
                    }
                }
            }
            return ValuationColumns(buffer, count: count)
        }
    }

    /// Calls and puts of one expiration: element `i` of every column belongs to `strikes[i]` and `volatilities[i]`.
    /// Figures have the same bits as ``valuation(_:)`` gives. Inputs are taken as valid; the two columns must be of
    /// equal length.
    public static func slice(
        spot: Double, years: Double, rate: Double = 0, dividendYield: Double = 0, strikes: [Double],
        volatilities: [Double]
    ) -> (calls: ValuationColumns, puts: ValuationColumns) {
        let count = strikes.count
        precondition(volatilities.count == count, "columns of unequal length")
        let (strikeSpan, volatilitySpan) = (strikes.span, volatilities.span)
        let capacity = LaneBuffer.capacity(count)
        return withUnsafeTemporaryAllocation(of: Lanes.self, capacity: 2 * capacity) { memory in
            guard let base = memory.baseAddress else { return (ValuationColumns(), ValuationColumns()) }
            let calls = LaneBuffer(base, count: count)
            let puts = LaneBuffer(base + capacity, count: count)
            let discounts = Elementary.exp(Lanes(-rate, -dividendYield) * years)
            let rootYears = Lanes(repeating: years.squareRoot())
            for pair in 0..<(count + 1) / 2 {
                let first = 2 * pair
                let second = min(first + 1, count - 1)
                let pricing = LanePricing(
                    spot: Lanes(repeating: spot), strike: lanes(strikeSpan, first, second),
                    years: Lanes(repeating: years), rate: Lanes(repeating: rate),
                    dividendYield: Lanes(repeating: dividendYield),
                    volatility: lanes(volatilitySpan, first, second), rootYears: rootYears,
                    rateDiscount: Lanes(repeating: discounts[0]), yieldDiscount: Lanes(repeating: discounts[1]))
                func atLimit(_ right: Right, _ lane: Int) -> Valuation {
                    let index = lane == 0 ? first : second
                    return limit(
                        PricingInputs(
                            right: right, spot: spot, strike: strikes[index], years: years, rate: rate,
                            dividendYield: dividendYield, volatility: volatilities[index]))
                }
                let callsUndefined = calls.store(pricing.calls, pair: pair)
                let putsUndefined = puts.store(pricing.puts, pair: pair)
                if callsUndefined || putsUndefined {
                    calls.repair(pair: pair) { atLimit(.call, $0) }
                    puts.repair(pair: pair) { atLimit(.put, $0) }
                }
            }
            return (ValuationColumns(calls, count: count), ValuationColumns(puts, count: count))
        }
    }
}
