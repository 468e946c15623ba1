internal import GRDB

/// Rows as they came from outside, kept verbatim, and the old desk's own rows made readable.
extension Schema {
    @Sendable static func imports(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE imports (
                    id INTEGER PRIMARY KEY,
                    kind TEXT NOT NULL,
                    source TEXT NOT NULL,
                    recorded_at TEXT NOT NULL,
                    rows_read INTEGER NOT NULL,
                    imported INTEGER NOT NULL,
                    with_finding INTEGER NOT NULL,
                    already_there INTEGER NOT NULL,
                    refused INTEGER NOT NULL
                ) STRICT;

                CREATE TABLE imported_rows (
                    id INTEGER PRIMARY KEY,
                    import_id INTEGER REFERENCES imports (id),
                    kind TEXT NOT NULL,
                    row_key TEXT NOT NULL,
                    row TEXT NOT NULL CHECK (json_valid(row)),
                    trade_id INTEGER REFERENCES trades (id) ON DELETE SET NULL
                ) STRICT;
                CREATE INDEX imported_rows_by_key ON imported_rows (kind, row_key);
                """)
        try DeskRows.adopt(db)
    }
}
