internal import Dates
internal import GRDBSQLite
internal import Metrics

/// The database that a template's SQL sees: the history, opened for reading, and temporary tables made from datasets
/// and earlier cells. All of a report reads one state of the history, whatever is written meanwhile.
///
/// SQLite's own C interface is used because the guard needs the authorizer and the progress handler.
final class ReadOnlyDatabase {
    /// What the temporary tables stand beside.
    enum History {
        /// A file.
        case file(String)
        /// Tables and views without rows, made by these statements.
        case schema([String])
    }

    let database: OpaquePointer
    let guardian: Guardian
    /// Bytes that results may still take.
    var bytesLeft = SQLLimits.resultBytes
    /// Whether the history is seen through temporary views only.
    private(set) var hidesFile = false
    /// The temporary views through which the history is seen, in small letters.
    private(set) var views: Set<String> = []
    private let layer: FileLayer?
    private let functions: CountedFunctions

    /// Opens a history.
    ///
    /// - Parameters:
    ///   - now: what SQL takes for the current time.
    ///   - stepLimit: steps of SQLite's machine that one statement may take.
    init(_ history: History, now: Instant, stepLimit: Int) throws(SQLFault) {
        let layer = FileLayer(now: now)
        var path = ":memory:"
        var flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY
        if case .file(let file) = history { (path, flags) = (file, SQLITE_OPEN_READONLY) }
        var handle: OpaquePointer?
        guard sqlite3_open_v2(path, &handle, flags | SQLITE_OPEN_NOMUTEX, layer?.name) == SQLITE_OK, let handle else {
            let message = String(cString: sqlite3_errmsg(handle))
            sqlite3_close_v2(handle)
            throw SQLFault(message: message)
        }
        database = handle
        self.layer = layer
        guardian = Guardian(stepLimit: stepLimit)
        functions = try CountedFunctions(in: handle, layer: layer, guardian: guardian)
        // A misspelt column in double quotes is an error, not a text.
        _disableDoubleQuotedStringLiterals(handle)
        sqlite3_busy_timeout(handle, 5000)
        SQLLimits.apply(to: handle)
        guardian.watch(handle)
        if case .schema(let statements) = history {
            for statement in statements { try execute(statement) }
        }
        // Views of a history that somebody has tampered with may call harmless functions only.
        try execute("PRAGMA trusted_schema = OFF")
        // Reading the schema begins the state that every later statement sees, and finds out a file that is none.
        try execute("BEGIN")
        try execute("SELECT count(*) FROM main.sqlite_schema")
    }

    /// How long a text or row may be.
    func allow(textBytes: Int) {
        sqlite3_limit(database, SQLITE_LIMIT_LENGTH, Int32(textBytes))
        functions.allow(textBytes: textBytes)
    }

    /// Shows the history through temporary views from here on; a statement that names the file's own tables is refused.
    func look(through lens: [String]) throws(SQLFault) {
        for statement in lens { try execute(statement) }
        hidesFile = !lens.isEmpty
        views = Set(try viewNames())
    }

    deinit {
        sqlite3_close(database)
    }

    /// The tables and views that a template can read, in order of name.
    func tableNames() throws(SQLFault) -> [String] {
        let statement = try prepare(
            """
            SELECT name FROM main.sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
            UNION SELECT name FROM temp.sqlite_schema WHERE type IN ('table', 'view') ORDER BY name
            """)
        defer { sqlite3_finalize(statement) }
        var names: [String] = []
        while sqlite3_step(statement) == SQLITE_ROW {
            if case .text(let name) = Value.read(statement, 0) { names.append(name) }
        }
        return names
    }

    private func viewNames() throws(SQLFault) -> [String] {
        let statement = try prepare("SELECT lower(name) FROM temp.sqlite_schema WHERE type = 'view'")
        defer { sqlite3_finalize(statement) }
        var names: [String] = []
        while sqlite3_step(statement) == SQLITE_ROW {
            if case .text(let name) = Value.read(statement, 0) { names.append(name) }
        }
        return names
    }

    /// The columns of all that ``tableNames()`` lists, in order of name, each once.
    func columnNames() throws(SQLFault) -> [String] {
        var names: Set<String> = []
        for table in try tableNames() {
            guard let statement = try? prepare("SELECT * FROM \(ReadOnlyDatabase.quoted(table)) LIMIT 0") else {
                continue
            }
            defer { sqlite3_finalize(statement) }
            names.formUnion(ReadOnlyDatabase.columns(of: statement))
        }
        return names.sorted()
    }

    /// Makes a temporary table, in place of one of the same name. A table or view of the history cannot be replaced: the
    /// history's other views are made from it.
    func add(_ relation: Relation) throws(SQLFault) {
        guard try !isOfHistory(relation.name) else {
            throw SQLFault(message: "'\(relation.name)' is a table or view of the history; choose another name")
        }
        let name = ReadOnlyDatabase.quoted(relation.name)
        let columns = relation.columns.map { ReadOnlyDatabase.quoted($0.name) }
        try remove(relation.name)
        try execute("CREATE TEMP TABLE \(name) (\(columns.joined(separator: ", ")))")
        guard !relation.rows.isEmpty else { return }
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        let statement = try prepare("INSERT INTO temp.\(name) VALUES (\(places))")
        defer { sqlite3_finalize(statement) }
        for row in relation.rows {
            for (index, value) in row.enumerated() { value.bind(to: statement, at: Int32(index + 1)) }
            guard sqlite3_step(statement) == SQLITE_DONE else { throw fault() }
            sqlite3_reset(statement)
        }
    }

    private func isOfHistory(_ name: String) throws(SQLFault) -> Bool {
        let statement = try prepare(
            "SELECT 1 FROM main.sqlite_schema WHERE lower(name) = ? AND type IN ('table', 'view')")
        defer { sqlite3_finalize(statement) }
        Value.text(name.lowercased()).bind(to: statement, at: 1)
        return sqlite3_step(statement) == SQLITE_ROW
    }

    /// Takes a temporary table away; nothing when there is none.
    func remove(_ name: String) throws(SQLFault) {
        try execute("DROP TABLE IF EXISTS temp.\(ReadOnlyDatabase.quoted(name))")
    }

    private func execute(_ sql: String) throws(SQLFault) {
        let statement = try prepare(sql)
        defer { sqlite3_finalize(statement) }
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: continue
            case SQLITE_DONE: return
            default: throw fault()
            }
        }
    }

    private static func quoted(_ name: String) -> String {
        "\"\(name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
    }
}
