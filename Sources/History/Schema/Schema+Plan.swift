internal import GRDB

/// The tables that the desk's plan prescribes. Names, types and defaults stand exactly as it writes them.
extension Schema {
    /// Columns of the desk's old `trades`, by which an old file is known.
    static let deskColumns = [
        "id", "timestamp", "symbol", "spread_type", "short_strike", "long_strike", "contracts", "credit", "status",
        "mode", "analysis_id",
    ]

    /// An old file has the table already and keeps it, row for row.
    @Sendable static func deskTrades(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE IF NOT EXISTS trades (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    timestamp TEXT,
                    symbol TEXT,
                    spread_type TEXT,
                    short_strike REAL,
                    long_strike REAL,
                    contracts INTEGER,
                    credit REAL,
                    status TEXT,
                    mode TEXT,
                    analysis_id INTEGER
                );
                """)
    }

    /// A desk may have added the plan's columns by hand; what is there stays as it is.
    @Sendable static func plan(_ db: Database) throws {
        let present = Set(try db.columns(in: "trades").map { $0.name.lowercased() })
        let columns = [
            ("book_type", "VARCHAR(20) DEFAULT 'PRIMARY'"), ("entry_iv_rank", "REAL"), ("entry_delta", "REAL"),
            ("directional_filter_passed", "BOOLEAN"),
        ]
        for (name, type) in columns where !present.contains(name) {
            try db.execute(sql: "ALTER TABLE trades ADD COLUMN \(name) \(type)")
        }
        if !present.contains("book_type") {
            // Rows older than the books were made by the old strategy; the column's default would call them PRIMARY.
            try db.execute(sql: "UPDATE trades SET book_type = 'LEGACY'")
        }
        try db.execute(
            sql: """
                CREATE TABLE IF NOT EXISTS portfolio_metrics (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    timestamp DATETIME DEFAULT CURRENT_TIMESTAMP,
                    total_delta REAL,
                    total_theta REAL,
                    total_vega REAL,
                    total_gamma REAL,
                    day_at_risk REAL,
                    vix_level REAL,
                    hedge_active BOOLEAN
                );
                CREATE TABLE IF NOT EXISTS strategy_rules_audit (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    timestamp DATETIME DEFAULT CURRENT_TIMESTAMP,
                    rule_name TEXT,
                    rule_version TEXT,
                    backtest_results JSON,
                    live_performance JSON,
                    status TEXT CHECK (status IN ('testing', 'approved', 'deprecated'))
                );
                """)
    }
}
