internal import Dates
internal import GRDBSQLite
internal import Metrics

/// The database that a template's SQL sees: the history, opened for reading, and temporary tables made from datasets
/// and earlier cells. All of a report reads one state of the history, whatever is written meanwhile.
///
/// SQLite's own C interface is used because the guard needs the authorizer and the progress handler.
final class ReadOnlyDatabase {
    /// Rows that one statement may give.
    static let rowLimit = 100_000

    private let database: OpaquePointer
    private let guardian = Guardian()
    private let clock: FixedClock?
    private let stepLimit: Int

    /// Opens a history, or nothing but temporary tables when there is no path.
    ///
    /// - Parameters:
    ///   - now: what SQL takes for the current time.
    ///   - stepLimit: steps of SQLite's machine that one statement may take.
    init(history path: String?, now: Instant, stepLimit: Int) throws(SQLFault) {
        let clock = FixedClock(now)
        var handle: OpaquePointer?
        let flags = path == nil ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY : SQLITE_OPEN_READONLY
        let code = sqlite3_open_v2(path ?? ":memory:", &handle, flags | SQLITE_OPEN_NOMUTEX, clock?.name)
        guard let handle else { throw SQLFault(message: "there is not enough memory", linesBefore: nil) }
        guard code == SQLITE_OK else {
            let message = String(cString: sqlite3_errmsg(handle))
            sqlite3_close_v2(handle)
            throw SQLFault(message: message, linesBefore: nil)
        }
        database = handle
        self.clock = clock
        self.stepLimit = stepLimit
        // A misspelt column in double quotes is an error, not a text.
        _disableDoubleQuotedStringLiterals(handle)
        sqlite3_busy_timeout(handle, 5000)
        sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
        sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 16_000_000)
        sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, 100_000)
        guardian.watch(handle)
        // Reading the schema begins the state that every later statement sees, and finds out a file that is none.
        try execute("BEGIN")
        try execute("SELECT count(*) FROM main.sqlite_schema")
    }

    deinit {
        sqlite3_close(database)
    }

    /// The tables and views that a template can read, in order of name.
    func tableNames() throws(SQLFault) -> [String] {
        let statement = try prepare(
            """
            SELECT name FROM main.sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
            UNION SELECT name FROM temp.sqlite_schema WHERE type = 'table' ORDER BY name
            """)
        defer { sqlite3_finalize(statement) }
        var names: [String] = []
        while sqlite3_step(statement) == SQLITE_ROW {
            if case .text(let name) = ReadOnlyDatabase.value(statement, 0) { names.append(name) }
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
            for index in 0..<sqlite3_column_count(statement) {
                if let name = sqlite3_column_name(statement, index) { names.insert(String(cString: name)) }
            }
        }
        return names.sorted()
    }

    /// Makes a temporary table, in place of one of the same name. Money and numbers become REAL, dates ISO 8601
    /// texts, flags 0 and 1, and whatever has no value NULL.
    func add(_ relation: Relation) throws(SQLFault) {
        let name = ReadOnlyDatabase.quoted(relation.name)
        let columns = relation.columns.map { ReadOnlyDatabase.quoted($0.name) }
        try remove(relation.name)
        try execute("CREATE TEMP TABLE \(name) (\(columns.joined(separator: ", ")))")
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        let statement = try prepare("INSERT INTO temp.\(name) VALUES (\(places))")
        defer { sqlite3_finalize(statement) }
        for row in relation.rows {
            for (index, value) in row.enumerated() {
                ReadOnlyDatabase.bind(value, to: statement, at: Int32(index + 1))
            }
            guard sqlite3_step(statement) == SQLITE_DONE else { throw fault() }
            sqlite3_reset(statement)
        }
    }

    /// Takes a temporary table away; nothing when there is none.
    func remove(_ name: String) throws(SQLFault) {
        try execute("DROP TABLE IF EXISTS temp.\(ReadOnlyDatabase.quoted(name))")
    }

    /// The rows of one statement that reads, and reads only.
    ///
    /// - Parameter parameters: what `:name` stands for.
    func query(_ sql: String, parameters: [NamedValue]) throws(SQLFault) -> (columns: [String], rows: [[Value]]) {
        guardian.isOn = true
        guardian.refused = nil
        guardian.stepsLeft = stepLimit
        defer { guardian.isOn = false }
        let statement = try prepare(sql)
        defer { sqlite3_finalize(statement) }
        guard sqlite3_column_count(statement) > 0, sqlite3_stmt_readonly(statement) != 0 else {
            throw SQLFault(message: "a template may only read; write one 'select …'", linesBefore: 0)
        }
        try bind(parameters, to: statement)
        let columns = (0..<sqlite3_column_count(statement)).map { index in
            sqlite3_column_name(statement, index).map { String(cString: $0) } ?? ""
        }
        var rows: [[Value]] = []
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW:
                guard rows.count < ReadOnlyDatabase.rowLimit else {
                    throw SQLFault(
                        message: "there are more than \(ReadOnlyDatabase.rowLimit) rows; sum them up or add a limit",
                        linesBefore: nil)
                }
                var row: [Value] = []
                for index in 0..<columns.count {
                    guard let value = ReadOnlyDatabase.value(statement, Int32(index)) else {
                        throw SQLFault(
                            message:
                                "column '\(columns[index])' has a value in row \(rows.count + 1) that is neither a "
                                + "finite number nor text", linesBefore: nil)
                    }
                    row.append(value)
                }
                rows.append(row)
            case SQLITE_DONE: return (columns, rows)
            default: throw fault()
            }
        }
    }

    private func prepare(_ sql: String) throws(SQLFault) -> OpaquePointer {
        var statement: OpaquePointer?
        // The rest after the first statement must hold nothing, or a second one would be dropped in silence.
        var hasMore = false
        let code = sql.withCString { text in
            var rest: UnsafePointer<CChar>?
            let code = sqlite3_prepare_v2(database, text, -1, &statement, &rest)
            if code == SQLITE_OK, let rest, rest.pointee != 0 {
                var second: OpaquePointer?
                hasMore = sqlite3_prepare_v2(database, rest, -1, &second, nil) != SQLITE_OK || second != nil
                sqlite3_finalize(second)
            }
            return code
        }
        guard code == SQLITE_OK else { throw fault(in: sql) }
        guard let statement, !hasMore else {
            sqlite3_finalize(statement)
            throw SQLFault(
                message: hasMore ? "there is more than one statement; give each a cell" : "there is no statement",
                linesBefore: nil)
        }
        return statement
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

    private func bind(_ parameters: [NamedValue], to statement: OpaquePointer) throws(SQLFault) {
        for index in 0..<sqlite3_bind_parameter_count(statement) {
            let wanted = sqlite3_bind_parameter_name(statement, index + 1).map { String(cString: $0) } ?? "?"
            guard let parameter = parameters.first(where: { $0.name == wanted.dropFirst() }) else {
                let names = parameters.map { ":\($0.name)" }
                let help = Suggestion.text(for: wanted, among: names)
                throw SQLFault(message: "there is no parameter '\(wanted)'. \(help)", linesBefore: nil)
            }
            ReadOnlyDatabase.bind(parameter.value, to: statement, at: index + 1)
        }
    }

    /// What SQLite says of the last failure, or what the guardian refused.
    private func fault(in sql: String = "") -> SQLFault {
        let offset = Int(sqlite3_error_offset(database))
        let before = sql.utf8.prefix(max(offset, 0)).filter { $0 == 10 }.count
        let place = offset >= 0 && !sql.isEmpty ? before : nil
        if let refused = guardian.refused {
            return SQLFault(message: "a template may only read; \(refused) is refused", linesBefore: place)
        }
        if sqlite3_errcode(database) == SQLITE_INTERRUPT {
            return SQLFault(
                message: "the statement was stopped after \(stepLimit / 1_000_000) million steps; "
                    + "narrow it down", linesBefore: nil)
        }
        return SQLFault(message: String(cString: sqlite3_errmsg(database)), linesBefore: place)
    }

    /// A cell of the current row; nil for a blob or for a number that is not finite.
    private static func value(_ statement: OpaquePointer, _ index: Int32) -> Value? {
        switch sqlite3_column_type(statement, index) {
        case SQLITE_INTEGER: return .integer(Int(sqlite3_column_int64(statement, index)))
        case SQLITE_FLOAT:
            let number = sqlite3_column_double(statement, index)
            return number.isFinite ? .number(number) : nil
        case SQLITE_TEXT:
            guard let text = sqlite3_column_text(statement, index) else { return .null }
            let bytes = UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(statement, index)))
            return .text(String(decoding: bytes, as: UTF8.self))
        case SQLITE_NULL: return .null
        default: return nil
        }
    }

    private static func bind(_ value: Value, to statement: OpaquePointer, at index: Int32) {
        switch value {
        case .number, .money:
            if let number = value.number, number.isFinite {
                sqlite3_bind_double(statement, index, number)
            } else {
                sqlite3_bind_null(statement, index)
            }
        case .integer(let number): sqlite3_bind_int64(statement, index, Int64(number))
        case .flag(let flag): sqlite3_bind_int64(statement, index, flag ? 1 : 0)
        case .text(let text): bind(text, to: statement, at: index)
        case .day(let day): bind(day.iso, to: statement, at: index)
        case .instant(let instant): bind(instant.iso, to: statement, at: index)
        case .undefined, .null: sqlite3_bind_null(statement, index)
        }
    }

    private static func bind(_ text: String, to statement: OpaquePointer, at index: Int32) {
        // SQLite's mark for "copy the text before you return" is the pointer −1.
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        _ = text.withCString { sqlite3_bind_text(statement, index, $0, Int32(text.utf8.count), transient) }
    }

    private static func quoted(_ name: String) -> String {
        "\"\(name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
    }
}
