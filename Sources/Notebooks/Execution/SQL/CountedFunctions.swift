internal import GRDBSQLite

/// SQLite's functions whose work a step does not bound, in a connection's place of them: each call is charged to the
/// guardian and then made by the same function of a second, empty connection.
///
/// Looking for one text of ten thousand bytes in another takes as long as ten thousand steps, and SQLite counts one. What
/// is charged is no less than the work: the bytes of all arguments, and for each byte of the first all of the second.
final class CountedFunctions {
    /// A function of one name and number of arguments; SQLite holds it until the connection is closed.
    private final class Function {
        let name: String
        let owner: CountedFunctions

        init(_ name: String, of owner: CountedFunctions) {
            self.name = name
            self.owner = owner
        }
    }

    /// Steps that a call takes whatever its arguments.
    private static let stepsOfCall = 50
    /// Functions of days and times, which know the machine's time zone.
    private static let clocks: Set<String> = ["strftime", "date", "time", "datetime", "julianday", "unixepoch"]

    /// Functions that write numbers as wide as they are told.
    private static let formats: Set<String> = ["printf", "format"]

    private let helper: OpaquePointer
    /// Kept, as the helper's clock.
    private let layer: FileLayer?
    private unowned let guardian: Guardian
    private var statements: [String: OpaquePointer] = [:]

    /// Puts the functions into a connection.
    ///
    /// - Parameter layer: the file layer whose clock they read.
    init(in database: OpaquePointer, layer: FileLayer?, guardian: Guardian) throws(SQLFault) {
        var handle: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX
        guard sqlite3_open_v2(":memory:", &handle, flags, layer?.name) == SQLITE_OK, let handle else {
            let message = String(cString: sqlite3_errmsg(handle))
            sqlite3_close_v2(handle)
            throw SQLFault(message: message)
        }
        helper = handle
        self.layer = layer
        self.guardian = guardian
        SQLLimits.apply(to: helper)
        for (name, counts) in SQLFunctions.counted {
            for count in counts { put(name, count, into: database) }
        }
    }

    deinit {
        for statement in statements.values { sqlite3_finalize(statement) }
        sqlite3_close_v2(helper)
    }

    /// How long a text the functions may make.
    func allow(textBytes: Int) {
        sqlite3_limit(helper, SQLITE_LIMIT_LENGTH, Int32(textBytes))
    }

    private func put(_ name: String, _ arguments: Int32, into database: OpaquePointer) {
        sqlite3_create_function_v2(
            database, name, arguments, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
            Unmanaged.passRetained(Function(name, of: self)).toOpaque(),
            { context, count, values in
                guard let function = sqlite3_user_data(context) else { return }
                let called = Unmanaged<Function>.fromOpaque(function).takeUnretainedValue()
                called.owner.call(called.name, UnsafeBufferPointer(start: values, count: Int(count)), context)
            }, nil, nil,
            { function in
                if let function { Unmanaged<Function>.fromOpaque(function).release() }
            })
    }

    private func call(_ name: String, _ values: UnsafeBufferPointer<OpaquePointer?>, _ context: OpaquePointer?) {
        guard guardian.charge(work(name, values)) else {
            sqlite3_result_error_code(context, SQLITE_INTERRUPT)
            return
        }
        if CountedFunctions.clocks.contains(name),
            let zone = values.lazy.compactMap(CountedFunctions.text).first(where: SQLTokens.namesZone)
        {
            sqlite3_result_error(context, SQLTokens.refusal(ofZone: zone), -1)
            return
        }
        guard let statement = statement(name, values.count) else {
            sqlite3_result_error(context, sqlite3_errmsg(helper), -1)
            return
        }
        defer { sqlite3_reset(statement) }
        for (index, value) in values.enumerated() { sqlite3_bind_value(statement, Int32(index + 1), value) }
        switch sqlite3_step(statement) {
        case SQLITE_ROW where isTooLong(name, values, statement): sqlite3_result_error_toobig(context)
        case SQLITE_ROW: sqlite3_result_value(context, sqlite3_column_value(statement, 0))
        case SQLITE_TOOBIG: sqlite3_result_error_toobig(context)
        case SQLITE_NOMEM: sqlite3_result_error_nomem(context)
        default: sqlite3_result_error(context, sqlite3_errmsg(helper), -1)
        }
    }

    /// The text of an argument that is one, and short.
    private static func text(_ value: OpaquePointer?) -> String? {
        guard sqlite3_value_type(value) == SQLITE_TEXT, sqlite3_value_bytes(value) < 100 else { return nil }
        return sqlite3_value_text(value).map { String(cString: $0) }
    }

    /// Steps that a call is charged for. A number in a format stands for up to as many bytes as a text may have.
    private func work(_ name: String, _ values: UnsafeBufferPointer<OpaquePointer?>) -> Int {
        let bytes = values.map { value in
            [SQLITE_TEXT, SQLITE_BLOB].contains(sqlite3_value_type(value)) ? Int(sqlite3_value_bytes(value)) : 8
        }
        let product = (bytes.first ?? 0) * (bytes.dropFirst().max() ?? 1)
        let written =
            CountedFunctions.formats.contains(name)
            ? (values.count - 1) * Int(sqlite3_limit(helper, SQLITE_LIMIT_LENGTH, -1)) : 0
        return CountedFunctions.stepsOfCall + values.count * bytes.reduce(0, +) + (product + written) / 16
    }

    /// Whether a format gave nothing because it would have given too much.
    private func isTooLong(
        _ name: String, _ values: UnsafeBufferPointer<OpaquePointer?>, _ statement: OpaquePointer
    ) -> Bool {
        CountedFunctions.formats.contains(name) && sqlite3_column_type(statement, 0) == SQLITE_NULL
            && values.first.map { sqlite3_value_type($0) != SQLITE_NULL } == true
    }

    private func statement(_ name: String, _ count: Int) -> OpaquePointer? {
        let key = "\(name) \(count)"
        if let known = statements[key] { return known }
        let places = (0..<count).map { "?\($0 + 1)" }.joined(separator: ", ")
        let sql = name.hasPrefix("-") ? "select ?1 \(name) ?2" : "select \(name)(\(places))"
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(helper, sql, -1, &statement, nil) == SQLITE_OK else { return nil }
        statements[key] = statement
        return statement
    }
}
