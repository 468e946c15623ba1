import Dates
import Ledger
import Metrics
import Testing

@Suite("New against old, paired by day")
struct ComparisonTests {
    /// Both strategies on the first `count` sessions from 2026-01-05, on capitals of 100,000 and 50,000, each with one open
    /// position of a known maximum loss.
    private func input(_ count: Int, legacyFrom: Int = 0, edge: Double = 0.0005) throws -> ReviewInput {
        let days = Array(sessions("2026-01-05", "2026-12-31").prefix(count + 1))
        let series = ReferenceSeries.plain(count)
        let results = (0..<count).flatMap { index -> [DailyResult] in
            let old =
                index < legacyFrom
                ? []
                : [
                    DailyResult(
                        day: days[index], strategy: .legacy, capital: Money(cents: 5_000_000),
                        pnl: Money(dollars: 50_000 * series[index]) ?? .zero)
                ]
            return old + [
                DailyResult(
                    day: days[index], strategy: .multibook, capital: Money(cents: 10_000_000),
                    pnl: Money(dollars: 100_000 * (series[index] + edge)) ?? .zero)
            ]
        }
        // (5 − 1)·100·contracts + 0 fees: 4,000 and 2,000 dollars at risk.
        let trades = [
            TestTrade.make(1, contracts: 10, entry: days[0].iso, credit: "1", fees: 0),
            TestTrade.make(2, .legacy, contracts: 5, entry: days[0].iso, credit: "1", fees: 0),
            TestTrade.make(3, .legacy, allotment: .shadow, contracts: 50, entry: days[0].iso, credit: "1", fees: 0),
        ]
        return ReviewInput(
            week: ISOWeek(containing: days[count - 1]), asOf: days[count - 1], trades: trades, dailyResults: results,
            sessions: days, initialEquity: Money(cents: 15_000_000))
    }

    private func row(_ key: String, _ input: ReviewInput) throws -> StrategyComparison.Row {
        try #require(WeeklyReview(input).comparison.rows.first { $0.key == key })
    }

    @Test("The mean difference of paired days is the edge, and its interval is narrow because the days are the same")
    func mean() throws {
        let row = try row("mean-return", try input(60))
        #expect(isClose(row.difference.figure, 0.0005))
        #expect(row.difference.figure.n == 60)
        let interval = try #require(row.difference.interval)
        #expect(abs(interval.low - 0.0005) < 1e-9)
        #expect(abs(interval.high - 0.0005) < 1e-9)
    }

    /// By hand: MULTIBOOK earns 100,000·(Σr + 60·0.0005) on 60 days of 4,000 at risk, LEGACY 50,000·Σr on 2,000.
    @Test("P&L per dollar-day at risk divides by the maximum losses, not by the account")
    func atRisk() throws {
        let input = try input(60)
        let row = try row("return-on-risk", input)
        let sum = ReferenceSeries.plain(60).reduce(0, +)
        #expect(isClose(row.multibook, 100_000 * (sum + 0.03) / (60 * 4_000)))
        #expect(isClose(row.legacy, 50_000 * sum / (60 * 2_000)))
        #expect(isClose(row.difference.figure, 100_000 * 0.03 / (60 * 4_000)))
        #expect(row.difference.interval != nil)
    }

    @Test("Days ahead, Sharpe, total return and drawdown of both on the same days")
    func others() throws {
        let input = try input(60)
        #expect(try row("days-ahead", input).multibook == .value(1, n: 60))
        #expect(try row("days-ahead", input).legacy == .value(0, n: 60))
        let series = ReferenceSeries.plain(60)
        let (new, old) = (Returns(series.map { $0 + 0.0005 }), Returns(series))
        let sharpe = try row("sharpe", input)
        #expect(isClose(try #require(sharpe.legacy.value), try #require(old.sharpe().value)))
        #expect(isClose(try #require(sharpe.multibook.value), try #require(new.sharpe().value)))
        #expect(isClose(try #require(try row("total-return", input).legacy.value), try #require(old.totalReturn.value)))
        #expect(
            isClose(try #require(try row("max-drawdown", input).multibook.value), try #require(new.maxDrawdown.value)))
    }

    @Test("The weekly bound waits for thirteen weeks, has no upper end, and holds the mean of five sessions")
    func anytime() throws {
        let early = try row("mean-week", try input(60))
        #expect(isClose(early.difference.figure, 0.0025))
        #expect(early.difference.figure.n == 12)
        #expect(early.difference.interval == nil)
        let later = try row("mean-week", try input(100, edge: 0))
        #expect(later.difference.interval == nil)
        #expect(later.difference.figure == .value(0, n: 20))
    }

    @Test("Only days that both have are paired; under twenty there are no intervals")
    func pairs() throws {
        let input = try input(30, legacyFrom: 15)
        let row = try row("mean-return", input)
        #expect(row.difference.figure.n == 15)
        #expect(row.difference.interval == nil)
        #expect(row.difference.low == .null)
        #expect(try self.row("sharpe", input).difference.figure == .undefined(.tooFew, n: 15))
        #expect(WeeklyReview(input).dataset("comparison")?.cell("Sharpe ratio", "difference") == .undefined(.tooFew))
    }

    @Test("Without anything at risk there is nothing to divide by")
    func noRisk() throws {
        var input = try input(30)
        input.trades = []
        #expect(try row("return-on-risk", input).multibook == .undefined(.noCapital, n: 30))
        #expect(try row("mean-return-on-risk", input).difference.figure == .undefined(.noData, n: 0))
    }
}
