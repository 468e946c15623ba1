public import Dates
internal import Digests
internal import GRDB
internal import GRDBSQLite
internal import Ledger

extension HistoryStore {
    /// What the tables that reports are made from held at a day's end, by name.
    ///
    /// The outcomes of rules are counted and not read: they are most of a history, and belong to candidates that are read.
    public func inputs(asOf day: Day) throws(HistoryError) -> [InputTable] {
        let conditions = Dictionary(uniqueKeysWithValues: Self.dated)
        return try reading { db in
            try Self.sources.map { source in
                let condition = conditions[source.table].map { Self.condition($0, asOf: day) } ?? "1"
                let sums = source.totals.map { "total(\($0))" }.joined(separator: ", ")
                let dates = source.date.map { "min(\($0)), max(\($0))" } ?? "NULL, NULL"
                let summary = try Row.fetchOne(
                    db,
                    sql:
                        "SELECT count(*), \(dates)\(sums.isEmpty ? "" : ", \(sums)") FROM \(source.table) WHERE \(condition)"
                )
                let totals = source.totals.enumerated().compactMap { index, column -> (String, Money)? in
                    guard let cents = (summary?[3 + index] as Double?).flatMap({ Int64(exactly: $0.rounded()) }) else {
                        return nil
                    }
                    return (column.replacing("_cents", with: ""), Money(cents: cents))
                }
                return InputTable(
                    name: source.table, rows: summary?[0] ?? 0, first: Self.day(summary?[1]),
                    last: Self.day(summary?[2]),
                    totals: Dictionary(uniqueKeysWithValues: totals),
                    digest: source.key.isEmpty
                        ? nil
                        : try Self.digest(
                            db, "SELECT * FROM \(source.table) WHERE \(condition) ORDER BY \(source.key)"))
            }
        }
    }

    private struct Source {
        let table: String
        /// The columns of the primary key; empty for a table that is only counted.
        var key = "id"
        var date: String?
        var totals: [String] = []
    }

    private static let sources = [
        Source(table: "candidates", date: "day"), Source(table: "comparisons", key: "timestamp", date: "day"),
        Source(
            table: "daily_results", key: "day, strategy, allotment", date: "day",
            totals: ["capital_cents", "pnl_cents", "hedge_pnl_cents", "flow_cents"]),
        Source(table: "fills", date: "timestamp"), Source(table: "findings", date: "day"),
        Source(table: "gate_overrides"), Source(table: "gate_records", date: "day"),
        Source(table: "market_days", key: "day, symbol", date: "day"), Source(table: "portfolio_metrics"),
        Source(table: "position_marks", key: "day, timestamp, trade_id", date: "day", totals: ["unrealized_cents"]),
        Source(table: "rule_outcomes", key: ""), Source(table: "runs"), Source(table: "sign_offs"),
        Source(table: "snapshot_details", key: "snapshot_id", date: "day"), Source(table: "strategy_rules_audit"),
        Source(table: "trade_details", key: "trade_id", date: "entry_day", totals: ["entry_fee_cents"]),
        Source(table: "trade_exits", key: "trade_id", date: "exit_day", totals: ["fee_cents"]),
        Source(table: "trade_legs", key: "trade_id, position"), Source(table: "trades"),
    ]

    /// The exchange date of a stored date or moment.
    private static func day(_ value: (any DatabaseValueConvertible)?) -> Day? {
        guard let text = value as? String else { return nil }
        return Day(text) ?? Instant(text).map(NewYork.day)
    }

    /// A digest over rows; see ``RowBytes`` for their form.
    private static func digest(_ db: Database, _ sql: String) throws -> String {
        var stream = SHA256Stream()
        var bytes = RowBytes()
        let statement = try db.makeStatement(sql: sql)
        let handle = statement.sqliteStatement
        defer { sqlite3_reset(handle) }
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW: bytes.append(row: handle)
            case SQLITE_DONE:
                bytes.drain(into: &stream)
                return stream.finish()
            case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage)
            }
            if bytes.isLarge { bytes.drain(into: &stream) }
        }
    }
}
