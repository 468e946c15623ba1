import Mathematics
import Testing

@testable import Metrics

@Suite("Bootstrap intervals")
struct BootstrapTests {
    /// 17 wins of 150 and 3 losses of 400: NumPy, 200,000 resamples, gives (−15, 150).
    @Test("The mean of skewed trades has a skewed interval")
    func mean() throws {
        let sample = [Double](repeating: 150, count: 17) + [-400, -400, -400]
        let interval = try #require(Bootstrap.meanInterval(sample))
        #expect(abs(interval.low + 15) <= 27.5)
        #expect(abs(interval.high - 150) <= 27.5)
        #expect(interval.contains(67.5))
    }

    @Test("The same sample gives the same digits, in any order")
    func seeded() {
        let sample = ReferenceSeries.plain(40)
        #expect(Bootstrap.meanInterval(sample) == Bootstrap.meanInterval(sample.reversed()))
        #expect(Bootstrap.meanInterval(sample) != Bootstrap.meanInterval(ReferenceSeries.plain(41)))
    }

    @Test("One observation has no interval, and none has neither")
    func tooFew() {
        #expect(Bootstrap.meanInterval([1]) == nil)
        #expect(Bootstrap.meanInterval([]) == nil)
        #expect(Bootstrap.stationaryIntervals(of: [1], meanBlock: 2, [{ _ in 0 }]) == [nil])
    }

    @Test("Large samples take the normal interval")
    func large() throws {
        let sample = ReferenceSeries.plain(1001)
        let interval = try #require(Bootstrap.meanInterval(sample))
        let shape = Moments(sample)
        let reach = 1.959963984540054 * shape.standardDeviation / 1001.0.squareRoot()
        #expect(abs(interval.high - interval.low - 2 * reach) < 1e-15)
    }

    @Test("Blocks run on from day to day and around the end")
    func blocks() throws {
        let series = ReferenceSeries.plain(50)
        var runs = 0
        var steps = 0
        let count: ([Int]) -> Double? = { positions in
            for (one, next) in zip(positions, positions.dropFirst()) {
                steps += 1
                if next == (one + 1) % 50 { runs += 1 }
            }
            return 0
        }
        _ = Bootstrap.stationaryIntervals(of: series, meanBlock: 10, [count])
        // 1 − 1/10 of the steps go on, and 1/50 of the new blocks begin there by chance.
        #expect(abs(Double(runs) / Double(steps) - (0.9 + 0.1 / 50)) < 0.005)
    }

    @Test("A statistic that is undefined on every resample has no interval")
    func undefined() {
        let series = ReferenceSeries.plain(30)
        let intervals = Bootstrap.stationaryIntervals(of: series, meanBlock: 3, [{ _ in nil }, { _ in 1 }])
        #expect(intervals == [nil, Interval(low: 1, high: 1)])
    }

    @Test("Statistics told together see the resamples that each would see alone")
    func together() {
        let series = ReferenceSeries.plain(60)
        let mean: ([Int]) -> Double? = { $0.reduce(0) { $0 + series[$1] } / 60 }
        let largest: ([Int]) -> Double? = { $0.map { series[$0] }.max() }
        let both = Bootstrap.stationaryIntervals(of: series, meanBlock: 4, [mean, largest])
        #expect(both[0] == Bootstrap.stationaryIntervals(of: series, meanBlock: 4, [mean])[0])
        #expect(both[1] == Bootstrap.stationaryIntervals(of: series, meanBlock: 4, [largest])[0])
        #expect(both[0] != both[1])
    }

    /// arch 8, `optimal_block_length(r)['stationary']`. It scales the correlation of a lag by the overlapping part only,
    /// and counts lags from one later; both make no difference on these series.
    @Test("Politis and White's block length agrees with arch")
    func blockLength() {
        #expect(abs(BlockLength.optimal(for: ReferenceSeries.plain(252)) - 1.4535444378591866) < 1e-9)
    }

    @Test("Dependence lengthens the blocks; no dispersion and few days need none")
    func blockLengthEdges() {
        #expect(BlockLength.optimal(for: ReferenceSeries.smooth(504)) > 3)
        #expect(BlockLength.optimal(for: [Double](repeating: 0.1, count: 60)) == 1)
        #expect(BlockLength.optimal(for: [1, 2, 3]) == 1)
        let trend = (0..<400).map(Double.init)
        #expect(BlockLength.optimal(for: trend) <= 60)
        #expect(BlockLength.optimal(for: [1, -1, 2, -2, 3, -3, 1]) >= 1)
    }

    private func difference(_ first: [Double], _ second: [Double]) -> Estimate {
        let year = Annualization()
        let gap = zip(first, second).map { $0 - $1 }
        return Estimate(
            SharpeDifference.figure(Returns(first), Returns(second), year, minimum: 20),
            Bootstrap.stationaryIntervals(
                of: gap, meanBlock: BlockLength.optimal(for: gap),
                [SharpeDifference.resampled(first, second, year)])[0])
    }

    @Test("The difference of Sharpe ratios of a series and itself is zero, and so is its interval")
    func sameSeries() throws {
        let series = ReferenceSeries.plain(60)
        let estimate = difference(series, series)
        #expect(estimate.figure == .value(0, n: 60))
        #expect(estimate.interval == Interval(low: 0, high: 0))
    }

    @Test("A better series on the same days has a Sharpe difference whose interval excludes zero")
    func betterSeries() throws {
        let base = ReferenceSeries.plain(252)
        let estimate = difference(base.map { $0 + 0.0005 }, base)
        // The mean moves by 0.0005 and the deviation not at all: 0.0005 · 252 / 0.08782237709561898.
        #expect(isClose(estimate.figure, 0.0005 * 252 / 0.08782237709561898))
        #expect(try #require(estimate.interval).low > 0)
    }

    @Test("Where either ratio is undefined, so is the difference")
    func undefinedDifference() {
        let flat = [Double](repeating: 0, count: 30)
        let series = ReferenceSeries.plain(30)
        #expect(difference(flat, series).figure == .undefined(.noDispersion, n: 30))
        #expect(difference(series, flat).figure == .undefined(.noDispersion, n: 30))
    }
}
