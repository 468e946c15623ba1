internal import GRDBSQLite

/// What a template's SQL may use up. All are counts, never times, so that a report that can be made on one machine can
/// be made on all.
enum SQLLimits {
    /// Rows that one statement may give.
    static let rows = 100_000
    /// Bytes that the results of all statements of a report may take together, at sixteen a cell and its text.
    static let resultBytes = 64_000_000
    /// Bytes of one text or blob, also of one that a function makes on the way.
    static let valueBytes = 100_000
    /// Bytes of SQLite's temporary files, in which it sorts and keeps what does not fit into two megabytes of memory.
    static let temporaryBytes: Int64 = 256_000_000
    /// Times that the common table expressions of a statement may be written out where they are named.
    static let expansions = 10_000

    /// Sets SQLite's own limits on a connection.
    static func apply(to database: OpaquePointer) {
        for (limit, value) in [
            (SQLITE_LIMIT_ATTACHED, 0), (SQLITE_LIMIT_LENGTH, Int32(valueBytes)), (SQLITE_LIMIT_SQL_LENGTH, 100_000),
            (SQLITE_LIMIT_EXPR_DEPTH, 500), (SQLITE_LIMIT_COMPOUND_SELECT, 100), (SQLITE_LIMIT_COLUMN, 1000),
            (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000), (SQLITE_LIMIT_WORKER_THREADS, 0),
        ] {
            sqlite3_limit(database, limit, value)
        }
    }
}
