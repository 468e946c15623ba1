internal import Dates
internal import Foundation
internal import GRDB
internal import Input
internal import Ledger

/// An old SQLite file, read without changing it.
struct LegacyFile {
    /// Which of the two kinds it is.
    enum Content {
        case backtests(runs: [LegacyRow], trades: [LegacyRow], analyses: [LegacyRow])
        case desk([LegacyRow])
    }

    let content: Content

    init(_ path: String) throws(HistoryError) {
        guard try HistoryStore.holdsFile(path, isHistory: false) else { throw .missing(path: path) }
        content = try HistoryError.naming(path) {
            let database = try HistoryStore.open(path, readOnly: true, busyTimeout: 5)
            defer { try? database.close() }
            return try database.read { db in
                let tables = try String.fetchAll(
                    db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
                let owner = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
                if owner == 0, tables.contains("backtest_runs"), tables.contains("backtest_trades") {
                    return .backtests(
                        runs: try Self.rows(db, "backtest_runs", "run_id"),
                        trades: try Self.rows(db, "backtest_trades", "trade_id"),
                        analyses: tables.contains("backtest_analyses")
                            ? try Self.rows(db, "backtest_analyses", "analysis_id") : [])
                }
                if owner == 0, tables.contains("trades"),
                    Set(Schema.deskColumns).isSubset(of: try db.columns(in: "trades").map { $0.name.lowercased() })
                {
                    return .desk(try Self.rows(db, "trades", "id"))
                }
                throw HistoryError.foreign(path: path, tables: tables.filter { !$0.hasPrefix("sqlite_") })
            }
        }
    }

    private static func rows(_ db: Database, _ table: String, _ key: String) throws -> [LegacyRow] {
        try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY \(key)").enumerated().map { index, row in
            let id = Int64.fromDatabaseValue(row[key] as DatabaseValue) ?? Int64(index) + 1
            return LegacyRow(table: table, id: id, row: row)
        }
    }
}
