internal import Dates
internal import GRDB
internal import Input

/// A CSV file on its way into the history: read whole, judged whole, then laid down in one transaction.
struct CSVImport<Item> {
    /// A row that can go in.
    struct Accepted {
        var row: ImportRow
        let item: Item
        let key: String
        let json: String
    }

    /// What became of a row when it was laid down.
    enum Outcome {
        case imported(tradeID: Int64?)
        case updated(tradeID: Int64)
        case refused(rule: String, column: String, reason: String)
    }

    /// The newest row of the same key that came in before.
    typealias Earlier = (row: String, tradeID: Int64?)

    let kind: ImportKind
    let needed: [String]
    let optional: [String]
    let keyColumn: String
    let read: (inout ImportRow) -> Item?
    let key: (Item, ImportRow) -> String
    let days: (Item) -> [Day]
    let store: (Statements, Accepted, Earlier?) throws -> Outcome

    func run(
        _ reader: CSVReader, into history: HistoryStore, keepGoing: Bool, at time: Instant
    ) throws(HistoryError) -> ImportReport {
        var report = ImportReport(kind: kind, source: reader.file)
        let table: CSVTable
        do throws(CSVError) {
            table = try CSVTable(reader, columns: needed)
        } catch {
            report.refused = 1
            report.isUnreadable = true
            report.findings.append(finding(error))
            return report
        }
        report.notes = table.header.filter { !needed.contains($0) && !optional.contains($0) }
        var rejects = Rejects(header: table.header)
        let (accepted, isWhole) = judge(table, &report, &rejects)
        report.isUnreadable = !isWhole
        // What was not read to its end has no good rows: nobody knows which were to follow.
        if isWhole && (rejects.isEmpty || keepGoing) {
            let judged = report
            report.isCommitted = try history.transaction { db in
                try lay(accepted, db, time, &report, &rejects)
                return rejects.isEmpty || keepGoing
            }
            if !report.isCommitted {
                let found = report.findings
                report = judged
                report.findings = found
            }
        }
        report.refused = rejects.count
        report.rejects = rejects.text
        return report
    }

    /// Refused rows of a file, after which it is not read on: it is something else than what it should be.
    private static var refusalLimit: Int { 10_000 }

    /// Reads every row and sets aside those that cannot go in; says whether the file was read to its end.
    private func judge(
        _ table: CSVTable, _ report: inout ImportReport, _ rejects: inout Rejects
    ) -> (accepted: [Accepted], isWhole: Bool) {
        var table = table
        var accepted: [Accepted] = []
        var lines: [String: String] = [:]
        while true {
            guard rejects.count <= Self.refusalLimit else {
                report.findings.append(
                    Finding(
                        severity: .error, rule: "import.csv", subject: kind.rawValue, place: "",
                        message: "\(table.file): more than \(Self.refusalLimit) rows are refused; the rest was not read"
                    ))
                return (accepted, false)
            }
            do throws(CSVError) {
                guard let csv = try table.next() else { return (accepted, true) }
                report.rowsRead += 1
                var row = ImportRow(csv, subject: kind.rawValue)
                guard let item = read(&row), !row.isRefused else {
                    // A refused row keeps its number all the same: the next of that number would be another trade.
                    if let number = csv[keyColumn], !number.isEmpty { lines[number] = "\(csv.position)" }
                    report.findings += row.findings
                    rejects.add(row)
                    continue
                }
                let key = key(item, row)
                if let first = lines.updateValue("\(csv.position)", forKey: key) {
                    row.find(.error, "import.duplicate", at: keyColumn, "stands in the file already, at \(first)")
                    report.findings += row.findings
                    rejects.add(row)
                    continue
                }
                accepted.append(Accepted(row: row, item: item, key: key, json: json(csv, table.header)))
            } catch {
                report.findings.append(finding(error))
                report.rowsRead += 1
                if case .unreadable = error {
                    rejects.add(error, [])
                    return (accepted, false)
                }
                rejects.add(error, table.refusedFields)
            }
        }
    }

    /// Lays the rows down, each beside its verbatim text.
    private func lay(
        _ accepted: [Accepted], _ db: Database, _ time: Instant, _ report: inout ImportReport,
        _ rejects: inout Rejects
    ) throws {
        let statements = Statements(db)
        let importID = try statements.begin(report, time)
        var days: [Day] = []
        for var accepted in accepted {
            guard try !statements.holds(kind, accepted.key, accepted.json) else {
                report.alreadyThere += 1
                continue
            }
            let earlier = try statements.importedRow(kind, accepted.key)
            let tradeID: Int64?
            switch try store(statements, accepted, earlier) {
            case .imported(let id):
                report.imported += 1
                tradeID = id
            case .updated(let id):
                report.updated += 1
                tradeID = id
            case .refused(let rule, let column, let reason):
                accepted.row.find(.error, rule, at: column, reason)
                report.findings += accepted.row.findings
                rejects.add(accepted.row)
                continue
            }
            days += self.days(accepted.item)
            if !accepted.row.findings.isEmpty { report.withFinding += 1 }
            report.findings += accepted.row.findings
            try statements.keep(kind, accepted.key, accepted.json, tradeID, importID)
        }
        report.refused = rejects.count
        try statements.insertRun(days, of: "\(kind.rawValue) of \(report.source)")
        try statements.finish(report, importID)
    }

    private func finding(_ error: CSVError) -> Finding {
        Finding(
            severity: .error, rule: "import.csv", subject: kind.rawValue, place: error.position?.description ?? "",
            message: error.description)
    }

    /// The row as it came, by column.
    private func json(_ row: CSVRow, _ header: [String]) -> String {
        let values = Dictionary(header.map { ($0, row[$0] ?? "") }, uniquingKeysWith: { first, _ in first })
        return (try? JSONText.encode(values)) ?? "{}"
    }
}

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
