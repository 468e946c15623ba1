import Dates
import Ledger
import Mathematics
import Metrics
import Testing

@Suite("Counts and sums of closed trades")
struct TradeTallyTests {
    static func closed(_ cents: [Int64]) -> [ClosedTrade] {
        cents.enumerated().compactMap { index, cents in
            // A credit of nothing, no fees, and a cost that gives the P&L.
            let cost = Price(tenThousandths: -cents)
            var trade = TestTrade.make(
                Int64(index + 1), entry: "2026-07-01", credit: "0", fees: 0, exit: "2026-07-08", exitFees: 0)
            trade.exit = TradeExit(
                time: TestTrade.time("2026-07-08"), cost: cost, fees: .zero, reason: .profit)
            return ClosedTrade(trade)
        }
    }

    /// By hand.
    @Test("Wins, losses, scratches, mean, median, worst and profit factor")
    func figures() {
        let tally = TradeTally(Self.closed([10_000, -5_000, 0, 2_500, -2_500, 30_000]))
        #expect(tally.count == 6)
        #expect(tally.wins == 3)
        #expect(tally.losses == 2)
        #expect(tally.flat == 1)
        #expect(tally.pnl == Money(cents: 35_000))
        #expect(tally.winRate.figure == .value(0.5, n: 6))
        #expect(isClose(tally.meanPnL, 350.0 / 6))
        #expect(tally.medianPnL == .value(12.5, n: 6))
        #expect(tally.worst == Money(cents: -5_000))
        #expect(isClose(tally.profitFactor, 425.0 / 75))
        #expect(tally.meanDays == .value(7, n: 6))
        #expect(tally.medianDays == .value(7, n: 6))
    }

    @Test("No trades, only wins, only scratches")
    func edges() {
        let none = TradeTally()
        for figure in [none.winRate.figure, none.meanPnL, none.medianPnL, none.profitFactor, none.meanDays] {
            #expect(figure == .undefined(.noData, n: 0))
        }
        #expect(none.worst == nil)
        #expect(none.expectancy.interval == nil)
        let wins = TradeTally(Self.closed([100, 200]))
        #expect(wins.profitFactor == .undefined(.noLosses, n: 2))
        #expect(wins.winRate.figure == .value(1, n: 2))
        let flat = TradeTally(Self.closed([0, 0]))
        #expect(flat.winRate.figure == .value(0, n: 2))
        #expect(flat.profitFactor == .undefined(.noLosses, n: 2))
        #expect(flat.meanPnL == .value(0, n: 2))
    }

    @Test("Expectancy stands within its interval")
    func expectancy() throws {
        let tally = TradeTally(Self.closed(Array(repeating: 15_000, count: 17) + [-40_000, -40_000, -40_000]))
        let interval = try #require(tally.expectancy.interval)
        #expect(interval.contains(67.5))
        #expect(interval.low < 0)
    }

    @Test("An open trade is not a closed one")
    func open() {
        #expect(ClosedTrade(TestTrade.make(1, entry: "2026-07-01", credit: "1")) == nil)
    }

    @Test(
        "Every day to expiration lies in one bucket",
        arguments: [
            (-1, "0-7"), (0, "0-7"), (7, "0-7"), (8, "8-14"), (14, "8-14"), (15, "15-30"), (30, "15-30"), (31, "31-50"),
            (50, "31-50"), (51, ">50"), (700, ">50"),
        ])
    func buckets(days: Int, name: String) {
        #expect(DTEBucket(days: days).rawValue == name)
    }

    @Test("VIX regimes, and none for what is not a number")
    func regimes() {
        #expect([14.99, 15, 25, 25.01].map { VIXRegime(level: $0)?.rawValue } == ["<15", "15-25", "15-25", ">25"])
        #expect(VIXRegime(level: .nan) == nil)
        #expect(VIXRegime(level: .infinity) == nil)
    }
}

@Suite("Breakdowns add up")
struct BreakdownTests {
    /// Random trades of all kinds, some without confidence, expiration or VIX.
    static func trades(_ count: Int, seed: UInt64) -> [ClosedTrade] {
        var source = RandomSource(seed: seed)
        let first = TestTrade.time("2025-12-01")
        let symbols = ["SPY", "QQQ", "IWM", "DIA", "XLE", "XLK", "\u{c4}", ""]
        return (0..<count).compactMap { index in
            let entry = first.adding(seconds: source.index(below: 86_400 * 300))
            let books: [Book] = [.primary, .incomePop, .legacy]
            let trade = Trade(
                id: Int64(index), book: books[source.index(below: 3)], mode: .simulated,
                symbol: symbols[source.index(below: symbols.count)],
                structure: Structure.allCases[source.index(below: 3)], contracts: 1 + source.index(below: 5),
                entryTime: entry, entryCredit: Price(tenThousandths: Int64(source.index(below: 20_000))),
                entryFees: Money(cents: Int64(source.index(below: 1000))),
                expiration: source.uniform() < 0.2 ? nil : NewYork.day(at: entry).adding(source.index(below: 70)),
                confidence: source.uniform() < 0.2 ? nil : source.index(below: 101),
                entryVIX: source.uniform() < 0.2 ? nil : 10 + 30 * source.uniform(),
                exit: TradeExit(
                    time: entry.adding(seconds: source.index(below: 86_400 * 60)),
                    cost: Price(tenThousandths: Int64(source.index(below: 40_000))),
                    fees: Money(cents: Int64(source.index(below: 1000))),
                    reason: ExitReason.allCases[source.index(below: ExitReason.allCases.count)]))
            return ClosedTrade(trade)
        }
    }

    @Test(
        "Totals of every dimension equal the whole, to the cent and to the trade",
        arguments: [1, 2, 3, 4, 5] as [UInt64])
    func totals(seed: UInt64) {
        let trades = Self.trades(400, seed: seed)
        let whole = TradeTally(trades)
        for dimension in TradeDimension.allCases {
            let groups = Breakdown(trades, by: dimension).groups.map(\.tally)
            #expect(groups.reduce(.zero) { $0 + $1.pnl } == whole.pnl)
            #expect(groups.reduce(.zero) { $0 + $1.fees } == whole.fees)
            #expect(groups.reduce(0) { $0 + $1.count } == whole.count)
            #expect(groups.reduce(0) { $0 + $1.wins } == whole.wins)
            #expect(groups.compactMap(\.worst).min() == whole.worst)
        }
    }

    @Test("Groups stand in a fixed order whatever the order of the trades")
    func order() {
        let trades = Self.trades(400, seed: 9)
        for dimension in TradeDimension.allCases {
            let one = Breakdown(trades, by: dimension).groups.map(\.key)
            #expect(one == Breakdown(trades.reversed(), by: dimension).groups.map(\.key))
        }
        #expect(Breakdown(trades, by: .tier).groups.map(\.key) == ["<70", "70-79", "80-89", "90-100", "not recorded"])
        #expect(
            Breakdown(trades, by: .entryWeekday).groups.map(\.key).first == "Monday")
        #expect(
            Breakdown(trades, by: .symbol).groups.map(\.key)
                == ["", "DIA", "IWM", "QQQ", "SPY", "XLE", "XLK", "\u{c4}"])
    }

    @Test("No trades have no groups")
    func empty() {
        for dimension in TradeDimension.allCases { #expect(Breakdown([], by: dimension).groups.isEmpty) }
    }
}
