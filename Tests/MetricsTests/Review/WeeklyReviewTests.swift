import Dates
import Input
import Ledger
import Metrics
import Testing

@Suite("The weekly review of a hand-made week across the turn of the year")
struct WeeklyReviewTests {
    let review = WeeklyReview(NewYearWeek.input)

    @Test("The scalars that have one right answer")
    func scalars() {
        #expect(review.scalar("week") == .text("2025-W01"))
        #expect(review.scalar("as_of") == .day(NewYearWeek.input.asOf))
        #expect(review.scalar("realized_pnl") == .money(Money(cents: -780)))
        #expect(review.scalar("unrealized_pnl") == .money(Money(cents: -6040)))
        #expect(review.scalar("hedge_cost") == .money(Money(cents: 2000)))
        #expect(review.scalar("net_change") == .money(Money(cents: -8820)))
        #expect(review.scalar("fees") == .money(Money(cents: 1300)))
        #expect(review.scalar("trades_closed") == .integer(3))
        #expect(review.scalar("trades_opened") == .integer(2))
        #expect(review.scalar("trades_flat") == .integer(1))
        #expect(review.scalar("win_rate") == .number(1.0 / 3))
        // 20, 11 and 1 calendar days; 13, 6 and 1 sessions.
        #expect(review.scalar("mean_days_in_trade") == .number(32.0 / 3))
        #expect(review.scalar("median_days_in_trade") == .number(11))
        #expect(review.scalar("mean_sessions_in_trade") == .number(20.0 / 3))
        #expect(review.scalar("profit_factor") == .number(114.80 / 122.60))
        #expect(review.scalar("share") == .number(0.1))
        #expect(review.scalar("gate_decision") == .text("HOLD"))
        #expect(review.scalar("gate_evidence") == .text("plan rule only"))
        #expect(review.scalar("sharpe") == .undefined(.tooFew))
        #expect(review.scalar("es_95") == .undefined(.tooFew))
        #expect(review.scalar("reconciliation_difference") == .money(.zero))
        #expect(review.scalar("open_positions") == .integer(2))
        #expect(review.scalar("open_unrealized_pnl") == .money(Money(cents: 675)))
        #expect(review.scalar("figures_restated") == .integer(0))
    }

    @Test("Gross theta takes the last snapshot of each exchange day times calendar days to the next session")
    func grossTheta() {
        // 20·1 + 25·2 over the holiday + 30·1 + 40·3 over the weekend.
        #expect(review.scalar("gross_theta") == .number(220))
        #expect(review.scalar("theta_capture") == .number(-68.20 / 220))
        #expect(review.scalar("theta_capture_net") == .number(-88.20 / 220))
        let theta = review.dataset("theta")
        #expect(theta?.column("total_theta") == [20, 25, 30, 40].map(Value.number))
        #expect(theta?.column("calendar_days") == [1, 2, 1, 3].map(Value.integer))
        #expect(theta?.column("gross_theta") == [20, 50, 30, 120].map(Value.number))
    }

    @Test("Equity reconciles to the cent")
    func reconciliation() {
        #expect(review.reconciliation.isExact)
        let table = review.dataset("reconciliation")
        #expect(table?.cell("Opening equity", "amount") == .money(Money(cents: 10_000_000)))
        #expect(table?.cell("Computed closing equity", "amount") == .money(Money(cents: 9_991_180)))
        #expect(table?.cell("Recorded closing equity", "amount") == .money(Money(cents: 9_991_180)))
        #expect(table?.cell("Sum of the daily results", "amount") == .money(Money(cents: -8820)))
        #expect(table?.cell("Realised P&L by symbol", "amount") == .money(Money(cents: -780)))
        #expect(table?.cell("Realised P&L by symbol", "difference") == .money(.zero))
        #expect(review.findings.isEmpty)
    }

    @Test("A trade closed on 30 December lies in week 1 of 2025, but in no other window of 2025")
    func isoWeek() {
        let windows = review.dataset("windows")
        let multibook = windows?.rows.filter { $0.first == .text("MULTIBOOK") } ?? []
        let trades = multibook.map { [$0[1], $0[4]] }
        #expect(
            trades == [
                [.text("week"), .integer(2)], [.text("month to date"), .integer(1)],
                [.text("quarter to date"), .integer(1)], [.text("year to date"), .integer(1)],
                [.text("since inception"), .integer(3)], [.text("stage 1 (10%)"), .integer(2)],
            ])
    }

    @Test("P&L by book, symbol, strategy, tier and the other dimensions")
    func breakdowns() {
        func table(_ name: String) -> [[Value]] {
            guard let data = review.dataset(name) else { return [] }
            return zip(data.column(data.columns[0].name), data.column("realized_pnl")).map { [$0, $1] }
        }
        func row(_ key: String, _ cents: Int64) -> [Value] { [.text(key), .money(Money(cents: cents))] }
        #expect(table("pnl_by_book") == [row("PRIMARY", 11_480), row("INCOME_POP", -12_260), row("LEGACY", 0)])
        #expect(table("pnl_by_symbol") == [row("IWM", 0), row("QQQ", -12_260), row("SPY", 11_480)])
        #expect(table("pnl_by_strategy") == [row("MULTIBOOK", -780), row("LEGACY", 0)])
        #expect(table("pnl_by_tier") == [row("70-79", -12_260), row("80-89", 11_480), row("90-100", 0)])
        #expect(
            table("pnl_by_structure") == [
                row("put_credit", 11_480), row("call_credit", -12_260), row("iron_condor", 0),
            ])
        #expect(table("pnl_by_direction") == [row("bullish", 11_480), row("bearish", -12_260), row("neutral", 0)])
        #expect(table("pnl_by_dte_bucket") == [row("8-14", -12_260), row("15-30", 0), row("31-50", 11_480)])
        #expect(table("pnl_by_exit_reason") == [row("profit", 11_480), row("stop", -12_260), row("time", 0)])
        #expect(
            table("pnl_by_entry_weekday") == [row("Tuesday", 11_480), row("Thursday", -12_260), row("Friday", 0)])
        #expect(table("pnl_by_vix_regime") == [row("15-25", 11_480), row(">25", -12_260), row("not recorded", 0)])
        #expect(table("pnl_by_book_to_date").first == row("PRIMARY", 16_480))
    }

    @Test("The theta ledger's parts add up to the P&L of each book")
    func thetaLedger() throws {
        let rows = review.thetaLedger.rows
        #expect(rows.map(\.book) == [.primary, .incomePop, .legacy, .hedge])
        for row in rows {
            let parts =
                row.realized + row.delta + row.gamma + row.vega + row.entriesAndExits + row.unexplained
            #expect(abs(parts - row.pnl.dollars) < 1e-9)
        }
        #expect(rows.map(\.pnl.cents).reduce(0, +) == -8820)
        let primary = try #require(rows.first)
        // Trade 4: θ 6·2 days, 7·1, 8·3; trade 1 has no mark in the week.
        #expect(abs(primary.generated - 43) < 1e-9)
        // Trade 1: 8·3 days to its exit; trade 4: 6·2 + 7·1.
        #expect(abs(primary.realized - 43) < 1e-9)
        #expect(abs(primary.delta - (-4 * 2 - 2 * 1)) < 1e-9)
        #expect(abs(primary.gamma - (-0.5 * 1 * 4 - 0.5 * 1.5 * 1)) < 1e-9)
        // Volatility fell by one point over the first interval; its end is not known over the second.
        #expect(abs(primary.vega - 20) < 1e-9)
        // Trade 1: 114.80 − 97.40 − 24; trade 4 to its first mark: 2.40.
        #expect(abs(primary.entriesAndExits - (17.40 - 24 + 2.40)) < 1e-9)
        #expect(review.dataset("theta_ledger")?.cell("PRIMARY", "given_back") == .number(primary.gamma + primary.vega))
    }

    @Test("Open positions, what they can still lose, and one maximum loss on each")
    func openPositions() {
        #expect(review.openPositions.map(\.trade.id) == [4, 5])
        #expect(review.openPositions.map(\.days) == [3, 14])
        // (5 − 1.50)·100 + 2.60 = 352.60 for the condor, 100 + 0.65 for the hedge.
        #expect(review.scalar("worst_plausible") == .money(Money(cents: 45_325)))
        #expect(review.scalar("worst_plausible_weeks")?.number.map { isClose($0, 453.25 / 220) } == true)
        #expect(review.openPositions.first?.furtherLoss == Money(cents: 35_260 + 3740))
        #expect(review.dataset("worst_plausible")?.column("book") == ["PRIMARY", "HEDGE", "DESK"].map(Value.text))
        // One win of three closed, and the condor gains at its mark.
        #expect(review.scalar("win_rate_with_open") == .number(0.5))
    }

    @Test("Exposure counts every snapshot of the week, the one at 23:59 among them")
    func exposure() {
        let table = review.dataset("exposure")
        #expect(table?.cell("delta", "last") == .number(0.06))
        #expect(table?.cell("delta", "min") == .number(-0.1))
        #expect(table?.cell("delta", "max") == .number(0.5))
        #expect(table?.cell("vix", "snapshots") == .integer(4))
        #expect(table?.cell("vix", "max") == .number(18))
        #expect(table?.cell("theta", "snapshots") == .integer(6))
    }

    @Test("Activity and the rules that refused")
    func activity() {
        let table = review.dataset("activity")
        #expect(table?.cell("MULTIBOOK", "candidates") == .integer(10))
        #expect(table?.cell("MULTIBOOK", "refusals") == .integer(8))
        #expect(table?.cell("MULTIBOOK", "trades_opened") == .integer(2))
        #expect(table?.cell("MULTIBOOK", "hedges_opened") == .integer(0))
        #expect(table?.cell("LEGACY", "trades_closed") == .integer(1))
        #expect(table?.cell("LEGACY", "candidates") == .undefined(.notRecorded))
        // 9 December to 3 January has 18 sessions.
        #expect(table?.cell("MULTIBOOK", "trades_per_month") == .undefined(.tooFew))
        let refusals = review.dataset("refusals_by_rule")
        #expect(refusals?.column("rule") == ["delta", "iv-rank"].map(Value.text))
        #expect(refusals?.column("share") == [0.5, 0.3].map(Value.number))
    }

    @Test("Credit against width, on the border of a range too")
    func creditToWidth() {
        // Opened in the week: 0.80 of 4 is 20 %, 1.50 of 5 is 30 %.
        let table = review.dataset("credit_to_width")
        #expect(table?.cell("20-25%", "trades") == .integer(1))
        #expect(table?.cell(">=30%", "trades") == .integer(1))
        // Trades 1 (24 %) and 3 (20 %) before the week.
        #expect(table?.cell("20-25%", "trades_to_date") == .integer(3))
        #expect(review.scalar("mean_credit_to_width") == .number(0.25))
        #expect(review.scalar("credit_at_target") == .number(1))
    }

    @Test("The drawdown begins before the week and is still open")
    func drawdowns() {
        let table = review.dataset("drawdowns")
        #expect(table?.cell("MULTIBOOK", "peak") == .day(Day("2024-12-30") ?? NewYearWeek.input.asOf))
        #expect(table?.cell("MULTIBOOK", "recovery") == .undefined(.stillOpen))
        #expect(table?.cell("MULTIBOOK", "sessions") == .integer(3))
        #expect(table?.cell("LEGACY", "recovery") == .undefined(.stillOpen))
    }

    @Test("The verdict says what is known and what is not")
    func verdict() {
        #expect(review.verdict == "Loss, too early to judge any KPI")
    }

    @Test("The old strategy's capital counts, not its shadow")
    func sleeves() {
        let legacy = review.performance.first { $0.strategy == .legacy && $0.window.name == "week" }
        #expect(legacy?.returns.values.first.map { isClose($0, 2.0 / 90_000) } == true)
        #expect(legacy?.missingSessions == 0)
    }

    @Test("The same input gives the same review")
    func deterministic() {
        let again = WeeklyReview(NewYearWeek.input)
        #expect(again.datasets == review.datasets)
        #expect(again.scalars == review.scalars)
    }

    @Test("The order of the input does not matter, but for two snapshots of one moment")
    func order() {
        var input = NewYearWeek.input
        input.trades.reverse()
        input.marks.reverse()
        input.dailyResults.reverse()
        #expect(WeeklyReview(input).datasets == review.datasets)
    }
}
