internal import Input

/// Refused rows on their way to a reject file.
struct Rejects {
    private let header: [String]
    private var lines: [String] = []

    init(header: [String]) {
        self.header = header
    }

    var isEmpty: Bool { lines.isEmpty }
    var count: Int { lines.count }

    /// The reject file; nil when no row was refused.
    var text: String? {
        guard !lines.isEmpty else { return nil }
        let columns = ["reject_line", "reject_reason"] + header.filter { !Self.own.contains($0) }
        return ([columns.map(quoted).joined(separator: ",")] + lines).map { $0 + "\n" }.joined()
    }

    mutating func add(_ row: ImportRow) {
        let reasons = row.findings.filter { $0.severity == .error }.map(\.message)
        add(row.row.position.line, reasons.joined(separator: "; "), header.map { row.row[$0] ?? "" })
    }

    /// A row that could not be told into columns stands there with the fields that it has, one that could not even be told into
    /// fields as a single one: nothing of it is lost, and whoever mends it sees what there was.
    mutating func add(_ error: CSVError, _ fields: [String]) {
        add(error.position?.line ?? 0, error.description, fields)
    }

    /// A reject file that was mended and came in again brings these columns along; they are not repeated.
    private static let own: Set<String> = ["reject_line", "reject_reason"]

    private mutating func add(_ line: Int, _ reason: String, _ fields: [String]) {
        let kept = fields.enumerated().filter { index, _ in
            fields.count == 1 || index >= header.count || !Self.own.contains(header[index])
        }
        lines.append(([String(line), reason] + kept.map(\.element)).map(quoted).joined(separator: ","))
    }

    private func quoted(_ field: String) -> String {
        guard field.contains(where: { ",\"\n\r".contains($0) || $0.isNewline }) else { return field }
        return "\"\(field.replacing("\"", with: "\"\""))\""
    }
}
