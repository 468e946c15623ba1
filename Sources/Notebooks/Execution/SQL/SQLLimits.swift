internal import GRDBSQLite

/// What a template's SQL may use up. All are counts, never times, so that a report that can be made on one machine can
/// be made on all.
///
/// What a step costs grows with the texts that it handles, so that the bound on steps is one on work only together with
/// a bound on texts: a statement has many steps with short texts or few with long ones (``Scale``).
enum SQLLimits {
    /// How long a statement's texts may be, and how many steps one step then counts as.
    struct Scale: Hashable {
        /// Bytes of one text, blob or row, also of one that a function makes on the way.
        let textBytes: Int
        /// What a step counts as.
        let weight: Int
    }

    /// A statement is run in the first; where one of its texts is longer, from the start in the second. Gate records
    /// have the longest texts of a desk, some ten thousand bytes of evidence.
    static let scales = [Scale(textBytes: 1000, weight: 1), Scale(textBytes: 20_000, weight: 30)]
    /// Bytes of a text in the last scale.
    static let textBytes = scales.reduce(0) { max($0, $1.textBytes) }
    /// How many times one statement's steps all statements of a report may take together.
    static let statements = 2
    /// Rows that one statement may give.
    static let rows = 100_000
    /// Bytes that the results of all statements of a report may take together, at sixteen a cell and its text.
    static let resultBytes = 8_000_000
    /// Bytes of SQLite's temporary files, in which it sorts and keeps what does not fit into two megabytes of memory.
    static let temporaryBytes: Int64 = 256_000_000
    /// Bytes of memory that SQLite may take for one statement: what it is compiled to, and what it keeps while it runs.
    static let memoryBytes: Int64 = 64_000_000
    /// Times that the common table expressions of a statement may be written out where they are named.
    static let expansions = 10_000

    /// Sets SQLite's own limits on a connection.
    static func apply(to database: OpaquePointer) {
        for (limit, value) in [
            (SQLITE_LIMIT_ATTACHED, 0), (SQLITE_LIMIT_LENGTH, Int32(textBytes)), (SQLITE_LIMIT_SQL_LENGTH, 100_000),
            (SQLITE_LIMIT_EXPR_DEPTH, 500), (SQLITE_LIMIT_COMPOUND_SELECT, 100), (SQLITE_LIMIT_COLUMN, 1000),
            (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000), (SQLITE_LIMIT_WORKER_THREADS, 0),
        ] {
            sqlite3_limit(database, limit, value)
        }
    }
}
