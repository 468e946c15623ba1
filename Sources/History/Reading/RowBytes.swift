internal import Digests
internal import GRDBSQLite

/// Rows as bytes, such that no two contents give the same: of each value a letter and then its 8 bytes, or its length in 8
/// bytes and its bytes, little-endian; a line end after each row. `n` is null, `i` a whole number, `r` a number by its
/// IEEE 754 bits, `t` a text in UTF-8, `b` bytes.
struct RowBytes {
    private var buffer: [UInt8] = []
    private static let large = 1 << 16

    init() { buffer.reserveCapacity(2 * Self.large) }

    /// Whether it is time to give away what was gathered.
    var isLarge: Bool { buffer.count > Self.large }

    /// Takes up the row at which a statement stands.
    mutating func append(row: OpaquePointer) {
        for column in 0..<sqlite3_column_count(row) {
            switch sqlite3_column_type(row, column) {
            case SQLITE_INTEGER: append("i", UInt64(bitPattern: sqlite3_column_int64(row, column)))
            case SQLITE_FLOAT: append("r", sqlite3_column_double(row, column).bitPattern)
            case SQLITE_TEXT:
                // The text before its length: SQLite says so.
                let text = sqlite3_column_text(row, column).map { UnsafeRawPointer($0) }
                append("t", text, count: Int(sqlite3_column_bytes(row, column)))
            case SQLITE_BLOB:
                let bytes = sqlite3_column_blob(row, column)
                append("b", bytes, count: Int(sqlite3_column_bytes(row, column)))
            default: buffer.append(UInt8(ascii: "n"))
            }
        }
        buffer.append(UInt8(ascii: "\n"))
    }

    /// Gives away what was gathered.
    mutating func drain(into stream: inout SHA256Stream) {
        buffer.withUnsafeBytes { stream.add($0) }
        buffer.removeAll(keepingCapacity: true)
    }

    private mutating func append(_ letter: Unicode.Scalar, _ bits: UInt64) {
        buffer.append(UInt8(ascii: letter))
        withUnsafeBytes(of: bits.littleEndian) { buffer.append(contentsOf: $0) }
    }

    private mutating func append(_ letter: Unicode.Scalar, _ bytes: UnsafeRawPointer?, count: Int) {
        append(letter, UInt64(count))
        if let bytes { buffer.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count)) }
    }
}
