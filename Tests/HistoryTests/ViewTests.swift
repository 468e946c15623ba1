import Dates
import GRDB
import Ledger
import Testing

@testable import History

/// Expected cells were worked out by hand; the sums stand beside them.
@Suite("Views over a small history")
struct ViewTests {
    private func write(_ history: HistoryStore, _ change: (inout SessionRecord) -> Void) throws {
        var session = SessionRecord(day: day("2026-07-31"))
        change(&session)
        try history.write(session)
    }

    @Test("A closed trade: credit, cost, fees and P&L to the cent, days by exchange dates")
    func closedTrade() throws {
        let folder = try Folder()
        let history = try folder.history()
        try write(history) {
            let trade = sampleTrade(7)
            $0.opened = [trade]
            var closed = trade
            // 01:30Z on 5 August is the evening of 4 August in New York.
            closed.exit = sampleExit("2026-08-05T01:30:00Z", cost: "0.5225", fees: 2.61)
            $0.closed = [closed]
        }
        // 2 x 105.00 = 210.00; 2 x 52.25 = 104.50; 2.60 + 2.61 = 5.21; 210 - 104.50 - 5.21 = 100.29; 1.05 / 5 = 0.21
        // 1 July to 4 August: 34 days; to 14 August: 44 days
        #expect(
            try rows(
                history,
                """
                SELECT trade_id, strategy, book, symbol, structure, direction, confidence, tier, entry_day, exit_day,
                    days_in_trade, dte_at_entry, dte_bucket, contracts, credit, cost_to_close, fees, realized_pnl,
                    credit_to_width, entry_iv_rank, entry_delta, exit_reason, mode
                FROM closed_trades
                """) == [
                    "7|MULTIBOOK|PRIMARY|SPY|put_credit|bullish|75|70-79|2026-07-01|2026-08-04|34|44|31-50|2|210.0"
                        + "|104.5|5.21|100.29|0.21|47.5|0.12|profit|simulated"
                ])
        // (5.00 - 1.05) x 200 + 2.60 = 792.60
        #expect(
            try rows(history, "SELECT max_loss, width, allotment, stop_rule, is_synthetic FROM closed_trades")
                == ["792.6|5.0|allotted|profit 50%, stop 150%, time 21, delta 0.30|1"])
        #expect(try rows(history, "SELECT status FROM trades") == ["closed"])
    }

    @Test("What an import did not say is NULL, not zero")
    func unknowns() throws {
        let folder = try Folder()
        let history = try folder.history()
        try write(history) {
            let trade = sampleTrade(1, width: nil, expiration: nil, confidence: nil)
            $0.opened = [trade]
            var closed = trade
            closed.exit = sampleExit("2026-07-01T19:45:00Z", cost: "1")
            $0.closed = [closed]
        }
        #expect(
            try rows(
                history,
                """
                SELECT confidence, tier, days_in_trade, dte_at_entry, dte_bucket, credit_to_width, width, max_loss
                FROM closed_trades
                """) == ["-|-|0|-|-|-|-|-"])
    }

    @Test(
        "Tiers and DTE buckets meet without a gap",
        arguments: [
            (69, "2026-07-01", "<70|0-7"), (70, "2026-07-08", "70-79|0-7"), (79, "2026-07-09", "70-79|8-14"),
            (80, "2026-07-15", "80-89|8-14"), (89, "2026-07-16", "80-89|15-30"), (90, "2026-07-31", "90-100|15-30"),
            (100, "2026-08-01", "90-100|31-50"), (0, "2026-08-20", "<70|31-50"), (75, "2026-08-21", "70-79|>50"),
        ])
    func tiers(score: Int, expiration: String, expected: String) throws {
        let folder = try Folder()
        let history = try folder.history()
        try write(history) { $0.opened = [sampleTrade(1, expiration: expiration, confidence: score)] }
        #expect(try rows(history, "SELECT tier, dte_bucket FROM all_trades") == [expected])
        #expect(expected.hasPrefix(ConfidenceTier(score: score).rawValue))
    }

    @Test("Closed and open hold trades with capital only; shadow and hedges stand apart")
    func kinds() throws {
        let folder = try Folder()
        let history = try folder.history()
        let exit = sampleExit("2026-07-20T19:00:00Z", cost: "0.5")
        let trades = [
            sampleTrade(1, exit: exit), sampleTrade(2), sampleTrade(3, allotment: .shadow, exit: exit),
            sampleTrade(4, book: .legacy, allotment: .shadow),
            sampleTrade(
                5, book: .hedge, symbol: "VIX", structure: .hedge, contracts: 3, credit: "-0.85", width: nil,
                confidence: nil, exit: sampleExit("2026-07-10T19:00:00Z", cost: "-0.4", reason: .hedgeRoll)),
            sampleTrade(6, book: .hedge, symbol: "VIX", structure: .hedge, credit: "-0.9", width: nil, confidence: nil),
        ]
        try write(history) {
            $0.opened = trades
            $0.closed = trades.filter { $0.exit != nil }
        }
        #expect(try rows(history, "SELECT trade_id FROM closed_trades ORDER BY 1") == ["1"])
        #expect(try rows(history, "SELECT trade_id FROM open_positions ORDER BY 1") == ["2"])
        #expect(
            try rows(history, "SELECT trade_id, exit_day FROM shadow_trades ORDER BY 1") == ["3|2026-07-20", "4|-"])
        // 3 x -85.00 = -255.00; 3 x -40.00 = -120.00; -255 + 120 - 5.20 = -140.20; the debit and fees: 257.60
        #expect(
            try rows(
                history,
                "SELECT trade_id, direction, credit, cost_to_close, realized_pnl, max_loss FROM hedge_trades ORDER BY 1"
            )
                == ["5|hedge|-255.0|-120.0|-140.2|257.6", "6|hedge|-180.0|-|-|182.6"])
    }

    @Test("An open position shows its last mark; without a mark it shows none")
    func openPositions() throws {
        let folder = try Folder()
        let history = try folder.history()
        try write(history) {
            $0.opened = [sampleTrade(1), sampleTrade(2)]
            $0.marks = [
                sampleMark(1, "2026-07-02T20:00:00Z", mark: "0.7125", unrealized: 64.90),
                sampleMark(1, "2026-07-03T20:00:00Z", mark: "0.6", unrealized: 87.40),
            ]
        }
        // 2 x 60.00 = 120.00; credit 210.00 - mark 120.00 - fees 2.60 = 87.40
        #expect(
            try rows(
                history,
                """
                SELECT trade_id, mark, unrealized_pnl, short_delta, stop_rule, fees, realized_pnl, marked_at
                FROM open_positions ORDER BY trade_id
                """) == [
                    "1|120.0|87.4|-0.14|profit 50%, stop 150%, time 21, delta 0.30|2.6|-|2026-07-03T20:00:00Z",
                    "2|-|-|-|profit 50%, stop 150%, time 21, delta 0.30|2.6|-|-",
                ])
    }

    @Test("Equity compounds the day's return on the day's capital, and drawdown counts the start as a peak")
    func equity() throws {
        let folder = try Folder()
        let history = try folder.history()
        try write(history) {
            $0.results = [
                DailyResult(
                    day: day("2026-07-01"), strategy: .multibook, capital: dollars(1000), pnl: dollars(-100),
                    flow: dollars(1000), share: 0.1),
                DailyResult(day: day("2026-07-02"), strategy: .multibook, capital: dollars(2000), pnl: dollars(500)),
                DailyResult(
                    day: day("2026-07-06"), strategy: .multibook, capital: dollars(2500), pnl: dollars(-250),
                    hedgePnL: dollars(-50)),
            ]
        }
        // 0.9; 0.9 x 1.25 = 1.125; 1.125 x 0.9 = 1.0125. Peaks 1, 1.125, 1.125. Equity on the first 1,000 dollars.
        let found = try history.database.read { db in
            try Row.fetchAll(
                db, sql: "SELECT day, allotted_capital, pnl, \"return\", equity, drawdown, flow FROM daily_equity"
            ).map { row in (row["day"] as String, (1...6).map { row[$0] as Double }) }
        }
        #expect(found.map(\.0) == ["2026-07-01", "2026-07-02", "2026-07-06"])
        let expected = [
            [1000, -100, -0.1, 900, -0.1, 1000], [2000, 500, 0.25, 1125, 0, 0], [2500, -250, -0.1, 1012.5, -0.1, 0],
        ]
        for (row, wanted) in zip(found.map(\.1), expected) {
            for (value, target) in zip(row, wanted) { #expect(abs(value - target) < 1e-9) }
        }
    }

    @Test("A strategy without capital on a day is followed in shadow; without either its return is not known")
    func equityInShadow() throws {
        let folder = try Folder()
        let history = try folder.history()
        try write(history) {
            func result(_ date: String, _ allotment: Allotment, _ capital: Double, _ pnl: Double) -> DailyResult {
                DailyResult(
                    day: day(date), strategy: .legacy, allotment: allotment, capital: dollars(capital),
                    pnl: dollars(pnl))
            }
            $0.results = [
                result("2026-07-01", .allotted, 0, 0), result("2026-07-01", .shadow, 400, 4),
                result("2026-07-02", .allotted, 100, -10), result("2026-07-02", .shadow, 300, 9),
                result("2026-07-06", .allotted, 0, 0),
            ]
        }
        // 1.01; 1.01 x 0.9 = 0.909; unchanged. On the first capital, 400.
        #expect(
            try rows(
                history,
                """
                SELECT day, allotment, allotted_capital, round("return", 9), round(equity, 6), round(drawdown, 9)
                FROM daily_equity
                """) == [
                    "2026-07-01|shadow|400.0|0.01|404.0|0.0", "2026-07-02|allotted|100.0|-0.1|363.6|-0.1",
                    "2026-07-06|allotted|0.0|-|363.6|-0.1",
                ])
    }

    @Test("Both strategies compound apart")
    func twoStrategies() throws {
        let folder = try Folder()
        let history = try folder.history()
        try write(history) {
            for (strategy, pnl) in [(StrategyName.multibook, 10.0), (.legacy, -10.0)] {
                for offset in 0..<3 {
                    $0.results.append(
                        DailyResult(
                            day: day("2026-07-01").adding(offset), strategy: strategy, capital: dollars(100),
                            pnl: dollars(pnl)))
                }
            }
        }
        // 1.1^3 = 1.331; 0.9^3 = 0.729
        #expect(
            try rows(
                history,
                "SELECT strategy, round(equity, 6) FROM daily_equity WHERE day = '2026-07-03' ORDER BY strategy")
                == ["LEGACY|72.9", "MULTIBOOK|133.1"])
    }

    @Test("A day's snapshot is the last of its exchange date: 01:30Z belongs to the evening before")
    func snapshots() throws {
        let folder = try Folder()
        let history = try folder.history()
        try write(history) {
            $0.snapshots = [
                sampleSnapshot("2026-07-01T20:00:00Z", delta: 0.1), sampleSnapshot("2026-07-02T01:30:00Z", delta: 0.2),
                sampleSnapshot("2026-07-02T14:00:00Z", delta: 0.3, equity: nil),
            ]
        }
        #expect(
            try rows(
                history,
                """
                SELECT day, total_delta, total_theta, total_vega, total_gamma, day_at_risk, open_risk, vix_level,
                    hedge_active, equity FROM daily_snapshots
                """) == [
                    "2026-07-01|0.2|110.5|-420.0|0.015|0.025|0.2|17.2|0|500000.0",
                    "2026-07-02|0.3|110.5|-420.0|0.015|0.025|0.2|17.2|0|-",
                ])
    }

    @Test("Every rule that a candidate met has a row, with value and limit where it has them")
    func ruleResults() throws {
        let folder = try Folder()
        let history = try folder.history()
        try history.write(sampleSession())
        #expect(
            try rows(
                history,
                """
                SELECT day, strategy, symbol, rule, passed, value, "limit", trade_id FROM rule_results
                ORDER BY candidate_id, position
                """) == [
                    "2026-07-01|MULTIBOOK|SPY|iv-rank|1|47.5|40.0|1", "2026-07-01|MULTIBOOK|SPY|credit|1|0.21|0.08|1",
                    "2026-07-01|MULTIBOOK|XLE|dte|1|-|-|-", "2026-07-01|MULTIBOOK|XLE|iv-rank|-|-|80.0|-",
                ])
    }

    @Test("A gate decision stands as it was computed, with the newest override beside it")
    func gateDecisions() throws {
        let folder = try Folder()
        let history = try folder.history()
        try history.writing { db in
            try db.execute(
                sql: """
                    INSERT INTO gate_records (day, decided_at, share_before, share_after, decision, reasons, evidence,
                        inputs_digest, rule_version)
                    VALUES ('2026-07-01', '2026-07-01T21:00:00Z', 0.1, 0.1, 'HOLD', '["dwell"]', '{"n":3}', 'd', '1'),
                        ('2026-07-02', '2026-07-02T21:00:00Z', 0.1, 0.25, 'PROMOTE', '[]', '{}', 'd', '1');
                    INSERT INTO gate_overrides (gate_record_id, recorded_at, person, share_from, share_to, reason,
                        expires_on)
                    VALUES (1, '2026-07-01T22:00:00Z', 'A', 0.1, 0.25, 'r', '2026-08-01'),
                        (1, '2026-07-01T23:00:00Z', 'B', 0.25, 0.1, 'r', '2026-08-01');
                    """)
        }
        #expect(
            try rows(
                history,
                """
                SELECT day, share_before, share_after, decision, reasons, evidence, overridden_by FROM gate_decisions
                ORDER BY day
                """) == [
                    "2026-07-01|0.1|0.1|HOLD|[\"dwell\"]|{\"n\":3}|2", "2026-07-02|0.1|0.25|PROMOTE|[]|{}|-",
                ])
    }
}
