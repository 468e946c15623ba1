internal import GRDBSQLite
internal import Metrics

/// Statements of templates: one that reads, and reads only.
extension ReadOnlyDatabase {
    /// The rows of a statement.
    ///
    /// - Parameter values: what `:name` stands for.
    func query(_ sql: String, naming values: [NamedValue]) throws(SQLFault) -> (columns: [String], rows: [[Value]]) {
        let bytes = bytesLeft
        for scale in SQLLimits.scales.dropLast() {
            do {
                return try rows(of: sql, values, scale)
            } catch  where error.isLength {
                bytesLeft = bytes
            }
        }
        return try rows(of: sql, values, SQLLimits.scales[SQLLimits.scales.count - 1])
    }

    private func rows(
        of sql: String, _ values: [NamedValue], _ scale: SQLLimits.Scale
    ) throws(SQLFault) -> (columns: [String], rows: [[Value]]) {
        try guarded(scale) { () throws(SQLFault) in
            let statement = try prepareReading(sql, values)
            defer { sqlite3_finalize(statement) }
            let columns = ReadOnlyDatabase.columns(of: statement)
            var rows: [[Value]] = []
            while true {
                switch sqlite3_step(statement) {
                case SQLITE_ROW:
                    guard rows.count < SQLLimits.rows else {
                        throw SQLFault(
                            message: "there are more than \(SQLLimits.rows) rows; sum them up or add a limit")
                    }
                    rows.append(try row(statement, columns, number: rows.count + 1))
                case SQLITE_DONE: return (columns, rows)
                default: throw fault()
                }
            }
        }
    }

    /// The columns that a statement would give.
    func columns(of sql: String, naming values: [NamedValue]) throws(SQLFault) -> [String] {
        try guarded(SQLLimits.scales[SQLLimits.scales.count - 1]) { () throws(SQLFault) in
            let statement = try prepareReading(sql, values)
            defer { sqlite3_finalize(statement) }
            return ReadOnlyDatabase.columns(of: statement)
        }
    }

    /// The names of a prepared statement's columns.
    static func columns(of statement: OpaquePointer) -> [String] {
        (0..<sqlite3_column_count(statement)).map { index in
            sqlite3_column_name(statement, index).map { String(cString: $0) } ?? ""
        }
    }

    /// Prepares one statement and no second one.
    func prepare(_ sql: String) throws(SQLFault) -> OpaquePointer {
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
        guard code == SQLITE_OK else { throw fault() }
        guard let statement, !hasMore else {
            sqlite3_finalize(statement)
            throw SQLFault(
                message: hasMore ? "there is more than one statement; give each a cell" : "there is no statement")
        }
        return statement
    }

    /// What SQLite says of the last failure, or what the guardian refused.
    func fault() -> SQLFault {
        let place = Int(sqlite3_error_offset(database))
        let offset = place >= 0 ? place : nil
        if let refused = guardian.refused { return SQLFault(message: refused, offset: offset) }
        switch sqlite3_errcode(database) {
        case SQLITE_INTERRUPT:
            return SQLFault(message: guardian.exhaustion)
        case SQLITE_NOMEM:
            _ = guardian.chargeCompiling(Int(SQLLimits.memoryBytes))
            return SQLFault(
                message: "the statement needs more than \(SQLLimits.memoryBytes / 1_000_000) MB of memory; name fewer "
                    + "things, or give a part of it a cell of its own")
        case SQLITE_FULL:
            return SQLFault(
                message: "the statement was stopped when it had put \(SQLLimits.temporaryBytes / 1_000_000) MB aside; "
                    + "narrow it down")
        case SQLITE_TOOBIG:
            return SQLFault(
                message: "a text, a row or the statement is too long; texts and rows have up to "
                    + "\(SQLLimits.textBytes) bytes", isLength: true)
        default: return SQLFault(message: String(cString: sqlite3_errmsg(database)), offset: offset)
        }
    }

    private func guarded<Result>(
        _ scale: SQLLimits.Scale, _ body: () throws(SQLFault) -> Result
    ) throws(SQLFault) -> Result {
        guard guardian.hasStepsLeft else { throw SQLFault(message: guardian.exhaustion) }
        allow(textBytes: scale.textBytes)
        guardian.begin(scale)
        defer {
            guardian.end()
            allow(textBytes: SQLLimits.textBytes)
        }
        return try body()
    }

    private func prepareReading(_ sql: String, _ values: [NamedValue]) throws(SQLFault) -> OpaquePointer {
        let tokens = SQLTokens(sql)
        if let fault = tokens.refusal { throw fault }
        if hidesFile, let name = tokens.qualifier("main") {
            throw SQLFault(
                message: "a report sees the history as of its date; leave out '\(name.text).'", offset: name.offset)
        }
        if let name = tokens.rowNumber, tokens.names.contains(where: views.contains) {
            throw SQLFault(
                message: "'\(name.text)' is nothing in a view, and the history is seen through views; name a column",
                offset: name.offset)
        }
        let statement = try prepare(sql)
        do throws(SQLFault) {
            guard sqlite3_column_count(statement) > 0, sqlite3_stmt_readonly(statement) != 0,
                sqlite3_stmt_isexplain(statement) == 0
            else {
                throw SQLFault(message: "a template may only read; write one 'select …'", offset: 0)
            }
            try chargeCompiling(Int(sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_MEMUSED, 0)))
            try bind(values, to: statement)
        } catch {
            sqlite3_finalize(statement)
            throw error
        }
        return statement
    }

    /// What was compiled took its time, and no step.
    private func chargeCompiling(_ bytes: Int) throws(SQLFault) {
        guard guardian.chargeCompiling(bytes) else { throw SQLFault(message: guardian.exhaustion) }
    }

    private func bind(_ values: [NamedValue], to statement: OpaquePointer) throws(SQLFault) {
        for index in 0..<sqlite3_bind_parameter_count(statement) {
            let wanted = sqlite3_bind_parameter_name(statement, index + 1).map { String(cString: $0) } ?? "?"
            guard let named = values.first(where: { $0.name == wanted.dropFirst() }) else {
                let help = Suggestion.text(for: wanted, among: values.map { ":\($0.name)" })
                throw SQLFault(
                    message: "there is no parameter or scalar '\(wanted)'. \(help)",
                    offset: sqlite3_sql(statement).flatMap { SQLTokens(String(cString: $0)).offset(of: wanted) })
            }
            named.value.bind(to: statement, at: index + 1)
        }
    }

    private func row(_ statement: OpaquePointer, _ columns: [String], number: Int) throws(SQLFault) -> [Value] {
        var row: [Value] = []
        row.reserveCapacity(columns.count)
        for index in columns.indices {
            guard let value = Value.read(statement, Int32(index)) else {
                throw SQLFault(
                    message: "column '\(columns[index])' has a value in row \(number) that is neither a finite number "
                        + "nor text")
            }
            bytesLeft -= 16
            if case .text(let text) = value { bytesLeft -= text.utf8.count }
            row.append(value)
        }
        guard bytesLeft >= 0 else {
            throw SQLFault(
                message: "from row \(number) on the results of all cells together take more than "
                    + "\(SQLLimits.resultBytes / 1_000_000) MB, at 16 bytes a value and its text; sum up, leave columns out "
                    + "or add a limit")
        }
        return row
    }
}
