import GRDB
import Testing

@testable import History

@Suite("The schema")
struct SchemaTests {
    private func columns(_ history: HistoryStore, _ table: String) throws -> [String] {
        try rows(history, "SELECT name, type, dflt_value FROM pragma_table_info('\(table)') ORDER BY cid")
    }

    // The desk's plan, word for word.
    @Test("The plan's tables have the plan's columns, types and defaults, in its order")
    func planTables() throws {
        let folder = try Folder()
        let history = try folder.history()
        #expect(
            try columns(history, "trades") == [
                "id|INTEGER|-", "timestamp|TEXT|-", "symbol|TEXT|-", "spread_type|TEXT|-", "short_strike|REAL|-",
                "long_strike|REAL|-", "contracts|INTEGER|-", "credit|REAL|-", "status|TEXT|-", "mode|TEXT|-",
                "analysis_id|INTEGER|-", "book_type|VARCHAR(20)|'PRIMARY'", "entry_iv_rank|REAL|-",
                "entry_delta|REAL|-", "directional_filter_passed|BOOLEAN|-",
            ])
        #expect(
            try columns(history, "portfolio_metrics") == [
                "id|INTEGER|-", "timestamp|DATETIME|CURRENT_TIMESTAMP", "total_delta|REAL|-", "total_theta|REAL|-",
                "total_vega|REAL|-", "total_gamma|REAL|-", "day_at_risk|REAL|-", "vix_level|REAL|-",
                "hedge_active|BOOLEAN|-",
            ])
        #expect(
            try columns(history, "strategy_rules_audit") == [
                "id|INTEGER|-", "timestamp|DATETIME|CURRENT_TIMESTAMP", "rule_name|TEXT|-", "rule_version|TEXT|-",
                "backtest_results|JSON|-", "live_performance|JSON|-", "status|TEXT|-",
            ])
    }

    @Test("A rule's audit is testing, approved or deprecated, and nothing else")
    func auditStatus() throws {
        let folder = try Folder()
        let history = try folder.history()
        for status in ["testing", "approved", "deprecated"] {
            try history.writing {
                try $0.execute(sql: "INSERT INTO strategy_rules_audit (status) VALUES (?)", arguments: [status])
            }
        }
        #expect(throws: HistoryError.self) {
            try history.writing { try $0.execute(sql: "INSERT INTO strategy_rules_audit (status) VALUES ('fine')") }
        }
        #expect(try rows(history, "SELECT count(*) FROM strategy_rules_audit") == ["3"])
    }

    @Test("A new history bears our mark, its version, foreign keys and a write-ahead log")
    func pragmas() throws {
        let folder = try Folder()
        let history = try folder.history()
        #expect(try rows(history, "PRAGMA application_id") == ["1414030451"])
        #expect(try rows(history, "PRAGMA user_version") == ["\(HistoryStore.schemaVersion)"])
        #expect(try rows(history, "PRAGMA foreign_keys") == ["1"])
        #expect(try rows(history, "PRAGMA journal_mode") == ["wal"])
        #expect(try rows(history, "PRAGMA integrity_check") == ["ok"])
    }

    @Test("A transaction is on the disk when it has ended, because mails leave in the belief that it was written down")
    func durability() throws {
        // 2 is FULL (sqlite.org/pragma.html#pragma_synchronous).
        let folder = try Folder()
        #expect(try rows(try folder.history(), "PRAGMA synchronous") == ["2"])
    }

    @Test("The migrations are numbered from 1 without a gap, and no name comes twice")
    func numbers() {
        #expect(Schema.migrations.map(\.number) == Array(1...Schema.migrations.count))
        #expect(Set(Schema.migrations.map(\.name)).count == Schema.migrations.count)
    }

    // The data dictionary of the metrics: at least these columns, in this order, first.
    @Test(
        "Each view has the columns of the data dictionary",
        arguments: [
            (
                "closed_trades",
                "trade_id strategy book symbol structure direction confidence tier entry_day exit_day days_in_trade "
                    + "dte_at_entry dte_bucket contracts credit cost_to_close fees realized_pnl credit_to_width "
                    + "entry_iv_rank entry_delta exit_reason mode"
            ),
            ("daily_equity", "day strategy allotted_capital pnl return equity drawdown"),
            (
                "daily_snapshots",
                "day total_delta total_theta total_vega total_gamma day_at_risk open_risk vix_level hedge_active"
            ),
            ("rule_results", "day strategy symbol rule passed value limit trade_id"),
            ("gate_decisions", "day share_before share_after decision reasons evidence overridden_by"),
        ])
    func viewColumns(view: String, wanted: String) throws {
        let folder = try Folder()
        let names = try rows(try folder.history(), "SELECT name FROM pragma_table_info('\(view)') ORDER BY cid")
        let expected = wanted.split(separator: " ").map(String.init)
        #expect(Array(names.prefix(expected.count)) == expected)
    }

    @Test("Open positions have the columns of closed trades, and mark, unrealised P&L, short delta and stop rule")
    func openColumns() throws {
        let folder = try Folder()
        let history = try folder.history()
        let open = Set(try rows(history, "SELECT name FROM pragma_table_info('open_positions')"))
        let closed = Set(try rows(history, "SELECT name FROM pragma_table_info('closed_trades')"))
        #expect(closed.union(["mark", "unrealized_pnl", "short_delta", "stop_rule"]).isSubset(of: open))
    }
}
