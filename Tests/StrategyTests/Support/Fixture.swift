import Dates
import Ledger
import Market
import Options

@testable import Strategy

/// One strike's quote by hand.
struct Quoted {
    var strike: Double
    var bid: Double
    var ask: Double
    var delta: Double
}

/// Chains, snapshots and positions with numbers that can be checked by hand.
enum Fixture {
    /// 2024-01-02, a Tuesday.
    static let today = Day(daysSince1970: 19_724)
    static let time = NewYork.instant(today, hour: 15, minute: 45)
    /// The next session is tomorrow, then the day after; no event near.
    static let clear = CalendarView(
        nextSession: today.adding(1), sessionAfterNext: today.adding(2), blackout: .clear, eventAhead: false)

    static let puts = [
        Quoted(strike: 80, bid: 0.20, ask: 0.22, delta: -0.04), Quoted(strike: 85, bid: 0.45, ask: 0.47, delta: -0.08),
        Quoted(strike: 88, bid: 0.75, ask: 0.77, delta: -0.12), Quoted(strike: 90, bid: 1.10, ask: 1.12, delta: -0.16),
        Quoted(strike: 92, bid: 1.50, ask: 1.52, delta: -0.21), Quoted(strike: 95, bid: 2.40, ask: 2.44, delta: -0.30),
        Quoted(strike: 100, bid: 4.60, ask: 4.66, delta: -0.48),
    ]
    static let calls = [
        Quoted(strike: 100, bid: 4.80, ask: 4.86, delta: 0.52), Quoted(strike: 105, bid: 2.30, ask: 2.34, delta: 0.33),
        Quoted(strike: 108, bid: 1.40, ask: 1.42, delta: 0.22), Quoted(strike: 110, bid: 0.90, ask: 0.92, delta: 0.16),
        Quoted(strike: 112, bid: 0.60, ask: 0.62, delta: 0.11), Quoted(strike: 115, bid: 0.30, ask: 0.32, delta: 0.06),
        Quoted(strike: 120, bid: 0.10, ask: 0.12, delta: 0.02),
    ]

    /// A slice over the union of both sides' strikes; what a side does not name has no quote.
    static func slice(days: Int, puts: [Quoted] = puts, calls: [Quoted] = calls) -> OptionChain.Slice {
        let strikes = Set((puts + calls).map { Int(($0.strike * 1000).rounded()) }).sorted()
        func side(_ quotes: [Quoted]) -> OptionChain.Side {
            let byStrike = Dictionary(uniqueKeysWithValues: quotes.map { (Int(($0.strike * 1000).rounded()), $0) })
            func column(_ value: (Quoted) -> Double) -> [Double] { strikes.map { byStrike[$0].map(value) ?? .nan } }
            return OptionChain.Side(
                bid: column(\.bid), ask: column(\.ask), impliedVolatility: column { _ in 0.2 }, delta: column(\.delta),
                gamma: column { _ in 0.02 }, theta: column { _ in -0.03 }, vega: column { abs($0.delta) })
        }
        return OptionChain.Slice(
            expiration: today.adding(days), years: Double(days) / 365, forward: 100, strikes: strikes,
            calls: side(calls), puts: side(puts))
    }

    static func chain(_ slices: [OptionChain.Slice], symbol: String = "SPY", spot: Double = 100) -> OptionChain {
        OptionChain(underlying: symbol, time: time, spot: spot, isSynthetic: false, slices: slices)
    }

    /// Ready for PRIMARY's put side: RSI 65, 2 % above the SMA, IV rank 50.
    static var indicators: Indicators {
        Indicators(
            sma20: 98, rsi14: 65, impliedVolatility: 0.2, ivRank: 50, ivPercentile: 50, ivObservations: 252,
            dayMove: 0, volumeRatio: 1)
    }

    static func underlying(
        _ symbol: String = "SPY", indicators: Indicators = indicators,
        slices: [OptionChain.Slice] = [slice(days: 10), slice(days: 21), slice(days: 45)], dividend: Dividend? = nil,
        spot: Double = 100
    ) -> MarketSnapshot.Underlying {
        MarketSnapshot.Underlying(
            symbol: symbol, bar: Bar(day: today, open: spot, high: spot, low: spot, close: spot, volume: 1),
            indicators: indicators, chain: chain(slices, symbol: symbol, spot: spot), nextDividend: dividend)
    }

    static func snapshot(
        _ underlyings: [MarketSnapshot.Underlying] = [underlying()], vix: Double? = 20, vixChain: OptionChain? = nil
    ) -> MarketSnapshot {
        MarketSnapshot(
            time: time, day: today, vix: vix, underlyings: underlyings, vixChain: vixChain, isSynthetic: false)
    }

    static func contract(_ right: Right, _ strike: Double, days: Int = 45, symbol: String = "SPY") -> OptionContract {
        OptionContract(
            underlying: symbol, expiration: today.adding(days), right: right,
            strikeThousandths: Int((strike * 1000).rounded()))
    }

    /// The 90/85 put spread or, with a call side, its condor; sold yesterday at a credit.
    static func position(
        _ book: Book = .primary, id: Int64 = 1, symbol: String = "SPY", credit: Double = 0.60, contracts: Int = 2,
        days: Int = 45, calls: (short: Double, long: Double)? = nil, daysAgo: Int = 1
    ) -> Position? {
        var legs = [
            Leg(contract: contract(.put, 90, days: days, symbol: symbol), quantity: -1),
            Leg(contract: contract(.put, 85, days: days, symbol: symbol), quantity: 1),
        ]
        if let calls {
            legs += [
                Leg(contract: contract(.call, calls.short, days: days, symbol: symbol), quantity: -1),
                Leg(contract: contract(.call, calls.long, days: days, symbol: symbol), quantity: 1),
            ]
        }
        return Position(
            Trade(
                id: id, book: book, mode: .paper, symbol: symbol,
                structure: calls == nil ? .putCredit : .ironCondor, legs: legs, contracts: contracts,
                entryTime: time.adding(seconds: -daysAgo * 86_400), entryCredit: Price(credit) ?? .zero,
                entryFees: Money(cents: 280), expiration: today.adding(days), width: Price(5)))
    }

    /// A long VIX call.
    static func hedge(id: Int64 = 9, days: Int = 8, strike: Double = 24) -> Position? {
        Position(
            Trade(
                id: id, book: .hedge, mode: .paper, symbol: "VIX", structure: .hedge,
                legs: [Leg(contract: contract(.call, strike, days: days, symbol: "VIX"), quantity: 1)], contracts: 3,
                entryTime: time.adding(seconds: -86_400), entryCredit: Price(-0.80) ?? .zero,
                entryFees: Money(cents: 210), expiration: today.adding(days)))
    }

    static func sleeve(
        _ positions: [Position?] = [], strategy: StrategyName = .multibook, allotment: Allotment = .allotted,
        capital: Int64 = 100_000, idle: Int = 0
    ) -> Sleeve {
        Sleeve(
            strategy: strategy, allotment: allotment, capital: Money(cents: capital * 100),
            positions: positions.compactMap { $0 }, hedgeIdleSessions: idle)
    }

    /// VIX calls with 8 days to go.
    static func vixChain(days: [Int] = [8], deltas: Bool = true) -> OptionChain {
        let calls = [
            Quoted(strike: 20, bid: 1.50, ask: 1.60, delta: deltas ? 0.52 : .nan),
            Quoted(strike: 22, bid: 1.00, ask: 1.10, delta: deltas ? 0.38 : .nan),
            Quoted(strike: 24, bid: 0.70, ask: 0.80, delta: deltas ? 0.28 : .nan),
            Quoted(strike: 26, bid: 0.50, ask: 0.60, delta: deltas ? 0.20 : .nan),
        ]
        return chain(days.map { slice(days: $0, puts: [], calls: calls) }, symbol: "VIX", spot: 20)
    }
}
