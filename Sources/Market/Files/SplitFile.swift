public import Input

/// Splits in a CSV file: `symbol,date,ratio`, the date being the first session in new shares.
public enum SplitFile {
    /// The splits, ascending by day and symbol, and a finding for each row that cannot be read.
    public static func read(_ reader: CSVReader) throws(CSVError) -> (splits: [Split], findings: [Finding]) {
        let file = reader.file
        let (rows, findings) = try RowReading.rows(
            reader, columns: ["symbol", "date", "ratio"], rule: "splits.field", subject: file
        ) { row throws(CSVError) in
            Split(symbol: try row.symbol("symbol"), day: try row.day("date"), ratio: try row.positiveNumber("ratio"))
        }
        return (rows.sorted { ($0.day, $0.symbol) < ($1.day, $1.symbol) }, findings)
    }
}
