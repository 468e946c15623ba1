internal import GRDB
internal import Input

/// Where in a file each key stood first. A temporary table: what outgrows SQLite's cache lies on disk, and a transaction that is
/// carried back takes it along.
struct SeenKeys {
    private let db: Database

    init(_ db: Database) throws {
        self.db = db
        try db.execute(
            sql: "CREATE TEMP TABLE seen_keys (row_key TEXT PRIMARY KEY, line INTEGER NOT NULL) STRICT, WITHOUT ROWID")
    }

    /// Where a key stood before; nil for a new one, which from now on stands at the row.
    func place(of key: String, orOf row: CSVRow) throws -> SourcePosition? {
        let known = try db.cachedStatement(sql: "SELECT line FROM seen_keys WHERE row_key = ?")
        if let line = try Int.fetchOne(known, arguments: [key]) {
            return SourcePosition(file: row.position.file, line: line)
        }
        try db.cachedStatement(sql: "INSERT INTO seen_keys (row_key, line) VALUES (?, ?)")
            .execute(arguments: [key, row.position.line])
        return nil
    }

    /// Makes way for the next file.
    func forget() throws { try db.execute(sql: "DROP TABLE seen_keys") }
}
