internal import GRDBSQLite

/// What stands between a template's SQL and the database: it allows reading and nothing else, and counts the work.
final class Guardian {
    /// Steps between two looks at the count.
    private static let stepsBetweenLooks: Int32 = 1000

    /// Steps of SQLite's machine that one statement may take.
    let stepLimit: Int
    /// What the last statement wanted to do and may not, as a reader knows it; nil for nothing.
    private(set) var refused: String?
    /// Off while the engine itself makes the tables that templates read.
    private var isOn = false
    private var stepsLeft = 0

    /// Tables of SQLite's own that show how a file is laid out, or what a connection has done.
    private static let refusedTables: Set<String> = ["dbstat", "sqlite_stmt"]

    /// A guardian that is off.
    init(stepLimit: Int) {
        self.stepLimit = stepLimit
    }

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

    /// Watches a template's statement from here on.
    func begin() {
        isOn = true
        refused = nil
        stepsLeft = stepLimit
    }

    /// Lets the engine itself go on.
    func end() {
        isOn = false
        refused = nil
    }

    private func answer(_ action: Int32, _ first: String?, _ second: String?) -> Int32 {
        guard isOn else { return SQLITE_OK }
        switch action {
        case SQLITE_READ where Guardian.refusedTables.contains(first?.lowercased() ?? ""):
            refused = "a template may only read what a desk has recorded; \(first ?? "this table") is refused"
        case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: return SQLITE_OK
        case SQLITE_UPDATE where first == "sqlite_master":
            // SQLite asks this when `json_each` and its like declare themselves. A template's own UPDATE of the schema
            // ends at SQLite's "may not be modified", and at the check that a statement only reads.
            return SQLITE_OK
        case SQLITE_FUNCTION:
            let name = second?.lowercased() ?? ""
            guard !SQLFunctions.allowed.contains(name) else { return SQLITE_OK }
            refused = "the function \(name)() is refused; only those are there whose result is the same in every run"
        case SQLITE_ATTACH, SQLITE_DETACH: refuse("ATTACH")
        case SQLITE_PRAGMA: refuse("PRAGMA")
        case SQLITE_TRANSACTION, SQLITE_SAVEPOINT: refuse("a transaction")
        case SQLITE_INSERT, SQLITE_UPDATE, SQLITE_DELETE: refuse("a change of \(first ?? "a table")")
        default: refuse("a change of the database")
        }
        return SQLITE_DENY
    }

    private func refuse(_ deed: String) {
        refused = "a template may only read; \(deed) is refused"
    }
}
