import Testing

@testable import Market

@Suite("The market's return and volatility")
struct MarketFactorTests {
    private let settings = SimulationSettings()

    @Test("at no distance the expectation is today's volatility")
    func noDistance() {
        let factor = MarketFactor(settings: settings.market, seed: 4)
        let now = factor.expectedVariance(ForecastHorizon(years: 0, settings: settings))
        let expected = factor.volatility * factor.volatility * settings.market.jumpFactor
        #expect(isClose(now, expected, within: 1e-12))
    }

    @Test("in the long run the expectation forgets today")
    func longRun() {
        let horizon = ForecastHorizon(years: 50, settings: settings)
        let first = MarketFactor(settings: settings.market, seed: 4).expectedVariance(horizon)
        let second = MarketFactor(settings: settings.market, seed: 5).expectedVariance(horizon)
        #expect(isClose(first, second, within: 1e-9))
    }

    @Test("the regime fades into the slow factor the same way where both rates meet")
    func equalRates() {
        var meeting = settings
        meeting.market.slowReversion = meeting.market.calmToStress + meeting.market.stressToCalm
        var near = meeting
        near.market.slowReversion += 1e-4
        let exact = ForecastHorizon(years: 0.25, settings: meeting).regimeBridge
        #expect(isClose(exact, ForecastHorizon(years: 0.25, settings: near).regimeBridge, within: 1e-4))
    }

    @Test("a stressed market is the share of the time that its rates say")
    func stressShare() {
        // 0.2662 ÷ (0.2662 + 1.1433).
        #expect(isClose(settings.market.stressShare, 0.18886, within: 1e-5))
    }

    @Test("jumps change the variance of the return as their moments say")
    func jumpFactor() {
        // 1 + 9.7127 ÷ 252 · (1.5343² + 1.7077²), in Python.
        #expect(isClose(settings.market.jumpFactor, 1.203130936811135, within: 1e-14))
    }
}

@Suite("Correlated shocks")
struct CorrelatedShocksTests {
    @Test("the factor of two correlated numbers is known")
    func two() throws {
        // Row 2 of the Cholesky factor of correlation 0.6: 0.6 and 0.8.
        let shocks = try CorrelatedShocks(belowDiagonal: [[], [0.6]])
        #expect(shocks.correlated([1, 0]) == [1, 0.6])
        #expect(shocks.correlated([0, 1]) == [0, 0.8])
    }

    @Test(
        "what is no correlation matrix is refused",
        arguments: [[[], [1.5]], [[], [0.5, 0.5]], [[], [0.9], [0.9, -0.9]], [[], [1.0]]])
    func refused(rows: [[Double]]) {
        #expect(throws: SimulationError.self) { try CorrelatedShocks(belowDiagonal: rows) }
    }
}
