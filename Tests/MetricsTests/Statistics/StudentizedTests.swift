import Metrics
import Testing

@Suite("The studentised interval of a Sharpe difference")
struct StudentizedTests {
    struct Pair: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let first, second: [Double]
        let difference, reach: Double
    }

    /// The method written out in NumPy day by day, without running sums, with NumPy's own generator and 100,000
    /// resamples; mean blocks of 7.176083571269359, 3.378668875286792 and 1 days. The Monte Carlo error of a reach from
    /// 4,000 resamples is about 2 %.
    static let pairs = [
        Pair(
            testDescription: "long blocks", first: ReferenceSeries.plain(120).map { $0 + 0.001 },
            second: ReferenceSeries.smooth(120).reversed(), difference: 2.827793689724691, reach: 2.62098),
        Pair(
            testDescription: "short blocks", first: ReferenceSeries.smooth(300).map { $0 + 0.0005 },
            second: ReferenceSeries.smooth(300).reversed(), difference: 1.3865375674729934, reach: 3.46404),
        Pair(
            testDescription: "independent days", first: ReferenceSeries.plain(504).map { $0 + 0.0004 },
            second: (0..<504).map { ReferenceSeries.plain(504)[($0 + 504 - 101) % 504] },
            difference: 1.1241766617814393, reach: 1.99488),
    ]

    @Test("The reach is that of another program", arguments: pairs)
    func reach(pair: Pair) throws {
        let estimate = SharpeDifference.studentized(pair.first, pair.second, resamples: 4_000)
        let value = try #require(estimate.figure.value)
        let interval = try #require(estimate.interval)
        #expect(abs(value - pair.difference) < 1e-12)
        #expect(abs((interval.high - interval.low) / 2 / pair.reach - 1) < 0.05)
        #expect(abs((interval.high + interval.low) / 2 - value) < 1e-12)
    }

    @Test("The same days give the same digits, and the sides change the sign only")
    func seeded() throws {
        let pair = Self.pairs[1]
        let one = SharpeDifference.studentized(pair.first, pair.second)
        #expect(one == SharpeDifference.studentized(pair.first, pair.second))
        let other = SharpeDifference.studentized(pair.second, pair.first)
        #expect(try #require(one.figure.value) == -(try #require(other.figure.value)))
    }

    @Test("A series that moves with the other has a narrower interval than one that does not")
    func paired() throws {
        let base = ReferenceSeries.plain(252)
        let together = base.enumerated().map { $1 + ($0 % 2 == 0 ? 0.0002 : 0.0006) }
        let apart = Array(together[100...] + together[..<100])
        let narrow = try #require(SharpeDifference.studentized(together, base).interval)
        let wide = try #require(SharpeDifference.studentized(apart, base).interval)
        #expect(narrow.high - narrow.low < 0.5 * (wide.high - wide.low))
    }

    @Test("What has no ratio has no difference, and without resamples there is no interval")
    func undefined() {
        let series = ReferenceSeries.plain(30)
        let flat = [Double](repeating: 0.001, count: 30)
        #expect(SharpeDifference.studentized([], []).figure == .undefined(.noData, n: 0))
        #expect(
            SharpeDifference.studentized(Array(series.prefix(19)), Array(series.prefix(19))).figure
                == .undefined(.tooFew, n: 19))
        #expect(SharpeDifference.studentized(flat, series).figure == .undefined(.noDispersion, n: 30))
        #expect(SharpeDifference.studentized(series, flat).figure == .undefined(.noDispersion, n: 30))
        let without = SharpeDifference.studentized(series, series.reversed(), resamples: 0)
        #expect(without.figure.value != nil && without.interval == nil && without.lacking == .tooFew)
        // A difference that no resample can tell from zero.
        #expect(SharpeDifference.studentized(series, series).interval == nil)
    }
}
