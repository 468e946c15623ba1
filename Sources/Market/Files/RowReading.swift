internal import Input

/// Reading of data files, which come from outside: a row at fault becomes a finding, the rest is read.
enum RowReading {
    /// Reads each row of a table. Throws only where the file as a whole cannot be read.
    static func rows<Row>(
        _ reader: CSVReader, columns: [String], rule: String, subject: String,
        _ read: (CSVRow) throws(CSVError) -> Row
    ) throws(CSVError) -> (rows: [Row], findings: [Finding]) {
        var table = try CSVTable(reader, columns: columns)
        let (lines, errors) = table.rows()
        if let fatal = errors.last, case .unreadable = fatal { throw fatal }
        var rows: [Row] = []
        rows.reserveCapacity(lines.count)
        var faults = errors
        for line in lines {
            do throws(CSVError) { rows.append(try read(line)) } catch { faults.append(error) }
        }
        let findings = faults.sorted { ($0.position?.line ?? 0) < ($1.position?.line ?? 0) }
            .map { $0.finding(rule: rule, subject: subject) }
        return (rows, findings)
    }
}

extension CSVRow {
    /// A number above zero.
    func positiveNumber(_ column: String) throws(CSVError) -> Double {
        let number = try number(column)
        guard number > 0 else { throw invalid(column, "must be above zero") }
        return number
    }

    /// A symbol: not empty, capital letters, digits, dot or dash.
    func symbol(_ column: String) throws(CSVError) -> String {
        let text = try text(column)
        let isSymbol = text.utf8.allSatisfy {
            (65...90).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
        }
        guard !text.isEmpty, isSymbol else { throw invalid(column, "is not a symbol; write it as SPY") }
        return text
    }
}
