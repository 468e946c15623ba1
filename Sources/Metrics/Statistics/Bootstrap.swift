internal import Mathematics

/// Intervals by resampling. The seed comes from the sample itself, so that the same sample gives the same interval on
/// every machine and a different one has its own draws.
enum Bootstrap {
    /// Resamples an interval.
    static let resamples = 2_000
    /// Beyond this many observations a mean is normal enough, and resampling it only costs time.
    static let largestSample = 1_000

    /// The 95 % percentile interval of the mean of independent observations; the order of the sample does not matter.
    /// Above ``largestSample`` the normal interval, ± 1.96 standard errors. Nil below two observations.
    ///
    /// Source: Efron, "Bootstrap Methods", Annals of Statistics 7 (1979); percentile method, Efron (1981).
    static func meanInterval(_ sample: [Double]) -> Interval? {
        let n = sample.count
        guard n > 1 else { return nil }
        guard n <= largestSample else {
            let shape = Moments(sample)
            let reach = normal975 * shape.standardDeviation / Double(n).squareRoot()
            return Interval(low: shape.mean - reach, high: shape.mean + reach)
        }
        let sorted = sample.sorted()
        var source = RandomSource(seed: seed(of: sorted), stream: "bootstrap-mean")
        return interval(
            (0..<resamples).map { _ in
                var sum = 0.0
                for _ in 0..<n { sum += sorted[source.index(below: n)] }
                return sum / Double(n)
            })
    }

    /// The 95 % percentile intervals of statistics of a series whose neighbours depend on one another, by the stationary
    /// bootstrap: blocks of geometric length with this mean, wrapped around the end. Each statistic gets the resampled
    /// positions; where it gives nil for a resample, that one is left out. All share the same resamples. Nil below two
    /// observations.
    ///
    /// Source: Politis and Romano, "The Stationary Bootstrap", Journal of the American Statistical Association 89
    /// (1994).
    static func stationaryIntervals(
        of series: [Double], meanBlock: Double, _ statistics: [([Int]) -> Double?]
    ) -> [Interval?] {
        let n = series.count
        guard n > 1 else { return statistics.map { _ in nil } }
        var source = RandomSource(seed: seed(of: series), stream: "bootstrap-stationary")
        let newBlock = 1 / max(meanBlock, 1)
        var positions = [Int](repeating: 0, count: n)
        var draws = [[Double]](repeating: [], count: statistics.count)
        for _ in 0..<resamples {
            var position = source.index(below: n)
            for index in 0..<n {
                if index > 0 {
                    let next = position + 1 == n ? 0 : position + 1
                    position = source.uniform() < newBlock ? source.index(below: n) : next
                }
                positions[index] = position
            }
            for (index, statistic) in statistics.enumerated() {
                if let draw = statistic(positions) { draws[index].append(draw) }
            }
        }
        return draws.map(interval)
    }

    /// FNV-1a over the bits of the sample, in order.
    static func seed(of sample: [Double]) -> UInt64 {
        sample.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ $1.bitPattern) &* 0x0000_0100_0000_01b3 }
    }

    private static func interval(_ draws: [Double]) -> Interval? {
        let draws = draws.sorted()
        guard draws.count > 1, let low = Sample.quantile(ofSorted: draws, 0.025),
            let high = Sample.quantile(ofSorted: draws, 0.975)
        else { return nil }
        return Interval(low: low, high: high)
    }
}
