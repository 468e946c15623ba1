import Dates
import Input
import Ledger
import Metrics
import Testing

@Suite("What a review says of a history with faults or gaps")
struct ReviewFaultTests {
    @Test("A cent that is missing from the recorded equity is shown and found, not spread")
    func difference() {
        var input = NewYearWeek.input
        input.snapshots[6] = TestTrade.snapshot(
            TestTrade.time("2025-01-03", hour: 23, minute: 59), theta: 40, equity: 9_991_179)
        let review = WeeklyReview(input)
        #expect(!review.reconciliation.isExact)
        #expect(review.scalar("reconciliation_difference") == .money(Money(cents: -1)))
        #expect(review.verdict == "Loss, too early to judge any KPI, equity does not reconcile")
        #expect(
            review.findings.map(\.message) == [
                "Recorded closing equity is off by -0.01: expected 99911.80. Nothing was spread to hide it; look for trades, "
                    + "marks or results of the week that are missing or were changed."
            ])
        #expect(review.scalar("realized_pnl") == .money(Money(cents: -780)))
    }

    @Test("A position without a mark at the week's end counts as zero there, with a finding")
    func missingMark() {
        var input = NewYearWeek.input
        input.marks.removeAll { $0.tradeID == 4 }
        let review = WeeklyReview(input)
        #expect(review.change.unrealized == Money(cents: -9780))
        #expect(
            review.findings.first
                == Finding(
                    severity: .error, rule: "review.mark-missing", subject: "trade 4", day: Day("2025-01-03"),
                    message: "Trade 4 (SPY) has no mark at the week's end; its unrealised P&L counts as zero there. "
                        + "Record its mark and review the week again."))
        #expect(review.openPositions.first?.furtherLoss == nil)
        #expect(review.dataset("open_at_week_end")?.column("unrealized_pnl").first == .undefined(.notRecorded))
    }

    @Test("A mark older than the last session is used, with a finding")
    func staleMark() {
        var input = NewYearWeek.input
        input.marks.removeAll { $0.tradeID == 4 && $0.day == Day("2025-01-03") }
        let review = WeeklyReview(input)
        #expect(review.change.unrealized == Money(cents: 1740 - 9780))
        #expect(review.findings.contains { $0.rule == "review.mark-stale" && $0.subject == "trade 4" })
    }

    @Test("Where the history keeps no marks, the change follows from the daily results, and says so")
    func derived() {
        var input = NewYearWeek.input
        input.marks = []
        let review = WeeklyReview(input)
        #expect(review.change.isDerived)
        #expect(review.change.hedge == Money(cents: -2000))
        #expect(review.change.unrealized == Money(cents: -6040))
        #expect(review.reconciliation.isExact)
        #expect(review.findings.map(\.rule) == ["review.no-marks"])
        #expect(review.findings.first?.severity == .note)
    }

    @Test("Without marks and daily results the change is not known, and nothing is invented")
    func unknown() {
        var input = NewYearWeek.input
        input.marks = []
        input.dailyResults = []
        let review = WeeklyReview(input)
        #expect(review.change.unrealized == nil)
        #expect(review.scalar("unrealized_pnl") == .undefined(.notRecorded))
        #expect(review.scalar("theta_capture") == .undefined(.notRecorded))
        #expect(review.scalar("net_change") == .undefined(.notRecorded))
        #expect(review.scalar("realized_pnl") == .money(Money(cents: -780)))
        #expect(review.verdict == "Result not known, too early to judge any KPI")
        #expect(
            review.findings.map(\.rule) == ["review.no-marks", "review.not-reconciled"])
        #expect(review.scalar("share") == .undefined(.notRecorded))
    }

    @Test("A session without a snapshot is missing from gross theta, and found")
    func missingSnapshot() {
        var input = NewYearWeek.input
        input.snapshots.removeAll { $0.day == Day("2025-01-02") }
        let review = WeeklyReview(input)
        #expect(review.scalar("gross_theta") == .number(190))
        #expect(review.dataset("theta")?.column("gross_theta")[2] == .undefined(.noData))
        #expect(review.findings.map(\.rule) == ["review.snapshot-missing"])
    }

    @Test("Theta that does not earn has no capture")
    func noTheta() {
        var input = NewYearWeek.input
        input.snapshots = [TestTrade.snapshot(TestTrade.time("2025-01-02"), theta: -5)]
        let review = WeeklyReview(input)
        #expect(review.scalar("gross_theta") == .number(-5))
        #expect(review.scalar("theta_capture") == .undefined(.noTheta))
        #expect(review.scalar("worst_plausible_weeks") == .undefined(.noTheta))
    }

    @Test("Without the session after the week, Friday's theta is not known")
    func noNextSession() {
        var input = NewYearWeek.input
        input.sessions.removeAll { $0 > Day("2025-01-03") ?? $0 }
        let review = WeeklyReview(input)
        #expect(review.scalar("gross_theta") == .number(100))
        #expect(review.dataset("theta")?.column("calendar_days").last == .undefined(.notRecorded))
    }

    @Test("An empty history gives every dataset with its columns, and reasons instead of numbers")
    func empty() throws {
        let week = try #require(ISOWeek("2026-W31"))
        let review = WeeklyReview(
            ReviewInput(week: week, asOf: week.sunday, sessions: [], initialEquity: .zero))
        #expect(review.datasets.map(\.name) == MetricCatalogue.datasets.map(\.name))
        #expect(review.dataset("pnl_by_book")?.rows.isEmpty == true)
        #expect(review.scalar("win_rate") == .undefined(.noData))
        #expect(review.scalar("gross_theta") == .undefined(.noData))
        #expect(review.scalar("realized_pnl") == .money(.zero))
        #expect(review.scalar("unrealized_pnl") == .money(.zero))
        #expect(review.verdict == "No change, too early to judge any KPI")
        for row in review.dataset("performance")?.rows ?? [] {
            #expect(row[3] == .undefined(.noData))
        }
        for row in review.dataset("comparison")?.rows ?? [] { #expect(row[3].number == nil) }
    }

    @Test("What lies after the date of the review is not looked at")
    func midWeek() {
        var input = NewYearWeek.input
        input.asOf = Day("2024-12-30") ?? input.asOf
        let review = WeeklyReview(input)
        #expect(review.scalar("trades_closed") == .integer(1))
        #expect(review.scalar("trades_opened") == .integer(0))
        #expect(review.scalar("realized_pnl") == .money(Money(cents: 11_480)))
        // Trade 3 moved by 2.00, trade 1's 97.40 are realised.
        #expect(review.scalar("unrealized_pnl") == .money(Money(cents: 200 - 9740)))
        #expect(review.scalar("gross_theta") == .number(20))
        #expect(review.openPositions.map(\.trade.id) == [3, 5])
    }

    @Test("A tier, an expiration and a VIX that were not recorded have groups of their own")
    func notRecorded() {
        var input = NewYearWeek.input
        input.trades[1].confidence = nil
        input.trades[1].expiration = nil
        input.trades[1].entryVIX = .nan
        let review = WeeklyReview(input)
        for name in ["tier", "dte_bucket", "vix_regime"] {
            let table = review.dataset("pnl_by_\(name)")
            #expect(table?.cell("not recorded", "realized_pnl")?.number.map { $0 <= -122.6 } == true)
        }
    }
}
