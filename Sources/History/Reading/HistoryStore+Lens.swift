public import Dates
internal import GRDB

extension HistoryStore {
    /// Statements that show a connection the history as it stood at a day's end: temporary views over the tables that
    /// have a date, under the tables' own names, and the stable views once more on top of these.
    ///
    /// A query that names no schema then sees nothing of what came later, so that a report of a past night is the same
    /// whenever it is made. Tables that have no date of their own (legs, outcomes of rules) belong to rows that have
    /// one. Nothing is written: temporary views live and die with the connection.
    public func lens(asOf day: Day) throws(HistoryError) -> [String] {
        Self.lens(
            asOf: day,
            views: try reading { db in
                try String.fetchAll(db, sql: "SELECT sql FROM sqlite_schema WHERE type = 'view' ORDER BY rowid")
            })
    }

    /// The same for a history that is nothing but its schema.
    public static func schemaLens(asOf day: Day) throws(HistoryError) -> [String] {
        lens(asOf: day, views: try schemaStatements().filter { $0.hasPrefix("CREATE VIEW") })
    }

    private static func lens(asOf day: Day, views: [String]) -> [String] {
        let tables = Self.dated.map { table, condition in
            "CREATE TEMP VIEW \(table) AS SELECT * FROM main.\(table) WHERE \(Self.condition(condition, asOf: day))"
        }
        return tables + views.map { $0.replacing("CREATE VIEW", with: "CREATE TEMP VIEW", maxReplacements: 1) }
    }

    /// A condition of ``dated`` for a day.
    static func condition(_ condition: String, asOf day: Day) -> String {
        let night = NewYork.instant(day.adding(1), hour: 0).iso
        return condition.replacing("DAY", with: "'\(day.iso)'").replacing("NIGHT", with: "'\(night)'")
    }

    /// What of each table was there at a day's end: `DAY` stands for the date, `NIGHT` for the midnight after it.
    static let dated = [
        ("trades", "id NOT IN (SELECT trade_id FROM main.trade_details WHERE entry_day > DAY)"),
        ("trade_details", "entry_day <= DAY"), ("trade_exits", "exit_day <= DAY"), ("fills", "timestamp < NIGHT"),
        ("position_marks", "day <= DAY"), ("snapshot_details", "day <= DAY"),
        ("portfolio_metrics", "id NOT IN (SELECT snapshot_id FROM main.snapshot_details WHERE day > DAY)"),
        ("runs", "from_day <= DAY"), ("sessions", "day <= DAY"), ("daily_results", "day <= DAY"),
        ("candidates", "day <= DAY"),
        ("comparisons", "day <= DAY"), ("findings", "day IS NULL OR day <= DAY"), ("market_days", "day <= DAY"),
        ("rollout_stages", "day <= DAY"), ("gate_records", "day <= DAY"), ("gate_overrides", "recorded_at < NIGHT"),
        ("report_runs", "as_of <= DAY"), ("sign_offs", "recorded_at < NIGHT"),
        ("kill_switch_events", "recorded_at < NIGHT"), ("job_steps", "day <= DAY"),
        // The plan's own table may hold either form of time; both begin with the date, the night's in UTC.
        ("strategy_rules_audit", "timestamp IS NULL OR replace(timestamp, ' ', 'T') < NIGHT"),
    ]
}
