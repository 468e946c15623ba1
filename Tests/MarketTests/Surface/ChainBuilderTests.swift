import Dates
import Foundation
import Market
import Options
import Testing

@Suite("Chains made from a surface")
struct ChainBuilderTests {
    private let calendar: TradingCalendar
    private let today: Day
    private let time: Instant

    init() throws {
        calendar = try sampleCalendar()
        today = try day("2024-03-18")
        time = NewYork.instant(today, hour: 15, minute: 45)
    }

    private func chain(
        symbol: String = "SPY", spot: Double = 450, volatility: Double = 0.16, rate: Double = 0.04,
        settings: SurfaceSettings = SurfaceSettings()
    ) throws -> OptionChain {
        var builder = ChainBuilder(symbol: symbol, settings: settings)
        return try builder.chain(inputs(spot: spot, volatility: volatility, rate: rate), calendar: calendar)
    }

    private func inputs(spot: Double, volatility: Double, rate: Double = 0.04, day: Day? = nil) -> ChainBuilder.Inputs {
        let variance = volatility * volatility
        return ChainBuilder.Inputs(
            day: day ?? today, time: day.map { NewYork.instant($0, hour: 15, minute: 45) } ?? time,
            forwards: ForwardCurve(
                today: day ?? today, spot: spot, rate: rate,
                dividends: [Dividend(exDate: today.adding(20), amount: 1.6)]),
            atTheMoney: VolatilityTermStructure(years: [0.1], totalVariance: [variance * 0.1]), rate: rate)
    }

    @Test("every expiration reaches beyond |Δ| 0.02 and 0.98 around 45 days", arguments: [0.08, 0.16, 0.35, 0.8])
    func coverage(volatility: Double) throws {
        for symbol in ["SPY", "XLE"] {
            let chain = try chain(symbol: symbol, spot: symbol == "SPY" ? 450 : 85, volatility: volatility)
            let slice = try #require(chain.slices.first { (40...50).contains(today.days(to: $0.expiration)) })
            #expect(try #require(slice.puts.delta.first) > -0.02)
            #expect(try #require(slice.calls.delta.last) < 0.02)
            #expect(try #require(slice.calls.delta.first) > 0.97)
        }
    }

    @Test("a listed strike lies within |Δ| 0.10 to 0.20 on both sides", arguments: [0.08, 0.16, 0.35, 0.8])
    func shortStrikes(volatility: Double) throws {
        for slice in try chain(volatility: volatility).slices where today.days(to: slice.expiration) >= 7 {
            #expect(slice.puts.delta.contains { $0 >= -0.2 && $0 <= -0.1 })
            #expect(slice.calls.delta.contains { $0 >= 0.1 && $0 <= 0.2 })
        }
    }

    @Test("prices lie between bid and ask and are those of Black and Scholes at the volatility shown")
    func prices() throws {
        for slice in try chain().slices {
            let yield = 0.04 - log(slice.forward / 450) / slice.years
            for (index, strike) in slice.strikes.enumerated() {
                for right in Right.allCases {
                    let side = slice.side(right)
                    let value = BlackScholes.valuation(
                        PricingInputs(
                            right: right, spot: 450, strike: Double(strike) / 1000, years: slice.years, rate: 0.04,
                            dividendYield: yield, volatility: side.impliedVolatility[index]))
                    #expect(side.hasMarket(at: index))
                    #expect(side.bid[index] <= value.price + 1e-9 && value.price <= side.ask[index] + 1e-9)
                    #expect(isClose(side.delta[index], value.delta, within: 1e-12))
                    #expect(isClose(side.vega[index], value.vega, within: 1e-12))
                }
            }
        }
    }

    @Test("the constant-maturity volatility of the chain is that of the surface", arguments: [0.1, 0.2, 0.5])
    func constantMaturity(volatility: Double) throws {
        let measured = try #require(ConstantMaturityVolatility.thirtyDay(of: chain(volatility: volatility)))
        // Linear between strikes a fifth of a deviation apart, on a curved smile.
        #expect(isClose(measured, volatility, within: 0.003 * volatility))
    }

    /// Model values, not quotes: butterflies would be lost between ticks.
    @Test("no butterfly, call spread or calendar is free", arguments: [0.08, 0.15, 0.3, 0.8])
    func noArbitrage(volatility: Double) throws {
        let smile = SmileShape()
        var earlier: [Double]?
        for days in [3.0, 7, 10, 21, 45, 90] {
            let years = days / 365
            let deviation = volatility * years.squareRoot()
            let amplitude = smile.amplitude(years: years)
            let strikes = stride(from: -4.5, through: 3.0, by: 0.05).map { exp($0 * deviation) }
            let prices = strikes.map { strike in
                let distance = log(strike) / deviation
                return BlackScholes.price(
                    PricingInputs(
                        right: .call, spot: 1, strike: strike, years: years,
                        volatility: volatility * smile.ratio(at: distance, amplitude: amplitude)))
            }
            for index in 1..<(strikes.count - 1) {
                let below = (prices[index] - prices[index - 1]) / (strikes[index] - strikes[index - 1])
                let above = (prices[index + 1] - prices[index]) / (strikes[index + 1] - strikes[index])
                #expect(below <= 1e-12 && below >= -1 - 1e-12, "call spread at \(days) days, strike \(strikes[index])")
                #expect(above - below >= -1e-10, "butterfly at \(days) days, strike \(strikes[index])")
            }
            // Forward 1 throughout: the same strike may not cost less later.
            let fixed = [0.85, 0.95, 1, 1.05, 1.1].map { strike in
                let distance = log(strike) / deviation
                let local = volatility * smile.ratio(at: distance, amplitude: amplitude)
                return local * local * years
            }
            if let earlier {
                for (first, second) in zip(earlier, fixed) { #expect(second > first, "calendar at \(days) days") }
            }
            earlier = fixed
        }
    }

    @Test("the last session of an expiration is still quoted, fifteen minutes before its end")
    func lastSession() throws {
        let slice = try #require(try chain().slices.first)
        #expect(slice.expiration == today)
        #expect(isClose(slice.years, 15.0 / (365 * 24 * 60), within: 1e-15))
        #expect(slice.calls.delta.allSatisfy { $0.isFinite } && slice.calls.gamma.allSatisfy { $0.isFinite })
    }

    @Test("a flatter symbol has a flatter smile")
    func skew() throws {
        func rise(_ symbol: String) throws -> Double {
            let slice = try #require(try chain(symbol: symbol).slices.first { $0.years > 0.1 })
            return slice.puts.impliedVolatility[0] / 0.16
        }
        #expect(try rise("SPY") > rise("XLE"))
        #expect(try rise("XLE") > 1)
    }

    @Test("past the calendar's end the chain fails by name")
    func calendarEnd() throws {
        let late = try day("2026-12-01")
        var builder = ChainBuilder(symbol: "SPY", settings: SurfaceSettings())
        #expect(throws: CalendarError.self) {
            try builder.chain(inputs(spot: 450, volatility: 0.2, day: late), calendar: calendar)
        }
    }

    @Test("settings survive JSON")
    func codable() throws {
        var settings = SurfaceSettings()
        settings.skews["SPY"] = 0.5
        #expect(try roundTrip(settings) == settings)
    }
}
