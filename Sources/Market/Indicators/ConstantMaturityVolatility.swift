/// At-the-money implied volatility at a constant maturity of 30 calendar days.
///
/// Of each expiration the volatility at the forward is taken, and total variance is interpolated linearly in time
/// between the two expirations around 30 days, as the VIX does (Cboe, "VIX White Paper", 2003, step 3). Expirations
/// under a week are left out: their at-the-money volatility is that of the next event, not of the month.
///
/// Where expirations lie on one side of 30 days only, the nearest one's volatility stands for it if it is at most
/// 15 days away; beyond that there is no 30-day volatility.
public enum ConstantMaturityVolatility {
    /// The 30-day volatility of a chain, annualised fraction; nil where the chain does not give one.
    public static func thirtyDay(of chain: OptionChain) -> Double? {
        var before: (years: Double, volatility: Double)?
        for slice in chain.slices where slice.years >= shortest {
            guard let volatility = atTheForward(of: slice) else { continue }
            let point = (years: slice.years, volatility: volatility)
            guard slice.years >= target else {
                before = point
                continue
            }
            guard let before else { return slice.years - target <= reach ? volatility : nil }
            return interpolated(before, point)
        }
        guard let before, target - before.years <= reach else { return nil }
        return before.volatility
    }

    /// The volatility at the forward of one expiration: linear in the strike between the nearest strikes around the
    /// forward that have one, at each the mean of call and put or the one that is there; nil unless there is one on
    /// either side.
    public static func atTheForward(of slice: OptionChain.Slice) -> Double? {
        let middle = slice.firstStrike(atOrAbove: slice.forward)
        guard let above = nearest(slice, (middle..<slice.strikes.count)) else { return nil }
        if above.strike == slice.forward { return above.volatility }
        guard let below = nearest(slice, (0..<middle).reversed()) else { return nil }
        let weight = (slice.forward - below.strike) / (above.strike - below.strike)
        return below.volatility + (above.volatility - below.volatility) * weight
    }

    private static func nearest(
        _ slice: OptionChain.Slice, _ order: some Sequence<Int>
    ) -> (strike: Double, volatility: Double)? {
        for index in order {
            let (call, put) = (volatility(slice.calls, index), volatility(slice.puts, index))
            guard let first = call ?? put else { continue }
            return (Double(slice.strikes[index]) / 1000, (first + (put ?? first)) / 2)
        }
        return nil
    }

    private static func volatility(_ side: OptionChain.Side, _ index: Int) -> Double? {
        let volatility = side.impliedVolatility[index]
        guard side.bid[index] > 0, side.hasMarket(at: index), volatility.isFinite, volatility > 0 else { return nil }
        return volatility
    }

    private static func interpolated(
        _ before: (years: Double, volatility: Double), _ after: (years: Double, volatility: Double)
    ) -> Double {
        let first = before.volatility * before.volatility * before.years
        let second = after.volatility * after.volatility * after.years
        let weight = (target - before.years) / (after.years - before.years)
        return ((first + (second - first) * weight) / target).squareRoot()
    }

    private static let target = 30.0 / 365
    private static let shortest = 7.0 / 365
    private static let reach = 15.0 / 365
}

extension OptionChain.Slice {
    /// The index of the lowest strike that is not below a price; the number of strikes where there is none.
    fileprivate func firstStrike(atOrAbove price: Double) -> Int {
        var (low, high) = (0, strikes.count)
        while low < high {
            let middle = (low + high) / 2
            if Double(strikes[middle]) / 1000 < price { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
