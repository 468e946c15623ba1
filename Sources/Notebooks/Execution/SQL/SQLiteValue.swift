internal import Dates
internal import GRDBSQLite
internal import Metrics

/// Values on their way into SQLite and out of it.
extension Value {
    /// A cell of a statement's current row; nil for a blob or for a number that is not finite.
    static func read(_ statement: OpaquePointer, _ index: Int32) -> Value? {
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

    /// Binds the value: money and numbers as REAL, dates as ISO 8601 texts, flags as 0 and 1, and whatever has no value as
    /// NULL.
    func bind(to statement: OpaquePointer, at index: Int32) {
        switch self {
        case .number, .money:
            if let number, number.isFinite {
                sqlite3_bind_double(statement, index, number)
            } else {
                sqlite3_bind_null(statement, index)
            }
        case .integer(let number): sqlite3_bind_int64(statement, index, Int64(number))
        case .flag(let flag): sqlite3_bind_int64(statement, index, flag ? 1 : 0)
        case .text(let text): Value.bind(text, to: statement, at: index)
        case .day(let day): Value.bind(day.iso, to: statement, at: index)
        case .instant(let instant): Value.bind(instant.iso, to: statement, at: index)
        case .undefined, .null: sqlite3_bind_null(statement, index)
        }
    }

    private static func bind(_ text: String, to statement: OpaquePointer, at index: Int32) {
        // SQLite's mark for "copy the text before you return" is the pointer −1.
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        _ = text.withCString { sqlite3_bind_text(statement, index, $0, Int32(text.utf8.count), transient) }
    }
}
