internal import GRDBSQLite

/// What stands between a template's SQL and the database: it allows reading and nothing else, and counts the work.
final class Guardian {
    /// Steps between two looks at the count.
    private static let stepsBetweenLooks: Int32 = 10_000

    /// Off while the engine itself makes the tables that templates read.
    var isOn = false
    /// What the last statement wanted to do and may not, as a reader knows it; nil for nothing.
    var refused: String?
    /// Steps that are left to the statement.
    var stepsLeft = 0

    /// Functions whose result differs from run to run or machine to machine, or that reach out of the database.
    private static let refusedFunctions: Set<String> = [
        "changes", "fts3_tokenizer", "last_insert_rowid", "load_extension", "random", "randomblob",
        "sqlite_compileoption_get", "sqlite_compileoption_used", "sqlite_source_id", "sqlite_version", "total_changes",
    ]

    /// Puts the guardian before a connection, which must not outlive it.
    func watch(_ database: OpaquePointer) {
        let me = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_set_authorizer(
            database,
            { context, action, first, second, _, _ in
                guard let context else { return SQLITE_DENY }
                let guardian = Unmanaged<Guardian>.fromOpaque(context).takeUnretainedValue()
                return guardian.answer(action, first.map { String(cString: $0) }, second.map { String(cString: $0) })
            }, me)
        sqlite3_progress_handler(
            database, Guardian.stepsBetweenLooks,
            { context in
                guard let context else { return 1 }
                let guardian = Unmanaged<Guardian>.fromOpaque(context).takeUnretainedValue()
                guardian.stepsLeft -= Int(Guardian.stepsBetweenLooks)
                return guardian.isOn && guardian.stepsLeft < 0 ? 1 : 0
            }, me)
    }

    private func answer(_ action: Int32, _ first: String?, _ second: String?) -> Int32 {
        guard isOn else { return SQLITE_OK }
        switch action {
        case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: return SQLITE_OK
        case SQLITE_UPDATE where first == "sqlite_master":
            // SQLite asks this when `json_each` and its like declare themselves. A template's own UPDATE of the schema
            // ends at SQLite's "may not be modified", and at the check that a statement only reads.
            return SQLITE_OK
        case SQLITE_FUNCTION:
            let name = second?.lowercased() ?? ""
            guard Guardian.refusedFunctions.contains(name) else { return SQLITE_OK }
            refused = "the function \(name)()"
        case SQLITE_ATTACH, SQLITE_DETACH: refused = "ATTACH"
        case SQLITE_PRAGMA: refused = "PRAGMA"
        case SQLITE_TRANSACTION, SQLITE_SAVEPOINT: refused = "a transaction"
        case SQLITE_INSERT, SQLITE_UPDATE, SQLITE_DELETE: refused = "a change of \(first ?? "a table")"
        default: refused = "a change of the database"
        }
        return SQLITE_DENY
    }
}
