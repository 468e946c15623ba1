internal import Dates
internal import GRDB
internal import Ledger

/// Rows as they came from outside.
extension Statements {
    /// The newest row that came in under a key.
    func importedRow(_ kind: ImportKind, _ key: String) throws -> (row: String, tradeID: Int64?)? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT row, trade_id FROM imported_rows WHERE kind = ? AND row_key = ? ORDER BY id DESC LIMIT 1"),
            arguments: [kind.rawValue, key]
        ).map {
            let row = RowReader(table: "imported_rows", key: 0, columns: ["row", "trade_id"], row: $0)
            return (try row.text(0), try row.optionalInteger(1))
        }
    }

    /// Whether a row came in before, word for word.
    func holds(_ kind: ImportKind, _ key: String, _ row: String) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(
                sql: "SELECT EXISTS (SELECT 1 FROM imported_rows WHERE kind = ? AND row_key = ? AND row = ?)"),
            arguments: [kind.rawValue, key, row]) ?? false
    }

    func keep(_ kind: ImportKind, _ key: String, _ row: String, _ tradeID: Int64?, _ importID: Int64) throws {
        try run(
            "INSERT INTO imported_rows (import_id, kind, row_key, row, trade_id) VALUES (?, ?, ?, ?, ?)",
            [importID, kind.rawValue, key, row, tradeID])
    }

    /// The number for a new trade.
    func nextTradeID() throws -> Int64 {
        (try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM trades")) ?? 0) + 1
    }

    /// Names an import as a source of the history: of the days on which something of it begins or ends.
    func insertRun(_ days: [Day], of source: String, initialEquity: Money = .zero, isSynthetic: Bool = false) throws {
        guard let first = days.min(), let last = days.max() else { return }
        try insert(
            RunRecord(
                kind: "import", from: first, to: last, initialEquity: initialEquity, share: 0, seed: nil,
                isSynthetic: isSynthetic, provenance: source, parameters: ""))
    }

    /// Opens the record of an import.
    func begin(_ report: ImportReport, _ time: Instant) throws -> Int64 {
        try run(
            """
            INSERT INTO imports (kind, source, recorded_at, rows_read, imported, with_finding, already_there, refused)
            VALUES (?, ?, ?, 0, 0, 0, 0, 0)
            """, [report.kind.rawValue, report.source, time.iso])
        return db.lastInsertedRowID
    }

    /// Completes the record of an import.
    func finish(_ report: ImportReport, _ importID: Int64) throws {
        try run(
            """
            UPDATE imports SET rows_read = ?, imported = ?, with_finding = ?, already_there = ?, refused = ? WHERE id = ?
            """,
            [
                report.rowsRead, report.imported + report.updated, report.withFinding, report.alreadyThere,
                report.refused, importID,
            ])
    }

    /// Copies a row of the old desk's `trades` as it is, under a number of this history.
    func copyDeskRow(_ row: LegacyRow, as id: Int64) throws {
        let columns = Schema.deskColumns.filter { $0 != "id" }
        let plan = ["entry_iv_rank", "entry_delta", "directional_filter_passed"].filter { row.row.hasColumn($0) }
        let book = row.row.hasColumn("book_type") ? row.row["book_type"] as DatabaseValue : nil
        let names = ["id", "book_type"] + columns + plan
        let values: [(any DatabaseValueConvertible)?] =
            [id, book ?? Book.legacy.rawValue.databaseValue]
            + (columns + plan).map { row.row[$0] as DatabaseValue }
        let marks = Array(repeating: "?", count: names.count).joined(separator: ", ")
        try run("INSERT INTO trades (\(names.joined(separator: ", "))) VALUES (\(marks))", values)
    }
}
