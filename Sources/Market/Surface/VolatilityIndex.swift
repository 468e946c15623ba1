internal import Dates
internal import Mathematics
internal import Options

/// The level of a volatility index, as VIX is computed from options on the S&P 500.
///
/// Cboe, "Volatility Index Methodology: Cboe Volatility Index" (2022): a strip of out-of-the-money options of the two
/// expirations around 30 days, each up to two strikes in a row without a bid; variances interpolated to 30 days.
/// Expirations 20 to 40 days ahead are eligible, a few more than there, so that an expiration moved by a holiday counts.
public enum VolatilityIndex {
    /// The level in points; nil where no two expirations lie around 30 days, or a strip has too few quotes.
    ///
    /// - Parameter rate: interest rate, continuously compounded, annual fraction.
    public static func level(of chain: OptionChain, rate: Double) -> Double? {
        let day = NewYork.day(at: chain.time)
        let eligible = chain.slices.filter { (20...40).contains(day.days(to: $0.expiration)) }
        let target = 30.0 / 365
        if let exact = eligible.first(where: { $0.years == target }) {
            return variance(of: exact, rate: rate).map { 100 * $0.squareRoot() }
        }
        guard let near = eligible.last(where: { $0.years < target }),
            let next = eligible.first(where: { $0.years > target }),
            let nearVariance = variance(of: near, rate: rate), let nextVariance = variance(of: next, rate: rate)
        else { return nil }
        let weight = (target - near.years) / (next.years - near.years)
        let total = near.years * nearVariance * (1 - weight) + next.years * nextVariance * weight
        return 100 * (total / target).squareRoot()
    }

    /// Annual variance of one expiration; nil with fewer than three quotes in the strip.
    static func variance(of slice: OptionChain.Slice, rate: Double) -> Double? {
        let (calls, puts) = (slice.calls, slice.puts)
        let growth = Elementary.exp(rate * slice.years)
        let quoted = slice.strikes.indices.filter {
            calls.hasMarket(at: $0) && puts.hasMarket(at: $0) && calls.bid[$0] > 0 && puts.bid[$0] > 0
        }
        // The forward where call and put are closest.
        guard
            let parity = quoted.min(by: {
                abs(calls.mid(at: $0) - puts.mid(at: $0)) < abs(calls.mid(at: $1) - puts.mid(at: $1))
            })
        else { return nil }
        func strike(_ index: Int) -> Double { Double(slice.strikes[index]) / 1000 }
        let forward = strike(parity) + growth * (calls.mid(at: parity) - puts.mid(at: parity))
        guard let centre = slice.strikes.indices.last(where: { strike($0) <= forward }) else { return nil }
        let below = strip(puts, indices: (0..<centre).reversed()).reversed()
        let above = strip(calls, indices: Array((centre + 1)..<slice.strikes.count))
        let strip = below + [(centre, (calls.mid(at: centre) + puts.mid(at: centre)) / 2)] + above
        guard strip.count >= 3 else { return nil }
        var sum = 0.0
        for (position, option) in strip.enumerated() {
            let lower = strip[max(position - 1, 0)].index
            let upper = strip[min(position + 1, strip.count - 1)].index
            let width = (strike(upper) - strike(lower)) / (position > 0 && position < strip.count - 1 ? 2 : 1)
            let own = strike(option.index)
            sum += width / (own * own) * option.price
        }
        let miss = forward / strike(centre) - 1
        return (2 * growth * sum - miss * miss) / slice.years
    }

    /// Mid prices going outward until two strikes in a row have no bid; strikes without a bid are left out.
    private static func strip(_ side: OptionChain.Side, indices: [Int]) -> [(index: Int, price: Double)] {
        var kept: [(index: Int, price: Double)] = []
        var withoutBid = 0
        for index in indices {
            guard side.hasMarket(at: index), side.bid[index] > 0 else {
                withoutBid += 1
                if withoutBid == 2 { break }
                continue
            }
            withoutBid = 0
            kept.append((index, side.mid(at: index)))
        }
        return kept
    }
}
