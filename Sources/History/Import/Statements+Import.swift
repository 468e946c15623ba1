internal import GRDB

/// Rows as they came from outside.
extension Statements {
    /// The newest row that came in under a key.
    func importedRow(_ kind: ImportKind, _ key: String) throws -> (row: String, tradeID: Int64?)? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT row, trade_id FROM imported_rows WHERE kind = ? AND row_key = ? ORDER BY id DESC LIMIT 1"),
            arguments: [kind.rawValue, key]
        ).map { ($0[0], $0[1]) }
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
}
