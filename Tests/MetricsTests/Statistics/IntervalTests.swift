import Mathematics
import Testing

@testable import Metrics

@Suite("Intervals beside figures")
struct IntervalTests {
    struct Share: Sendable {
        let wins, trades: Int
        let low, high: Double
    }

    /// Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I,
    /// method 3, to four decimals; digits beyond and the last three rows from statsmodels' `proportion_confint`.
    static let shares = [
        Share(wins: 81, trades: 263, low: 0.2552885198782742, high: 0.36620957698280004),
        Share(wins: 15, trades: 148, low: 0.06238639953073628, high: 0.16048724172330803),
        Share(wins: 0, trades: 20, low: 0, high: 0.1611251580528194),
        Share(wins: 1, trades: 29, low: 0.006113214292762667, high: 0.17175521879320294),
        Share(wins: 8, trades: 10, low: 0.49016247153664183, high: 0.9433178485456247),
        Share(wins: 10, trades: 10, low: 0.7224672001371106, high: 1),
        Share(wins: 85, trades: 100, low: 0.7671644040916763, high: 0.9069401471634337),
    ]

    @Test("Wilson's interval of a share", arguments: shares)
    func wilson(row: Share) throws {
        let estimate = Proportion(row.wins, of: row.trades).estimate
        let interval = try #require(estimate.interval)
        #expect(abs(interval.low - row.low) < 1e-12)
        #expect(abs(interval.high - row.high) < 1e-12)
        #expect(estimate.figure == .value(Double(row.wins) / Double(row.trades), n: row.trades))
    }

    @Test("No trials have no share and no interval")
    func noTrials() {
        let estimate = Proportion(0, of: 0).estimate
        #expect(estimate.figure == .undefined(.noData, n: 0))
        #expect(estimate.interval == nil)
        #expect(estimate.low == .undefined(.noData))
        #expect(estimate.high == .undefined(.noData))
    }

    @Test("A figure without an interval has null ends, and so has the open end of a one-sided one")
    func ends() {
        #expect(Estimate(.value(1, n: 3)).low == .null)
        let oneSided = Estimate(.value(1, n: 3), Interval(low: 0.5, high: .infinity))
        #expect(oneSided.low == .number(0.5))
        #expect(oneSided.high == .null)
        #expect(Interval(low: 0, high: 1).contains(1))
        #expect(!Interval(low: 0, high: 1).contains(1.01))
    }

    /// chi2.ppf(.025, 2c)/2 and chi2.ppf(.975, 2c + 2)/2 of SciPy; Garwood (1936) gives 1.62 and 11.67 for 5.
    @Test(
        "Garwood's interval of a count",
        arguments: [
            (0, 0.0, 3.6888794541139354), (1, 0.025317807984289876, 5.571643390938898),
            (5, 1.6234863901184207, 11.66833207932267), (18, 10.667940780399528, 28.447760267527983),
            (25, 16.178681847829328, 36.904931697530365), (400, 361.75629663114347, 441.1866480966759),
        ])
    func garwood(count: Int, low: Double, high: Double) {
        let interval = PoissonCount.interval(count)
        #expect(abs(interval.low - low) < 1e-9 * max(1, low))
        #expect(abs(interval.high - high) < 1e-9 * high)
    }

    @Test("Beyond 400 events the normal interval stands in")
    func largeCount() {
        let interval = PoissonCount.interval(10_000)
        #expect(abs(interval.low - (10_000 - 195.9963984540054)) < 1e-9)
        #expect(abs(interval.high - (10_000 + 195.9963984540054)) < 1e-9)
    }

    /// The two golden values of the confidence sequence, computed in Python from the paper's formula.
    @Test("The asymptotic confidence sequence")
    func sequence() {
        #expect(abs(ConfidenceSequence.mixing(alpha: 0.05, tunedFor: 26) - 0.4933737702) < 1e-10)
        let reach = ConfidenceSequence.reach(of: 52, alpha: 0.05, tunedFor: 26)
        #expect(abs(0.004 - 0.012 * reach + 0.0006616961) < 1e-10)
    }

    @Test("A confidence sequence looks first at 13 observations that vary")
    func sequenceEdges() {
        #expect(ConfidenceSequence.lowerBound(ofMeanOf: []) == .undefined(.noData, n: 0))
        #expect(ConfidenceSequence.lowerBound(ofMeanOf: Array(repeating: 1, count: 12)) == .undefined(.tooFew, n: 12))
        #expect(
            ConfidenceSequence.lowerBound(ofMeanOf: Array(repeating: 1, count: 13)) == .undefined(.noDispersion, n: 13))
        let sample = ReferenceSeries.plain(52)
        let shape = Moments(sample)
        let expected =
            shape.mean - shape.standardDeviation * ConfidenceSequence.reach(of: 52, alpha: 0.05, tunedFor: 26)
        #expect(ConfidenceSequence.lowerBound(ofMeanOf: sample) == .value(expected, n: 52))
    }

    @Test("The upper sequence is the lower one turned round")
    func upper() throws {
        let sample = ReferenceSeries.plain(52).map { $0 + 0.001 }
        let upper = try #require(ConfidenceSequence.upperBound(ofMeanOf: sample).value)
        let turned = try #require(ConfidenceSequence.lowerBound(ofMeanOf: sample.map { -$0 }).value)
        #expect(abs(upper + turned) < 1e-18)
        #expect(ConfidenceSequence.upperBound(ofMeanOf: [1, 2]) == .undefined(.tooFew, n: 2))
    }

    /// The first t with reach(t) below the distance in standard deviations, by the formula in Python, less 52.
    static let missingWeeks = [(0.5, 0), (0.39, 0), (0.38, 3), (0.29, 46), (0.2, 168), (0.1, 966)]

    @Test("How many weeks more it takes, should mean and dispersion stay")
    func missing() throws {
        let sample = ReferenceSeries.plain(52)
        let shape = Moments(sample)
        func missing(_ distance: Double, most: Int = 1_040) -> Int? {
            ConfidenceSequence.observationsMissing(
                sample, untilAbove: shape.mean - distance * shape.standardDeviation, most: most)
        }
        for (distance, weeks) in Self.missingWeeks { #expect(missing(distance) == weeks, "\(distance)") }
        #expect(missing(0.29, most: 45) == nil)
        #expect(missing(0) == nil && missing(-0.1) == nil)
        #expect(ConfidenceSequence.observationsMissing([1, 1, 1], untilAbove: 0) == nil)
        // A run of gains is not yet thirteen weeks long.
        #expect(ConfidenceSequence.observationsMissing([1, 1.001, 1.002], untilAbove: 0) == 10)
    }

    /// The Cochran–Armitage statistic written out in NumPy, `scipy.stats.norm.sf` of it.
    @Test("The trend test sees shares that rise, and not those that fall")
    func trend() throws {
        let rising = [(10, 20), (16, 25), (28, 35), (26, 30)].map { Proportion($0.0, of: $0.1) }
        #expect(isClose(TrendTest.risingShare(rising), 0.0009105187722300574))
        #expect(isClose(TrendTest.risingShare(rising.reversed()), 0.99908948122777))
        #expect(TrendTest.risingShare([]) == .undefined(.noData, n: 0))
        #expect(TrendTest.risingShare([Proportion(1, of: 2), Proportion(0, of: 0)]) == .undefined(.tooFew, n: 2))
        #expect(TrendTest.risingShare([Proportion(2, of: 2), Proportion(3, of: 3)]) == .undefined(.noDispersion, n: 5))
    }
}
