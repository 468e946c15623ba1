import Dates
import Foundation
import GRDBSQLite
import Ledger
import Metrics
import Notebooks
import Testing

/// The desk of the manual's examples: the metrics' own datasets and scalars, with a few rows by hand where examples show
/// some, and a history of the views' columns.
struct ManualDesk {
    /// The views that examples read.
    static let views = [
        "create table closed_trades (trade_id, strategy, book, symbol, exit_day, exit_reason, realized_pnl)",
        "create table daily_equity (day, strategy, equity)",
        "create table daily_snapshots (day, total_delta, taken_at)",
    ]

    private static let rows = [
        "insert into closed_trades values (7, 'MULTIBOOK', 'PRIMARY', 'SPY', '2026-07-28', 'profit', 144.8),"
            + "(8, 'MULTIBOOK', 'PRIMARY', 'QQQ', '2026-07-29', 'stop', -320.5),"
            + "(9, 'LEGACY', 'LEGACY', 'IWM', '2026-06-30', 'time', 10)",
        "insert into daily_equity values ('2026-07-30', 'MULTIBOOK', 10100), ('2026-07-31', 'MULTIBOOK', 9898)",
        "insert into daily_snapshots values ('2026-07-31', 0.12, '2026-07-31T20:00:00Z')",
    ]

    /// The datasets and scalars of a desk that has done nothing, but for the rows by hand.
    static func context(historyPath: String? = nil) -> NotebookContext {
        let review = WeeklyReview(
            ReviewInput(
                week: ISOWeek(containing: Desk.friday), asOf: Desk.friday, sessions: [],
                initialEquity: Money(cents: 100_000_00)))
        var datasets = review.datasets
        func add(_ name: String, _ rows: [[String: Value]]) {
            guard let index = datasets.firstIndex(where: { $0.name == name }) else { return }
            datasets[index].rows = rows.map { row in datasets[index].columns.map { row[$0.name] ?? .null } }
        }
        add(
            "pnl_by_symbol",
            [
                ["symbol": .text("SPY"), "trades": .integer(1), "realized_pnl": .money(Money(cents: 14_480))],
                ["symbol": .text("QQQ"), "trades": .integer(1), "realized_pnl": .money(Money(cents: -32_050))],
            ])
        add("pnl_by_book", [["book": .text("PRIMARY"), "trades": .integer(2), "win_rate": .number(0.5)]])
        let scalars = review.scalars.map { scalar in
            switch scalar.name {
            case "realized_pnl": Scalar("realized_pnl", .usd, .money(Money(cents: -17_570)))
            case "kpis_missed": Scalar("kpis_missed", .count, .integer(2))
            default: scalar
            }
        }
        return NotebookContext(
            asOf: Desk.friday, datasets: datasets, scalars: scalars, historyPath: historyPath, historySchema: views)
    }

    /// What a template gives against this desk, or why it is none.
    static func run(_ template: Template) throws -> Document {
        let file = NSTemporaryDirectory() + "manual-\(UUID().uuidString).sqlite"
        defer { try? FileManager.default.removeItem(atPath: file) }
        var database: OpaquePointer?
        try #require(sqlite3_open(file, &database) == SQLITE_OK)
        for statement in views + rows { try #require(sqlite3_exec(database, statement, nil, nil, nil) == SQLITE_OK) }
        sqlite3_close(database)
        return try Notebook.run(template, context: context(historyPath: file))
    }
}
