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

    /// The volatility at the forward of one expiration: linear in the strike between the strikes around the forward,
    /// at each the mean of call and put or the one that is there; nil unless strikes on both sides have one.
    public static func atTheForward(of slice: OptionChain.Slice) -> Double? {
        var below: (strike: Double, volatility: Double)?
        for (index, thousandths) in slice.strikes.enumerated() {
            guard let volatility = volatility(of: slice, at: index) else { continue }
            let strike = Double(thousandths) / 1000
            guard strike >= slice.forward else {
                below = (strike, volatility)
                continue
            }
            if strike == slice.forward { return volatility }
            guard let below else { return nil }
            let weight = (slice.forward - below.strike) / (strike - below.strike)
            return below.volatility + (volatility - below.volatility) * weight
        }
        return nil
    }

    private static func volatility(of slice: OptionChain.Slice, at index: Int) -> Double? {
        var (sum, count) = (0.0, 0.0)
        for side in [slice.calls, slice.puts] {
            let volatility = side.impliedVolatility[index]
            guard side.hasMarket(at: index), side.bid[index] > 0, volatility.isFinite, volatility > 0 else { continue }
            sum += volatility
            count += 1
        }
        return count > 0 ? sum / count : nil
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
