public import Input

/// Daily bars of one symbol in a CSV file: `date,open,high,low,close` and, except for an index, `volume`.
public enum BarFile {
    /// The bars in the file's order, unadjusted as it holds them, and a finding for each row that cannot be read.
    ///
    /// Whether the bars make sense is another question: ``BarQuality``.
    public static func read(
        _ reader: CSVReader, symbol: String
    ) throws(CSVError) -> (bars: [Bar], findings: [Finding]) {
        let (rows, findings) = try RowReading.rows(
            reader, columns: ["date", "open", "high", "low", "close"], rule: "bars.field", subject: symbol
        ) { row throws(CSVError) in
            Bar(
                day: try row.day("date"), open: try row.number("open"), high: try row.number("high"),
                low: try row.number("low"), close: try row.number("close"),
                volume: row["volume"] == nil ? 0 : try row.number("volume"))
        }
        return (rows, findings)
    }
}
