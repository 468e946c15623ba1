public import Dates

/// One row of a table: its fields by the names of their columns.
///
/// Each reading throws ``CSVError/invalidField(at:column:value:rule:)`` with file, line and column of the field.
public struct CSVRow: Sendable {
    private let file: String
    private let columns: [String: Int]
    private let record: CSVRecord

    init(file: String, columns: [String: Int], record: CSVRecord) {
        self.file = file
        self.columns = columns
        self.record = record
    }

    /// The line on which the row begins.
    public var position: SourcePosition { SourcePosition(file: file, line: record.line) }

    /// Where a column's field begins; the whole line for a column that the file does not have.
    public func position(of column: String) -> SourcePosition {
        guard let index = columns[column] else { return position }
        return SourcePosition(file: file, line: record.fields[index].line, column: record.fields[index].column)
    }

    /// A column's field; nil where the file has no such column.
    public subscript(column: String) -> String? {
        columns[column].map { record.fields[$0].text }
    }

    /// A column's field, which must be there; it may be empty.
    public func text(_ column: String) throws(CSVError) -> String {
        guard let text = self[column] else {
            throw .missingColumn(file: file, column: column, present: columns.keys.sorted())
        }
        return text
    }

    /// A finite decimal number, such as `112.5`, `-0.03` or `1e-6`.
    public func number(_ column: String) throws(CSVError) -> Double {
        let text = try text(column)
        // `Double.init` would also read hexadecimal, infinities and NaN.
        guard text.utf8.allSatisfy(isDecimal), let number = Double(text), number.isFinite else {
            throw invalid(column, "is not a number; write a decimal such as 112.5")
        }
        return number
    }

    /// A decimal number, or nil where the field is empty.
    public func optionalNumber(_ column: String) throws(CSVError) -> Double? {
        try text(column).isEmpty ? nil : try number(column)
    }

    /// A whole number.
    public func integer(_ column: String) throws(CSVError) -> Int {
        guard let number = Int(try text(column)) else {
            throw invalid(column, "is not a whole number")
        }
        return number
    }

    /// A date, `YYYY-MM-DD`.
    public func day(_ column: String) throws(CSVError) -> Day {
        guard let day = Day(try text(column)) else {
            throw invalid(column, "is not a date; write YYYY-MM-DD")
        }
        return day
    }

    /// A date, or nil where the field is empty.
    public func optionalDay(_ column: String) throws(CSVError) -> Day? {
        try text(column).isEmpty ? nil : try day(column)
    }

    /// A time of day `HH:MM`, in minutes since midnight.
    public func minuteOfDay(_ column: String) throws(CSVError) -> Int {
        let parts = try text(column).split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
        else { throw invalid(column, "is not a time of day; write HH:MM") }
        return hour * 60 + minute
    }

    /// One of an enumeration's raw values.
    public func choice<Choice: RawRepresentable & CaseIterable>(
        _ column: String, of type: Choice.Type = Choice.self
    ) throws(CSVError) -> Choice where Choice.RawValue == String {
        guard let choice = Choice(rawValue: try text(column)) else {
            let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw invalid(column, "is not one of \(choices)")
        }
        return choice
    }

    /// The fault of a field, for rules that only the caller knows.
    public func invalid(_ column: String, _ rule: String) -> CSVError {
        .invalidField(at: position(of: column), column: column, value: self[column] ?? "", rule: rule)
    }
}

private func isDecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "e"), UInt8(ascii: "E"): true
    default: false
    }
}
