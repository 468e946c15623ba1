import Dates
import Ledger
import Metrics

/// A hand-made week across the turn of the year, 2025-W01: sessions on 30 and 31 December, 2 and 3 January.
///
/// | trade | what | realised | unrealised before → at the end |
/// |---|---|--:|--:|
/// | 1 | PRIMARY SPY put credit, 2 contracts, closed 12-30 | 240 − 120 − 5.20 = 114.80 | 97.40 → – |
/// | 2 | INCOME_POP QQQ call credit, opened 01-02, closed 01-03 | 80 − 200 − 2.60 = −122.60 | – |
/// | 3 | LEGACY IWM condor, closed 12-31 at exactly zero | 100 − 94.80 − 5.20 = 0.00 | 0.40 → – |
/// | 4 | PRIMARY SPY condor, opened 12-31 | – | – → 150 − 110 − 2.60 = 37.40 |
/// | 5 | HEDGE VIX call | – | −10.65 → −30.65 |
/// | 6 | LEGACY in shadow, closed 12-30 | not counted | – |
/// | 7 | PRIMARY DIA, closed 12-19, before the week | 60 − 8 − 2 = 50.00 | – |
///
/// Realised −7.80, unrealised 37.40 − 97.80 = −60.40, hedge −20.00: net −88.20.
enum NewYearWeek {
    static let trades: [Trade] = [
        TestTrade.make(
            1, contracts: 2, entry: "2024-12-10", credit: "1.20", fees: 260, expiration: "2025-01-24", confidence: 85,
            vix: 16, exit: "2024-12-30", cost: "0.60", exitFees: 260),
        TestTrade.make(
            2, .incomePop, "QQQ", .callCredit, entry: "2025-01-02", credit: "0.80", expiration: "2025-01-13",
            width: "4", confidence: 72, vix: 26, exit: "2025-01-03", cost: "2.00", reason: .stop),
        TestTrade.make(
            3, .legacy, "IWM", .ironCondor, entry: "2024-12-20", credit: "1.00", fees: 260, expiration: "2025-01-10",
            confidence: 90, exit: "2024-12-31", cost: "0.948", exitFees: 260, reason: .time),
        TestTrade.make(
            4, .primary, "SPY", .ironCondor, entry: "2024-12-31", credit: "1.50", fees: 260, expiration: "2025-02-14",
            confidence: 80, vix: 15),
        TestTrade.make(
            5, .hedge, "VIX", .hedge, entry: "2024-12-20", credit: "-1.00", fees: 65, expiration: "2025-01-22",
            width: nil),
        TestTrade.make(
            6, .legacy, "SPY", allotment: .shadow, contracts: 9, entry: "2024-12-16", credit: "1.00",
            exit: "2024-12-30", cost: "0.10"),
        TestTrade.make(
            7, .primary, "DIA", entry: "2024-12-12", credit: "0.60", fees: 100, expiration: "2025-01-24",
            confidence: 78, vix: 14, exit: "2024-12-19", cost: "0.08", exitFees: 100),
    ]

    static let marks: [PositionMark] =
        [
            TestTrade.mark(trades[0], "2024-12-27", "0.70", delta: 10, gamma: -2, theta: 8, vega: -30, spot: 600),
            TestTrade.mark(trades[2], "2024-12-27", "0.97"),
            TestTrade.mark(trades[2], "2024-12-30", "0.95", theta: 3),
            TestTrade.mark(trades[3], "2024-12-31", "1.45", delta: -4, gamma: -1, theta: 6, vega: -20, spot: 590),
            TestTrade.mark(
                trades[3], "2025-01-02", "1.30", delta: -2, gamma: -1.5, theta: 7, vega: -18, spot: 592,
                volatility: 0.19),
            TestTrade.mark(trades[3], "2025-01-03", "1.10", theta: 8, spot: 593, volatility: nil),
            TestTrade.mark(trades[1], "2025-01-02", "0.90", theta: 5),
        ]
        + [
            ("2024-12-27", "-0.90"), ("2024-12-30", "-0.85"), ("2024-12-31", "-0.80"), ("2025-01-02", "-0.75"),
            ("2025-01-03", "-0.70"),
        ].map { TestTrade.mark(trades[4], $0, $1, theta: -2) }

    /// Two of the same moment on 30 December, and one at 23:59 New York time on Friday (already Saturday in UTC).
    static let snapshots: [PortfolioSnapshot] = [
        TestTrade.snapshot(TestTrade.time("2024-12-27"), theta: 15, equity: 10_000_000),
        TestTrade.snapshot(TestTrade.time("2024-12-30"), theta: 99, delta: 0.5),
        TestTrade.snapshot(TestTrade.time("2024-12-30"), theta: 20, delta: 0.1, vix: 17),
        TestTrade.snapshot(TestTrade.time("2024-12-31"), theta: 25, delta: 0.2, vix: 18),
        TestTrade.snapshot(TestTrade.time("2025-01-02"), theta: 30, delta: -0.1),
        TestTrade.snapshot(TestTrade.time("2025-01-03"), theta: 35, delta: 0.05, vix: 16),
        TestTrade.snapshot(
            TestTrade.time("2025-01-03", hour: 23, minute: 59), theta: 40, equity: 9_991_180, delta: 0.06, vix: 16.5),
    ]

    static let results: [DailyResult] = [
        ("2024-12-27", 5000, 0), ("2024-12-30", 1240, 200), ("2024-12-31", -260, -240), ("2025-01-02", -130, 0),
        ("2025-01-03", -9630, 0),
    ].flatMap { (day: String, multibook: Int64, legacy: Int64) -> [DailyResult] in
        guard let day = Day(day) else { return [] }
        return [
            DailyResult(
                day: day, strategy: .multibook, capital: Money(cents: 1_000_000), pnl: Money(cents: multibook),
                hedgePnL: Money(cents: -500), share: 0.1),
            DailyResult(
                day: day, strategy: .legacy, capital: Money(cents: 9_000_000), pnl: Money(cents: legacy), share: 0.1),
            DailyResult(
                day: day, strategy: .legacy, allotment: .shadow, capital: Money(cents: 1_000_000),
                pnl: Money(cents: 77_700), share: 0.1),
        ]
    }

    static var input: ReviewInput {
        ReviewInput(
            week: ISOWeek(containing: results[0].day).next, asOf: Day("2025-01-05") ?? results[0].day, trades: trades,
            marks: marks, snapshots: snapshots, dailyResults: results,
            candidates: [
                CandidateTally(
                    strategy: .multibook, candidates: 10,
                    refusals: [.init(rule: "iv-rank", count: 3), .init(rule: "delta", count: 5)])
            ],
            sessions: sessions("2024-12-09", "2025-01-08", without: ["2024-12-25", "2025-01-01"]),
            initialEquity: Money(cents: 9_995_000), gateDecision: "HOLD", gateEvidence: "plan rule only")
    }
}
