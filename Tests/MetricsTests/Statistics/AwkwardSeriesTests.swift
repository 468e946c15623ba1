import Dates
import Metrics
import Testing

/// Every statistic of daily returns.
enum Statistic: String, CaseIterable, Sendable {
    case totalReturn, annualizedReturn, volatility, sharpe, sharpeError, psr, trackRecord, adjustedSharpe
    case autocorrelation, sortino, maxDrawdown, calmar, valueAtRisk, expectedShortfall

    func figure(_ returns: Returns) -> Figure {
        switch self {
        case .totalReturn: returns.totalReturn
        case .annualizedReturn: returns.annualizedReturn()
        case .volatility: returns.volatility()
        case .sharpe: returns.sharpe()
        case .sharpeError: returns.sharpeStandardError()
        case .psr: returns.probabilisticSharpe(above: 0)
        case .trackRecord: returns.minimumTrackRecord(above: 0)
        case .adjustedSharpe: returns.autocorrelationAdjustedSharpe()
        case .autocorrelation: returns.autocorrelation(lag: 1)
        case .sortino: returns.sortino()
        case .maxDrawdown: returns.maxDrawdown
        case .calmar: returns.calmar()
        case .valueAtRisk: returns.valueAtRisk()
        case .expectedShortfall: returns.expectedShortfall()
        }
    }
}

/// A series on which some library gives infinity, a sentinel, an exception or a plausible wrong number, with the reasons
/// that are expected instead; statistics that are not listed must have a finite value.
struct AwkwardSeries: Sendable, CustomTestStringConvertible {
    let name: String
    let returns: Returns
    let reasons: [Statistic: Undefined]
    var testDescription: String { name }

    static let ratios: [Statistic] = [.sharpe, .sharpeError, .psr, .trackRecord, .adjustedSharpe]
    static let tail: [Statistic] = [.valueAtRisk, .expectedShortfall]

    init(_ name: String, _ values: [Double], _ reasons: [(Undefined, [Statistic])]) {
        self.init(name, Returns(values), reasons)
    }

    init(_ name: String, _ returns: Returns, _ reasons: [(Undefined, [Statistic])]) {
        self.name = name
        self.returns = returns
        self.reasons = Dictionary(
            uniqueKeysWithValues: reasons.flatMap { reason, statistics in statistics.map { ($0, reason) } })
    }

    static let gapWeek: Returns = {
        let all = Returns(ReferenceSeries.plain(130))
        let kept = all.days.indices.filter { !(60..<65).contains($0) }
        return Returns(days: kept.map { all.days[$0] }, values: kept.map { all.values[$0] })
    }()

    static let all: [AwkwardSeries] = [
        AwkwardSeries("empty", [], [(.noData, Statistic.allCases)]),
        AwkwardSeries(
            "one row", [0.01],
            [
                (.tooFew, ratios + tail + [.sortino, .volatility, .autocorrelation]),
                (.tooShort, [.annualizedReturn, .calmar]),
            ]),
        AwkwardSeries(
            "two rows", [0.01, -0.005],
            [(.tooFew, ratios + tail + [.sortino, .autocorrelation]), (.tooShort, [.annualizedReturn, .calmar])]),
        AwkwardSeries(
            "first-day loss", [-0.10] + ReferenceSeries.plain(130).map { abs($0) + 0.0001 }, []),
        AwkwardSeries(
            "all wins", ReferenceSeries.plain(130).map { abs($0) + 0.0001 },
            [(.noLosses, [.sortino]), (.noDrawdown, [.calmar])]),
        AwkwardSeries(
            "constant", [Double](repeating: 0.001, count: 250),
            [(.noDispersion, ratios + [.autocorrelation]), (.noLosses, [.sortino]), (.noDrawdown, [.calmar])]),
        AwkwardSeries(
            "all zero", [Double](repeating: 0, count: 250),
            [(.noDispersion, ratios + [.autocorrelation]), (.noLosses, [.sortino]), (.noDrawdown, [.calmar])]),
        AwkwardSeries(
            "constant but for the last bits", (0..<250).map { $0 % 2 == 0 ? 0.1 : 0.1.nextUp },
            [(.noDispersion, ratios + [.autocorrelation]), (.noLosses, [.sortino]), (.noDrawdown, [.calmar])]),
        AwkwardSeries("a gap of a week", gapWeek, []),
        AwkwardSeries(
            "the whole capital lost", ReferenceSeries.plain(100) + [-1] + ReferenceSeries.plain(40).map { abs($0) },
            [(.ruined, [.annualizedReturn, .calmar]), (.unreachable, [.trackRecord])]),
        AwkwardSeries(
            "more than the capital lost", ReferenceSeries.plain(100) + [-1.3] + ReferenceSeries.plain(40),
            [(.ruined, [.annualizedReturn, .calmar]), (.unreachable, [.trackRecord])]),
        AwkwardSeries(
            "a day of +120 %",
            ReferenceSeries.plain(60).map { abs($0) } + [1.2]
                + ReferenceSeries.plain(60).map { abs($0) },
            [(.noLosses, [.sortino]), (.noDrawdown, [.calmar])]),
        AwkwardSeries(
            "a year whose estimated variance is negative", (1...252).map { Double($0 * 7919 % 1009 - 495) / 50_000 },
            [(.noDispersion, [.adjustedSharpe])]),
        AwkwardSeries("tiny", ReferenceSeries.plain(120).map { $0 * 1e-90 }, [(.noDrawdown, [.calmar])]),
        AwkwardSeries(
            "NaN and infinity among the days", [.nan, 0.01, .infinity, -0.02, -.infinity],
            [(.tooFew, ratios + tail + [.sortino, .autocorrelation]), (.tooShort, [.annualizedReturn, .calmar])]),
    ]
}

@Suite("Awkward series give a reason or a finite value, never infinity or a sentinel")
struct AwkwardSeriesTests {
    @Test("Every statistic of every awkward series", arguments: AwkwardSeries.all, Statistic.allCases)
    func statistic(series: AwkwardSeries, statistic: Statistic) {
        let figure = statistic.figure(series.returns)
        #expect(figure.reason == series.reasons[statistic], "\(statistic): \(figure)")
        if let value = figure.value { #expect(value.isFinite, "\(statistic)") }
        #expect(figure.n == series.returns.count)
    }

    @Test("A loss on the first day is a drawdown from the starting row")
    func firstDay() throws {
        let series = Returns([-0.10, 0.05, 0.05, 0.05])
        let fall = try #require(series.deepestDrawdown)
        #expect(abs(fall.depth + 0.10) < 1e-15)
        #expect(fall.peak == series.base)
        #expect(fall.trough == series.days[0])
        #expect(fall.recovery == series.days[3])
        #expect(fall.sessions == 4)
    }

    @Test("Losing the capital or more is a fall of 100 %, and the path ends there", arguments: [-1.0, -1.3])
    func ruin(loss: Double) {
        let series = Returns([0.5, loss, 0.2])
        #expect(series.isRuined)
        #expect(series.wealth == [1, 1.5, 0])
        #expect(series.maxDrawdown == .value(-1, n: 3))
        #expect(series.totalReturn == .value(-1, n: 3))
        #expect(series.deepestDrawdown?.recovery == nil)
    }

    @Test("A day of +120 % is a return, not a price")
    func largeGain() {
        let series = Returns([0.01, 1.2, -0.11])
        #expect(isClose(series.totalReturn, 1.01 * 2.2 * 0.89 - 1))
        #expect(isClose(series.maxDrawdown, -0.11))
    }

    @Test("A gap lengthens the span, not the number of observations")
    func gap() throws {
        #expect(AwkwardSeries.gapWeek.count == 125)
        #expect(try #require(AwkwardSeries.gapWeek.base).days(to: try #require(AwkwardSeries.gapWeek.days.last)) == 182)
    }
}
