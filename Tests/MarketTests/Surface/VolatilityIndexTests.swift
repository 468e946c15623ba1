import Dates
import Market
import Testing

@Suite("The level of a volatility index")
struct VolatilityIndexTests {
    private let strikes = [80_000, 85_000, 90_000, 95_000, 100_000, 105_000, 110_000, 115_000, 120_000]
    private let calls = (
        bid: [20.0, 15.1, 10.4, 6.2, 3.0, 1.1, 0.3, 0.0, 0.0],
        ask: [20.4, 15.4, 10.7, 6.4, 3.2, 1.2, 0.4, 0.05, 0.05]
    )
    private let puts = (
        bid: [0.0, 0.1, 0.3, 1.1, 2.8, 5.8, 10.0, 14.8, 19.8],
        ask: [0.05, 0.2, 0.4, 1.2, 3.0, 6.1, 10.3, 15.1, 20.2]
    )

    private func side(_ quotes: (bid: [Double], ask: [Double]), scale: Double) -> OptionChain.Side {
        let unknown = [Double](repeating: .nan, count: quotes.bid.count)
        return OptionChain.Side(
            bid: quotes.bid.map { $0 * scale }, ask: quotes.ask.map { $0 * scale }, impliedVolatility: unknown,
            delta: unknown, gamma: unknown, theta: unknown, vega: unknown)
    }

    private func chain(_ slices: [(days: Int, scale: Double)]) throws -> OptionChain {
        let today = try day("2024-03-18")
        return OptionChain(
            underlying: "SPY", time: NewYork.instant(today, hour: 16), spot: 100, isSynthetic: true,
            slices: slices.map { days, scale in
                OptionChain.Slice(
                    expiration: today.adding(days), years: Double(days) / 365, forward: 100, strikes: strikes,
                    calls: side(calls, scale: scale), puts: side(puts, scale: scale))
            })
    }

    /// The Cboe's steps in Python over the quotes above at a rate of 3 %: forward 100.2004, put strikes 85 to 95, calls
    /// 105 and 110; variances 0.0913248 at 25 days and, with quotes 1.2 times as high, 0.0856552 at 32 days.
    @Test("two strips are joined at 30 days")
    func level() throws {
        let level = try #require(VolatilityIndex.level(of: try chain([(25, 1), (32, 1.2)]), rate: 0.03))
        #expect(isClose(level, 29.496626977624423, within: 1e-10))
    }

    @Test("an expiration in exactly 30 days stands alone")
    func exact() throws {
        let alone = try #require(VolatilityIndex.level(of: try chain([(30, 1)]), rate: 0.03))
        let among = try #require(VolatilityIndex.level(of: try chain([(23, 2), (30, 1), (37, 2)]), rate: 0.03))
        #expect(alone == among)
    }

    @Test("without expirations on both sides of 30 days there is no level", arguments: [[25], [32], [3, 45], []])
    func noLevel(days: [Int]) throws {
        #expect(VolatilityIndex.level(of: try chain(days.map { ($0, 1) }), rate: 0.03) == nil)
    }

    @Test("without quotes there is no level")
    func noQuotes() throws {
        #expect(VolatilityIndex.level(of: try chain([(25, 0), (32, 0)]), rate: 0.03) == nil)
    }

    @Test("a chain of one volatility shows that volatility, less what the strikes leave out", arguments: [0.12, 0.3])
    func flat(volatility: Double) throws {
        var settings = SurfaceSettings()
        settings.skews = ["SPY": 0]
        var builder = ChainBuilder(symbol: "SPY", settings: settings)
        let today = try day("2024-03-18")
        let chain = try builder.chain(
            ChainBuilder.Inputs(
                day: today, time: NewYork.instant(today, hour: 15, minute: 45),
                forwards: ForwardCurve(today: today, spot: 450, rate: 0.04, dividends: []),
                atTheMoney: VolatilityTermStructure(years: [1], totalVariance: [volatility * volatility]), rate: 0.04),
            calendar: sampleCalendar())
        let level = try #require(VolatilityIndex.level(of: chain, rate: 0.04))
        #expect(isClose(level, 100 * volatility, within: 1.5 * volatility))
    }
}
