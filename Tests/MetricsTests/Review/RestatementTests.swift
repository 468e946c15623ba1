import Dates
import Metrics
import Testing

@Suite("Figures that differ now from what was reported")
struct RestatementTests {
    private func figure(_ week: String, _ name: String, _ value: Double?) throws -> ReportedFigure {
        ReportedFigure(week: try #require(ISOWeek(week)), name: name, value: value)
    }

    @Test("What moved, by week, with the most basic cause of the week")
    func moved() throws {
        let reported = [
            try figure("2026-W30", "win_rate", 0.8), try figure("2026-W30", "trades_closed", 5),
            try figure("2026-W29", "fees", 10), try figure("2026-W29", "sharpe", 1),
            try figure("2026-W28", "gross_theta", 100), try figure("2026-W28", "sortino", nil),
            try figure("2026-W27", "unrealized_pnl", 7), try figure("2026-W26", "max_drawdown", -0.1),
        ]
        let now = [
            try figure("2026-W30", "win_rate", 0.75), try figure("2026-W30", "trades_closed", 6),
            try figure("2026-W29", "fees", 11), try figure("2026-W29", "sharpe", 1 + 1e-12),
            try figure("2026-W28", "gross_theta", 90), try figure("2026-W28", "sortino", nil),
            try figure("2026-W27", "unrealized_pnl", nil), try figure("2026-W26", "max_drawdown", -0.2),
            try figure("2026-W26", "net_change", 4),
        ]
        let rows = Restatement(reported: reported, now: now).rows
        #expect(
            rows.map { "\($0.week) \($0.name): \($0.reason)" } == [
                "2026-W26 max_drawdown: daily results or settings were changed",
                "2026-W27 unrealized_pnl: marks were changed",
                "2026-W28 gross_theta: snapshots were changed",
                "2026-W29 fees: prices or fees of trades were changed",
                "2026-W30 win_rate: trades were added, removed or dated anew",
                "2026-W30 trades_closed: trades were added, removed or dated anew",
            ])
        #expect(rows[1].reported == 7)
        #expect(rows[1].now == nil)
    }

    @Test("The dataset has the difference, or a reason where there is none")
    func dataset() throws {
        var input = NewYearWeek.input
        input.reported = [try figure("2024-W52", "fees", 10), try figure("2024-W52", "sharpe", 1)]
        input.restated = [try figure("2024-W52", "fees", 12.5)]
        let review = WeeklyReview(input)
        #expect(review.dataset("restatement")?.column("difference") == [.number(2.5), .undefined(.noData)])
        #expect(review.scalar("figures_restated") == .integer(2))
    }

    @Test("Nothing reported, nothing restated")
    func nothing() throws {
        #expect(Restatement(reported: [], now: [try figure("2026-W30", "fees", 1)]).rows.isEmpty)
    }
}
