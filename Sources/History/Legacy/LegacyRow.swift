internal import Dates
internal import GRDB
internal import Input
internal import Ledger

/// One row of an old file on its way in: its values by column, and what is wrong with them.
struct LegacyRow {
    let table: String
    let id: Int64
    let row: Row
    private(set) var findings: [Finding] = []

    init(table: String, id: Int64, row: Row) {
        self.table = table
        self.id = id
        self.row = row
    }

    /// Whether a finding refuses the row.
    var isRefused: Bool { findings.contains { $0.severity == .error } }

    /// Records what is wrong with the row.
    mutating func find(_ severity: Finding.Severity, _ rule: String, _ message: String, day: Day? = nil) {
        findings.append(
            Finding(
                severity: severity, rule: "legacy.\(rule)", subject: table, day: day, place: "row \(id)",
                message: message))
    }

    func number(_ column: String) -> Double? {
        value(column).flatMap { Double.fromDatabaseValue($0) }.flatMap { $0.isFinite ? $0 : nil }
    }

    func integer(_ column: String) -> Int? { value(column).flatMap { Int.fromDatabaseValue($0) } }
    func text(_ column: String) -> String? { value(column).flatMap { String.fromDatabaseValue($0) } }
    func money(_ column: String) -> Money? {
        number(column).flatMap { Money(dollars: $0) }.flatMap { LedgerBounds.holds($0) ? $0 : nil }
    }

    /// The value as text, to tell rows apart.
    func stored(_ column: String) -> String {
        value(column).map { "\($0.storage.value ?? "NULL")" } ?? "NULL"
    }

    /// The value for a message: `NULL`, `inf`, or as stored, if it is short.
    func shown(_ column: String) -> String {
        guard let value = value(column), !value.isNull else { return "NULL" }
        return Excerpt.of("\(value.storage.value ?? "")")
    }

    /// A time of the old backtester. It knew days only and wrote them as midnight: midnight UTC would be the evening
    /// before in New York, so such a time is its date, at the close.
    func time(_ column: String) -> (time: Instant, isDateOnly: Bool)? {
        guard let text = text(column) else { return nil }
        let date = text.hasSuffix(" 00:00:00") || text.hasSuffix("T00:00:00") ? String(text.prefix(10)) : text
        if let day = Day(date) { return (NewYork.instant(day, hour: 16), true) }
        return Instant(text).map { ($0, false) }
    }

    /// A column's value; nil where the table has no such column.
    private func value(_ column: String) -> DatabaseValue? {
        row.hasColumn(column) ? row[column] as DatabaseValue : nil
    }

    /// The row word for word, as a JSON object; what JSON cannot write as a number is text.
    func json() throws -> String {
        try JSONText.encode(
            Dictionary(row.map { ($0.0, Cell($0.1)) }, uniquingKeysWith: { first, _ in first }))
    }

    private enum Cell: Encodable {
        case null
        case integer(Int64)
        case number(Double)
        case text(String)

        init(_ value: DatabaseValue) {
            self =
                switch value.storage {
                case .null: .null
                case .int64(let integer): .integer(integer)
                case .double(let number): number.isFinite ? .number(number) : .text("\(number)")
                case .string(let text): .text(text)
                case .blob(let bytes): .text(bytes.map { String($0, radix: 16) }.joined(separator: " "))
                }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .null: try container.encodeNil()
            case .integer(let integer): try container.encode(integer)
            case .number(let number): try container.encode(number)
            case .text(let text): try container.encode(text)
            }
        }
    }
}
