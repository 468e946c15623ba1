internal import CSQLiteBudget
internal import GRDBSQLite

/// What stands between a template's SQL and the database: it allows reading and nothing else, and counts the work.
final class Guardian {
    /// Steps between two looks at the count.
    private static let stepsBetweenLooks: Int32 = 1000

    /// What a page of the database that is looked up counts as: SQLite counts all rows of a table in one step.
    private static let stepsOfPage = 8

    /// What a byte counts as that a statement is compiled to, which SQLite does not count at all.
    private static let stepsOfCompiledByte = 4

    /// Steps of SQLite's machine that one statement may take, with texts as in the first of ``SQLLimits/scales``.
    let stepLimit: Int
    /// What the last statement wanted to do and may not, as a reader knows it; nil for nothing.
    private(set) var refused: String?
    /// Off while the engine itself makes the tables that templates read.
    private var isOn = false
    private var scale = SQLLimits.scales[0]
    private var stepsLeft = 0
    /// Steps that the statements after this one may take together.
    private var stepsOfReportLeft: Int
    private var pagesLooked = 0
    private var database: OpaquePointer?

    /// Tables of SQLite's own that show how a file is laid out, or what a connection has done.
    private static let refusedTables: Set<String> = ["dbstat", "sqlite_stmt"]

    /// A guardian that is off.
    init(stepLimit: Int) {
        self.stepLimit = stepLimit
        stepsOfReportLeft = stepLimit * SQLLimits.statements
    }

    /// Puts the guardian before a connection, which must not outlive it.
    func watch(_ database: OpaquePointer) {
        self.database = database
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
                guard guardian.isOn else { return 0 }
                let steps = Int(Guardian.stepsBetweenLooks) + guardian.newPages() * Guardian.stepsOfPage
                return guardian.charge(steps) ? 0 : 1
            }, me)
    }

    /// Watches a template's statement, whose texts are on a scale, from here on.
    func begin(_ scale: SQLLimits.Scale) {
        isOn = true
        refused = nil
        self.scale = scale
        stepsLeft = min(stepLimit, stepsOfReportLeft)
        _ = newPages()
        sqlite_budget_begin(SQLLimits.memoryBytes)
    }

    /// Lets the engine itself go on.
    func end() {
        stepsOfReportLeft -= min(stepLimit, stepsOfReportLeft) - max(stepsLeft, 0)
        isOn = false
        refused = nil
        sqlite_budget_end()
    }

    /// Takes steps out of what the statement may take; false when it has taken more.
    func charge(_ steps: Int) -> Bool {
        guard isOn else { return true }
        stepsLeft -= steps * scale.weight
        return stepsLeft >= 0
    }

    /// Whether the report may run another statement.
    var hasStepsLeft: Bool { stepsOfReportLeft > 0 }

    /// Takes the steps that it took to compile a statement to so many bytes; false when they were too many.
    func chargeCompiling(_ bytes: Int) -> Bool { charge(bytes * Guardian.stepsOfCompiledByte / scale.weight) }

    /// Why the statement was stopped after its steps.
    var exhaustion: String {
        func millions(_ steps: Int) -> String { "\(steps / 1_000_000) million" }
        guard stepsOfReportLeft >= stepLimit else {
            return
                "all statements of the report together have taken \(millions(stepLimit * SQLLimits.statements)) steps; "
                + "narrow them down"
        }
        guard scale.weight > 1 else {
            return "the statement was stopped after \(millions(stepLimit)) steps; narrow it down"
        }
        return
            "the statement was stopped after \(stepLimit / scale.weight) steps, the most where a text or row has more "
            + "than \(SQLLimits.scales[0].textBytes) bytes; narrow it down, or give its long texts a cell of their own"
    }

    /// Pages that the connection has looked up since it was last asked.
    private func newPages() -> Int {
        let pages = [SQLITE_DBSTATUS_CACHE_HIT, SQLITE_DBSTATUS_CACHE_MISS].reduce(0) { sum, kind in
            var (count, highest): (Int32, Int32) = (0, 0)
            sqlite3_db_status(database, kind, &count, &highest, 0)
            return sum &+ Int(UInt32(bitPattern: count))
        }
        defer { pagesLooked = pages }
        return max(0, pages - pagesLooked)
    }

    private func answer(_ action: Int32, _ first: String?, _ second: String?) -> Int32 {
        guard isOn else { return SQLITE_OK }
        switch action {
        case SQLITE_READ where Guardian.refusedTables.contains(first?.lowercased() ?? ""):
            refused = "a template may only read what a desk has recorded; \(first ?? "this table") is refused"
        case SQLITE_READ where first?.lowercased().hasPrefix("pragma_") ?? false: refuse("PRAGMA")
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
