/// A CSV file whose first line names its columns, read row by row.
public struct CSVTable {
    /// The columns' names, as the file has them.
    public let header: [String]
    /// The file's name, for messages.
    public var file: String { reader.file }
    /// The fields of the row that the last error was about; all of its text as one where it could not be told into fields.
    public private(set) var refusedFields: [String] = []
    private let columns: [String: Int]
    private var reader: CSVReader

    /// Reads the header and sees that the columns needed are there; others may be there too.
    public init(_ reader: CSVReader, columns needed: [String]) throws(CSVError) {
        var reader = reader
        guard let record = try reader.next() else { throw .noHeader(file: reader.file) }
        var columns: [String: Int] = [:]
        for (index, field) in record.fields.enumerated() {
            guard columns.updateValue(index, forKey: field.text) == nil else {
                let place = SourcePosition(file: reader.file, line: field.line, column: field.column)
                throw .duplicateColumn(at: place, column: field.text)
            }
        }
        header = record.fields.map(\.text)
        for name in needed where columns[name] == nil {
            throw .missingColumn(file: reader.file, column: name, present: header)
        }
        self.columns = columns
        self.reader = reader
    }

    /// The next row; nil at the end. After an error, the next call goes on behind the faulty line.
    public mutating func next() throws(CSVError) -> CSVRow? {
        let record: CSVRecord
        do {
            guard let next = try reader.next() else { return nil }
            record = next
        } catch {
            refusedFields = [reader.refusedText]
            throw error
        }
        guard record.fields.count == header.count else {
            refusedFields = record.fields.map(\.text)
            let place = SourcePosition(file: file, line: record.line)
            throw .fieldCount(at: place, expected: header.count, found: record.fields.count)
        }
        return CSVRow(file: file, columns: columns, record: record)
    }

    /// All rows that are left, with the faults of those that could not be read.
    public mutating func rows() -> (rows: [CSVRow], errors: [CSVError]) {
        var rows: [CSVRow] = []
        var errors: [CSVError] = []
        while true {
            do throws(CSVError) {
                guard let row = try next() else { return (rows, errors) }
                rows.append(row)
            } catch {
                errors.append(error)
                if case .unreadable = error { return (rows, errors) }
            }
        }
    }
}
