import Dates
import Foundation
import Input
import Ledger
import Market
import Mathematics
import Options
import Strategy
import Testing

@testable import Backtesting

/// One symbol on one day, as a script says it.
struct ScriptedSymbol {
    var symbol = "SPY"
    var spot = 100.0
    var volatility = 0.25
    var rank: Double? = 50
    /// Above 50 with a positive trend: the filter's put side.
    var rsi: Double? = 65
    /// Price ÷ SMA − 1.
    var trend = 0.02
    var dayMove = 0.0
    var hasQuotes = true
    var dividend: Dividend?
    var findings: [Finding] = []
}

/// Snapshots, calendars and runs for tests.
enum Script {
    static func day(_ text: String) throws -> Day { try #require(Day(text)) }

    /// Weekdays of 2023–2025, without a holiday.
    static func calendar() throws -> TradingCalendar {
        try TradingCalendar(
            coverage: CSVReader(text: "calendar,first,last\nsessions,2023-01-01,2025-12-31\n", file: "coverage"),
            holidays: CSVReader(text: "date\n", file: "holidays"),
            earlyCloses: CSVReader(text: "date,close_et\n", file: "early"))
    }

    /// Events on these days at 08:30 New York time; known from 2023 to 2025.
    static func economics(cpi: [Day] = []) throws -> EconomicCalendar {
        let range = try day("2023-01-01")...day("2025-12-31")
        return EconomicCalendar(
            events: cpi.map {
                EconomicEvent(kind: .cpi, time: NewYork.instant($0, hour: 8, minute: 30), status: .happened)
            }, coverage: [.cpi: range, .fomc: range, .employment: range])
    }

    /// Weekdays from a day on.
    static func weekdays(from first: Day, count: Int) -> [Day] {
        var days: [Day] = []
        var day = first
        while days.count < count {
            if !day.weekday.isWeekend { days.append(day) }
            day = day.adding(1)
        }
        return days
    }

    static func snapshot(
        _ day: Day, _ symbols: [ScriptedSymbol], vix: Double? = 20, vixOptions: Bool = true
    ) -> MarketSnapshot {
        let time = NewYork.instant(day, hour: 15, minute: 45)
        return MarketSnapshot(
            time: time, day: day, vix: vix, underlyings: symbols.map { underlying($0, day: day, time: time) },
            vixChain: vix.flatMap { vix in
                vixOptions ? chain("VIX", day: day, time: time, spot: vix, volatility: 0.9, step: 1, spread: 0.05) : nil
            },
            isSynthetic: true)
    }

    private static func underlying(_ script: ScriptedSymbol, day: Day, time: Instant) -> MarketSnapshot.Underlying {
        MarketSnapshot.Underlying(
            symbol: script.symbol,
            bar: Bar(
                day: day, open: script.spot, high: script.spot, low: script.spot, close: script.spot, volume: 1e6),
            indicators: Indicators(
                sma20: script.spot / (1 + script.trend), rsi14: script.rsi, impliedVolatility: script.volatility,
                ivRank: script.rank, ivPercentile: script.rank, ivObservations: 252, dayMove: script.dayMove,
                volumeRatio: 1.2),
            chain: chain(
                script.symbol, day: day, time: time, spot: script.spot, volatility: script.volatility, step: 1,
                spread: script.hasQuotes ? 0.02 : .nan),
            nextDividend: script.dividend, findings: script.findings)
    }

    /// Fridays (for VIX Wednesdays) up to 60 days ahead, strikes of whole dollars around the price.
    static func chain(
        _ symbol: String, day: Day, time: Instant, spot: Double, volatility: Double, step: Int, spread: Double
    ) -> OptionChain {
        let low = symbol == "VIX" ? 0.4 : 0.75
        let weekday: Weekday = symbol == "VIX" ? .wednesday : .friday
        let expirations = (0...60).map { day.adding($0) }.filter { $0.weekday == weekday }
        let strikes = Array(
            stride(from: Int(spot * low) * 1000, through: Int(spot * (2 - low)) * 1000, by: step * 1000))
        return OptionChain(
            underlying: symbol, time: time, spot: spot, isSynthetic: true,
            slices: expirations.map { expiration in
                let years = Double(day.days(to: expiration)) / 365
                // Call = ½ (m + √(m² + w²)), m = price − strike, w = 0.8 · price · volatility · √years: convex, at the
                // money 0.4 · price · volatility · √years as in Bachelier's model, and cheap to compute.
                let w = 0.8 * spot * volatility * years.squareRoot()
                func side(_ right: Right) -> OptionChain.Side {
                    let moneyness = strikes.map { spot - Double($0) / 1000 }
                    let roots = moneyness.map { max(1e-9, ($0 * $0 + w * w).squareRoot()) }
                    func column(_ value: (_ m: Double, _ root: Double) -> Double) -> [Double] {
                        zip(moneyness, roots).map(value)
                    }
                    let bids = column { m, root in
                        max(0, ((right.sign * m + root) / 2 - spread / 2) * 100).rounded(.down) / 100
                    }
                    return OptionChain.Side(
                        bid: bids, ask: bids.map { $0 + spread }, impliedVolatility: column { _, _ in volatility },
                        delta: column { m, root in (right.sign + m / root) / 2 },
                        gamma: column { _, root in w * w / (2 * root * root * root) },
                        theta: column { _, root in -w * w / (4 * root * max(years, 1 / 365) * 365) },
                        vega: column { _, root in w * w / (2 * root * volatility * 100) })
                }
                return OptionChain.Slice(
                    expiration: expiration, years: years, forward: spot, strikes: strikes, calls: side(.call),
                    puts: side(.put))
            })
    }

    static func backtest(
        _ market: ScriptedMarket, strategy: StrategySettings = StrategySettings(), fills: FillSettings = FillSettings(),
        equity: Int64 = 500_000, share: Double = 0.5, cpi: [Day] = []
    ) throws -> Backtest {
        var settings = BacktestSettings()
        settings.fills = fills
        return try Backtest(
            market: market, strategy: strategy, settings: settings, economics: economics(cpi: cpi),
            calendar: calendar(), initialEquity: Money(cents: equity * 100), share: share, mode: .simulated)
    }

    static func records(_ backtest: Backtest) throws -> [SessionRecord] {
        var backtest = backtest
        var records: [SessionRecord] = []
        while let record = try backtest.step() { records.append(record) }
        return records
    }

    /// A market that wanders: prices, volatility, ranks and filters drawn from a seed.
    static func randomMarket(seed: UInt64, sessions: Int, symbols: [String] = ["SPY", "QQQ", "IWM"]) throws
        -> ScriptedMarket
    {
        var random = RandomSource(seed: seed)
        var spots = symbols.map { _ in 80 + 40 * random.uniform() }
        var volatility = 0.25
        var rank = 60.0
        let snapshots = weekdays(from: try day("2024-01-02"), count: sessions).map { day in
            volatility = min(0.6, max(0.12, volatility * (1 + 0.06 * random.normal())))
            rank = min(100, max(0, rank + 8 * random.normal()))
            let scripts = symbols.indices.map { index in
                let move = 0.018 * random.normal()
                spots[index] = min(160, max(50, spots[index] * (1 + move)))
                let rsi = 20 + 60 * random.uniform()
                return ScriptedSymbol(
                    symbol: symbols[index], spot: (spots[index] * 100).rounded() / 100, volatility: volatility,
                    rank: rank, rsi: rsi, trend: (rsi - 50) / 1000, dayMove: move,
                    hasQuotes: random.uniform() > 0.05)
            }
            return snapshot(day, scripts, vix: (volatility * 8000).rounded() / 100)
        }
        return ScriptedMarket(snapshots)
    }
}
