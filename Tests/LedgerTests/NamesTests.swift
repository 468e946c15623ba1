import Dates
import Ledger
import Testing

@Suite struct NamesTests {
    @Test(
        "Tiers are half-open, so that 79.5 has no gap to fall into",
        arguments: [
            (0, ConfidenceTier.below70), (69, .below70), (70, .from70), (79, .from70), (80, .from80), (89, .from80),
            (90, .from90), (100, .from90),
        ])
    func tiers(score: Int, tier: ConfidenceTier) {
        #expect(ConfidenceTier(score: score) == tier)
    }

    @Test("Names in the history are the plan's")
    func names() {
        #expect(Book.allCases.map(\.rawValue) == ["PRIMARY", "INCOME_POP", "LEGACY", "HEDGE"])
        #expect(Book.allCases.map(\.strategy) == [.multibook, .multibook, .legacy, .multibook])
        #expect(Structure.allCases.map(\.rawValue) == ["put_credit", "call_credit", "iron_condor", "hedge"])
        #expect(Structure.allCases.map(\.legCount) == [2, 2, 4, 1])
        #expect(Structure.allCases.map(\.direction) == [.bullish, .bearish, .neutral, .hedge])
    }

    @Test("A snapshot at 01:30 UTC belongs to the New York evening before")
    func exchangeDay() throws {
        let time = try #require(Instant("2026-06-02T01:30:00Z"))
        let snapshot = PortfolioSnapshot(
            time: time, totalDelta: 0, totalTheta: 0, totalVega: 0, totalGamma: 0, dayAtRisk: 0, vix: nil,
            hedgeActive: false)
        let mark = PositionMark(
            tradeID: 1, time: time, mark: .zero, unrealizedPnL: .zero, delta: 0, gamma: 0, theta: 0, vega: 0,
            shortDelta: nil, spot: 1, impliedVolatility: nil)
        #expect(snapshot.day == Day("2026-06-01") && mark.day == Day("2026-06-01"))
    }

    @Test("A candidate is refused by the first rule that did not pass, an unknown one included")
    func refusal() throws {
        let time = try #require(Instant("2026-06-01T19:45:00Z"))
        func candidate(_ results: [RuleResult], trade: Int64? = nil) -> CandidateRecord {
            CandidateRecord(
                time: time, book: .primary, allotment: .allotted, symbol: "SPY", structure: nil, results: results,
                tradeID: trade)
        }
        let pass = RuleResult(rule: "dte", passed: true, value: 45, limit: 40, detail: "45 days")
        let unknown = RuleResult(rule: "blackout", passed: nil, detail: "calendar ends")
        let fail = RuleResult(rule: "iv-rank", passed: false, detail: "37 below 40")
        #expect(candidate([pass, unknown, fail]).refusedBy == "blackout")
        #expect(candidate([pass], trade: 7).refusedBy == nil)
        #expect(candidate([pass]).day == Day("2026-06-01"))
    }

    @Test("A day's return needs capital")
    func dailyReturn() throws {
        let day = try #require(Day("2026-06-01"))
        let result = DailyResult(
            day: day, strategy: .multibook, capital: Money(cents: 10_000_000), pnl: Money(cents: -25_000))
        #expect(result.return == -0.0025)
        #expect(DailyResult(day: day, strategy: .legacy, capital: .zero, pnl: .zero).return == nil)
    }
}
