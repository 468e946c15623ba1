import Dates
import Ledger
import Metrics
import Testing

@Suite("Key figures against their targets")
struct KPITests {
    /// Sessions of June and July 2026, a result each, and trades of MULTIBOOK as asked for.
    private func input(
        wins: Int, losses: Int, returns: (Int) -> Double = { ReferenceSeries.plain(60)[$0] }, sessionCount: Int = 42
    ) -> ReviewInput {
        let days = Array(sessions("2026-06-01", "2026-08-03", without: ["2026-06-19", "2026-07-03"]))
        let used = Array(days.suffix(sessionCount + 1).dropLast())
        let trades = (0..<wins + losses).map { index in
            let entry = used[max(0, used.count - 21) + index % min(21, used.count)].iso
            return TestTrade.make(
                Int64(index + 1), entry: entry, credit: "4", fees: 0, exit: "2026-07-31",
                cost: index < wins ? "1.5" : "6",
                exitFees: 0)
        }
        let results = used.enumerated().map { index, day in
            DailyResult(
                day: day, strategy: .multibook, capital: Money(cents: 10_000_000),
                pnl: Money(dollars: 100_000 * returns(index)) ?? .zero)
        }
        return ReviewInput(
            week: ISOWeek(containing: used[used.count - 1]), asOf: used[used.count - 1], trades: trades,
            dailyResults: results, sessions: Array(days.suffix(sessionCount + 1)),
            initialEquity: Money(cents: 10_000_000))
    }

    private func kpi(_ key: String, _ input: ReviewInput) -> KPI? {
        WeeklyReview(input).kpis.first { $0.key == key }
    }

    @Test("Twenty trades of which nineteen win meet the targets of win rate and pace, with their intervals")
    func met() throws {
        let input = input(wins: 19, losses: 1)
        let rate = try #require(kpi("win-rate", input))
        #expect(rate.verdict == .met)
        #expect(rate.estimate.figure == .value(0.95, n: 20))
        #expect(rate.target == "> 85%")
        let pace = try #require(kpi("trades-per-month", input))
        #expect(pace.verdict == .met)
        #expect(pace.estimate.figure == .value(20, n: 21))
        #expect(pace.target == "15-25")
        // 19 · 250 − 200 = 4,550 over 20.
        let mean = try #require(kpi("mean-pnl", input))
        #expect(isClose(mean.estimate.figure, 227.5))
        #expect(mean.verdict == .met)
        #expect(mean.target == "$200-300")
        #expect(mean.estimate.interval?.contains(227.5) == true)
        #expect(mean.legacy == .undefined(.noData, n: 0))
    }

    @Test("Exactly 85 % does not exceed 85 %; a mean below the band and too many trades miss")
    func missed() {
        #expect(kpi("win-rate", input(wins: 17, losses: 3))?.verdict == .missed)
        #expect(kpi("mean-pnl", input(wins: 17, losses: 3))?.verdict == .missed)
        #expect(kpi("trades-per-month", input(wins: 26, losses: 0))?.verdict == .missed)
    }

    @Test("A mean above the planned band is no miss")
    func above() {
        var input = input(wins: 20, losses: 0)
        input.settings.targets.meanPnLFrom = 100
        input.settings.targets.meanPnLTo = 200
        #expect(kpi("mean-pnl", input)?.verdict == .met)
    }

    @Test("Under twenty trades and under a month of sessions it is too early")
    func tooEarly() {
        let input = input(wins: 19, losses: 0, sessionCount: 20)
        for kpi in WeeklyReview(input).kpis where kpi.key != "sharpe" && kpi.key != "max-drawdown" {
            #expect(kpi.verdict == .tooEarly, "\(kpi.key)")
        }
        #expect(WeeklyReview(input).scalar("trades_per_month") == .undefined(.tooFew))
    }

    @Test("A drawdown beyond its limit is missed at once, within it only from twenty days")
    func drawdown() {
        func verdict(_ days: Int, _ loss: Double) -> KPIVerdict? {
            kpi("max-drawdown", input(wins: 0, losses: 0, returns: { $0 == 3 ? loss : 0.001 }, sessionCount: days))?
                .verdict
        }
        #expect(verdict(5, -0.12) == .missed)
        #expect(verdict(5, -0.02) == .tooEarly)
        #expect(verdict(30, -0.02) == .met)
        #expect(verdict(30, -0.10) == .missed)
    }

    @Test("The Sharpe ratio is judged by its value, with the interval beside it")
    func sharpe() throws {
        let good = try #require(kpi("sharpe", input(wins: 0, losses: 0, returns: { $0 % 2 == 0 ? 0.01 : -0.002 })))
        #expect(good.verdict == .met)
        #expect(good.target == "> 2")
        let interval = try #require(good.estimate.interval)
        let value = try #require(good.estimate.figure.value)
        #expect(interval.low < value && value < interval.high)
        let flat = try #require(kpi("sharpe", input(wins: 0, losses: 0, returns: { _ in 0 })))
        #expect(flat.verdict == .tooEarly)
        #expect(flat.estimate.figure.reason == .noDispersion)
    }

    @Test("The verdict counts misses and what cannot be judged yet")
    func verdictLine() {
        // The 42 days have a Sharpe ratio of -1.87 and fall by 4.2 % at most, by NumPy; the last five add up to −0.021.
        #expect(WeeklyReview(input(wins: 17, losses: 3)).verdict == "Loss, 3 of 5 KPIs missed")
    }

    @Test("The table shows unit, observations and null where a figure has no interval")
    func table() {
        let table = WeeklyReview(input(wins: 19, losses: 1)).dataset("kpis")
        #expect(table?.column("unit") == ["count", "percent", "usd", "ratio", "percent"].map(Value.text))
        #expect(table?.cell("Maximum drawdown", "low") == .null)
        #expect(table?.cell("Win rate", "n") == .integer(20))
        #expect(table?.cell("Maximum drawdown", "target") == .text("above -10%"))
    }
}
