internal import Dates
internal import Input

/// Reading of the calendar files, which are the project's own: the first fault is thrown.
enum CalendarFile {
    /// Reads each row of a table.
    static func rows<Row>(
        _ reader: CSVReader, columns: [String], _ read: (CSVRow) throws(CSVError) -> Row
    ) throws(CalendarError) -> [Row] {
        do {
            var table = try CSVTable(reader, columns: columns)
            var rows: [Row] = []
            while let row = try table.next() { rows.append(try read(row)) }
            return rows
        } catch {
            throw .file(error)
        }
    }

    /// The range of days that a calendar covers, from `coverage.csv`.
    static func coverage(_ reader: CSVReader) throws(CalendarError) -> [String: ClosedRange<Day>] {
        let ranges = try rows(reader, columns: ["calendar", "first", "last"]) { row throws(CSVError) in
            let (first, last) = (try row.day("first"), try row.day("last"))
            guard first <= last else { throw row.invalid("last", "lies before the first day, \(first)") }
            return (try row.text("calendar"), first...last)
        }
        return Dictionary(ranges, uniquingKeysWith: { first, _ in first })
    }
}
