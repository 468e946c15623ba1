internal import GRDB

extension HistoryStore {
    /// The statements that make an empty history's tables and views, in an order in which they can be run: what a
    /// template is checked against where there is no history.
    public static func schemaStatements() throws(HistoryError) -> [String] {
        try HistoryError.naming("(an empty history)") {
            let database = try DatabaseQueue()
            try Schema.migrator.migrate(database)
            return try database.read { db in
                try String.fetchAll(
                    db,
                    sql: """
                        SELECT sql FROM sqlite_schema
                        WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
                            AND name <> 'grdb_migrations'
                        ORDER BY type, rowid
                        """)
            }
        }
    }
}
