import Dates
import Market
import Mathematics
import Testing

@Suite("Indicators")
struct IndicatorWindowTests {
    private func bar(_ index: Int, _ close: Double, volume: Double = 1000) -> Bar {
        Bar(
            day: Day(daysSince1970: 20_000 + index), open: close, high: close, low: close, close: close, volume: volume)
    }

    private func near(_ value: Double?, _ expected: Double, _ tolerance: Double) -> Bool {
        value.map { abs($0 - expected) <= tolerance } ?? false
    }

    /// Closes of QQQQ and the 14-day RSI, StockCharts ChartSchool, "Relative Strength Index (RSI)", example
    /// spreadsheet; its values carry two decimals.
    static let closes = [
        44.3389, 44.0902, 44.1497, 43.6124, 44.3278, 44.8264, 45.0955, 45.4245, 45.8433, 46.0826, 45.8931, 46.0328,
        45.614, 46.282, 46.282, 46.0028, 46.0328, 46.4116, 46.2222, 45.6439, 46.2122, 46.2521, 45.7137, 46.4515,
        45.7835, 45.3548, 44.0288, 44.1783, 44.2181, 44.5672, 43.4205, 42.6628, 43.1314,
    ]
    static let strengths = [
        70.53, 66.32, 66.55, 69.41, 66.36, 57.97, 62.93, 63.26, 56.06, 62.38, 54.71, 50.42, 39.99, 41.46, 41.87, 45.46,
        37.3, 33.08, 37.77,
    ]

    @Test("RSI(14) by Wilder's smoothing gives the published values")
    func relativeStrength() {
        var window = IndicatorWindow()
        for (index, close) in Self.closes.enumerated() {
            window.append(bar(index, close), impliedVolatility: nil)
            if index < 14 {
                #expect(window.indicators.rsi14 == nil)
            } else {
                #expect(near(window.indicators.rsi14, Self.strengths[index - 14], 0.006), "close \(index)")
            }
        }
    }

    @Test("RSI is 100 after gains only, 0 after losses only, and none where no price moved")
    func extremes() {
        var (rising, falling, still) = (IndicatorWindow(), IndicatorWindow(), IndicatorWindow())
        for index in 0..<20 {
            rising.append(bar(index, 100 + Double(index)), impliedVolatility: nil)
            falling.append(bar(index, 100 - Double(index)), impliedVolatility: nil)
            still.append(bar(index, 100), impliedVolatility: nil)
        }
        #expect(rising.indicators.rsi14 == 100)
        #expect(falling.indicators.rsi14 == 0)
        #expect(still.indicators.rsi14 == nil)
        #expect(still.indicators.sma20 == 100)
    }

    @Test("SMA(20) is the plain mean of the last twenty closes, today's included")
    func simpleAverage() {
        var window = IndicatorWindow()
        for index in 1...25 {
            window.append(bar(index, Double(index)), impliedVolatility: nil)
            // (first + last) ÷ 2 of twenty numbers in a row.
            #expect(window.indicators.sma20 == (index < 20 ? nil : Double(index) - 9.5))
        }
    }

    @Test("the day's move compares with the close before, the volume with the twenty sessions before")
    func moveAndVolume() {
        var window = IndicatorWindow()
        window.append(bar(0, 100, volume: 10), impliedVolatility: nil)
        #expect(window.indicators.dayMove == nil)
        for index in 1...20 { window.append(bar(index, 100, volume: Double(index)), impliedVolatility: nil) }
        // Twenty sessions before the 21st: volumes 10 and 1…19, mean 10.
        #expect(window.indicators.volumeRatio == 2)
        window.append(bar(21, 98, volume: 21), impliedVolatility: nil)
        // Volumes 1…20, mean 10.5.
        #expect(window.indicators.volumeRatio == 2)
        #expect(near(window.indicators.dayMove, -0.02, 1e-15))
        for index in 22...50 { window.append(bar(index, 98, volume: 0), impliedVolatility: nil) }
        #expect(window.indicators.volumeRatio == nil)
    }

    @Test("a bar in progress is seen without being kept")
    func inProgress() {
        var window = IndicatorWindow()
        for (index, close) in Self.closes.enumerated() { window.append(bar(index, close), impliedVolatility: 0.2) }
        let before = window.indicators
        let running = window.indicators(with: bar(40, 44), impliedVolatility: 0.25)
        #expect(window.indicators == before)
        window.append(bar(40, 44), impliedVolatility: 0.25)
        #expect(window.indicators == running)
        #expect(running.impliedVolatility == 0.25)
    }

    @Test("after a split the windows say what they would say had all prices been in new shares", arguments: [2, 0.1])
    func split(_ ratio: Double) {
        var (restated, adjusted) = (IndicatorWindow(), IndicatorWindow())
        var random = RandomSource(seed: 7)
        var price = 100.0
        for index in 0..<60 {
            if index == 40 {
                restated.restate(forSplit: ratio)
                price /= ratio
            }
            price *= 1 + 0.04 * (random.uniform() - 0.5)
            let volume = 1000 + 500 * random.uniform()
            let isOld = index < 40
            restated.append(bar(index, price, volume: volume), impliedVolatility: nil)
            adjusted.append(
                bar(index, isOld ? price / ratio : price, volume: isOld ? volume * ratio : volume),
                impliedVolatility: nil)
            guard index >= 40 else { continue }
            let (ours, theirs) = (restated.indicators, adjusted.indicators)
            #expect(near(ours.sma20, theirs.sma20 ?? .nan, 1e-9))
            #expect(near(ours.rsi14, theirs.rsi14 ?? .nan, 1e-9))
            #expect(near(ours.dayMove, theirs.dayMove ?? .nan, 1e-12))
            #expect(near(ours.volumeRatio, theirs.volumeRatio ?? .nan, 1e-12))
        }
    }

    @Test("IV rank and percentile are those of a plain count over the last 252 observations", arguments: 0..<4)
    func volatility(_ seed: UInt64) {
        var window = IndicatorWindow()
        var random = RandomSource(seed: seed)
        var history: [Double] = []
        for index in 0..<700 {
            // Few distinct values, so that ties happen; a fifth of the days without an observation.
            let draw = random.index(below: 5)
            let volatility: Double? = draw == 0 ? nil : 0.1 + Double(random.index(below: 60)) / 200
            window.append(bar(index, 100), impliedVolatility: volatility)
            if let volatility { history = Array((history + [volatility]).suffix(252)) }
            let shown = window.indicators
            #expect(shown.ivObservations == history.count)
            #expect(shown.impliedVolatility == volatility)
            guard let volatility, history.count >= 126, let low = history.min(), let high = history.max() else {
                #expect(shown.ivRank == nil && shown.ivPercentile == nil)
                continue
            }
            #expect(shown.ivRank == (volatility - low) / (high - low) * 100)
            #expect(shown.ivPercentile == Double(history.count { $0 < volatility }) / Double(history.count) * 100)
        }
    }

    @Test("rank needs 126 observations, and a spread between them")
    func minimum() {
        var (window, flat) = (IndicatorWindow(), IndicatorWindow())
        for index in 1...126 {
            window.append(bar(index, 100), impliedVolatility: Double(index))
            flat.append(bar(index, 100), impliedVolatility: 0.2)
            #expect((window.indicators.ivRank == nil) == (index < 126))
        }
        #expect(window.indicators.ivRank == 100)
        // 125 of 126 lie below today's.
        #expect(near(window.indicators.ivPercentile, 12_500.0 / 126, 1e-12))
        #expect(flat.indicators.ivRank == nil)
        #expect(flat.indicators.ivPercentile == 0)
    }

    @Test("volatilities that cannot be are no observations", arguments: [Double.nan, .infinity, 0, -0.2])
    func noObservation(_ volatility: Double) {
        var window = IndicatorWindow()
        window.append(bar(0, 100), impliedVolatility: volatility)
        #expect(window.indicators.impliedVolatility == nil)
        #expect(window.indicators.ivObservations == 0)
    }
}
