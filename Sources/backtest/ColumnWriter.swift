import Input

/// Rows of a table as they came, with columns added at the end, as CSV.
struct ColumnWriter {
    private(set) var text: String
    private let header: [String]

    init(header: [String], adding columns: [String]) {
        self.header = header
        text = (header + columns).map(Self.quoted).joined(separator: ",") + "\n"
    }

    /// A row with its added figures; nil is an empty field. Numbers are the shortest that read back the same.
    mutating func add(_ row: CSVRow, _ figures: [Double?]) {
        let fields = header.map { Self.quoted(row[$0] ?? "") }
        text += (fields + figures.map { $0.map { "\($0)" } ?? "" }).joined(separator: ",") + "\n"
    }

    private static func quoted(_ field: String) -> String {
        guard field.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return field }
        return "\"" + field.replacing("\"", with: "\"\"") + "\""
    }
}
