internal import Dates
internal import GRDB
internal import Input

/// A CSV file on its way into the history: judged and laid down row by row in one transaction, which is carried back where the
/// file is not to come in. However large the file, no more of it is in memory than a row, the refused rows and the first findings.
struct CSVImport<Item> {
    /// A row that can go in.
    struct Accepted {
        var row: ImportRow
        let item: Item
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
        var table: CSVTable
        do throws(CSVError) {
            table = try CSVTable(reader, columns: needed)
        } catch {
            report.refused = 1
            report.isUnreadable = true
            report.add([error.finding(rule: "import.csv", subject: kind.rawValue)])
            return report
        }
        report.notes = table.header.filter { !needed.contains($0) && !optional.contains($0) }
        var rejects = Rejects(header: table.header)
        report.isCommitted = try history.transaction { db in
            try take(&table, Statements(db), time, &report, &rejects)
            // What was not read to its end has no good rows: nobody knows which were to follow.
            return !report.isUnreadable && (rejects.isEmpty || keepGoing)
        }
        if !report.isCommitted { report.forgetWhatWasWritten() }
        report.refused = rejects.count
        report.rejects = rejects.text
        return report
    }

    /// Refused rows of a file, after which it is not read on: it is something else than what it should be.
    private static var refusalLimit: Int { 10_000 }

    /// Takes every row of the file, and keeps a record of the import.
    private func take(
        _ table: inout CSVTable, _ statements: Statements, _ time: Instant, _ report: inout ImportReport,
        _ rejects: inout Rejects
    ) throws {
        let importID = try statements.begin(report, time)
        let keys = try SeenKeys(statements.db)
        var span: ClosedRange<Day>?
        while true {
            guard rejects.count <= Self.refusalLimit else {
                report.add([endless(table)])
                report.isUnreadable = true
                break
            }
            let csv: CSVRow
            do throws(CSVError) {
                guard let next = try table.next() else { break }
                csv = next
            } catch {
                report.rowsRead += 1
                let finding = error.finding(rule: "import.csv", subject: kind.rawValue)
                report.add([finding])
                try statements.insert([finding])
                guard case .unreadable = error else {
                    rejects.add(error, table.refusedFields)
                    continue
                }
                rejects.add(error, [])
                report.isUnreadable = true
                break
            }
            report.rowsRead += 1
            var row = ImportRow(csv, subject: kind.rawValue)
            let item = try take(&row, table.header, keys, importID, statements, &report)
            report.add(row.findings)
            try statements.insert(row.findings)
            if row.isRefused { rejects.add(row) }
            for day in item.map(days) ?? [] {
                span = min(span?.lowerBound ?? day, day)...max(span?.upperBound ?? day, day)
            }
        }
        report.refused = rejects.count
        if let span {
            try statements.insertRun([span.lowerBound, span.upperBound], of: "\(kind.rawValue) of \(report.source)")
        }
        try keys.forget()
        try statements.finish(report, importID)
    }

    /// Lays a row down beside its verbatim text; nil, with the reason in its findings, for one that is refused, and for one that
    /// is there already.
    private func take(
        _ row: inout ImportRow, _ header: [String], _ keys: SeenKeys, _ importID: Int64, _ statements: Statements,
        _ report: inout ImportReport
    ) throws -> Item? {
        guard let item = read(&row), !row.isRefused else {
            // A refused row keeps its number all the same: the next of that number would be another trade.
            if let number = row.row[keyColumn], !number.isEmpty { _ = try keys.place(of: number, orOf: row.row) }
            return nil
        }
        let key = key(item, row)
        if let first = try keys.place(of: key, orOf: row.row) {
            row.find(.error, "import.duplicate", at: keyColumn, "stands in the file already, at \(first)")
            return nil
        }
        let json = json(row.row, header)
        guard try !statements.holds(kind, key, json) else {
            report.alreadyThere += 1
            // What was said of it stands beside it since it came in.
            row.forgetFindings()
            return nil
        }
        let tradeID: Int64?
        switch try store(
            statements, Accepted(row: row, item: item, json: json), statements.importedRow(kind, key))
        {
        case .imported(let id):
            report.imported += 1
            tradeID = id
        case .updated(let id):
            report.updated += 1
            tradeID = id
        case .refused(let rule, let column, let reason):
            row.find(.error, rule, at: column, reason)
            return nil
        }
        if !row.findings.isEmpty { report.withFinding += 1 }
        try statements.keep(kind, key, json, tradeID, importID)
        return item
    }

    private func endless(_ table: CSVTable) -> Finding {
        Finding(
            severity: .error, rule: "import.given-up", subject: kind.rawValue,
            message: "\(table.file): more than \(Self.refusalLimit) rows are refused; the rest was not read")
    }

    /// The row as it came, by column.
    private func json(_ row: CSVRow, _ header: [String]) -> String {
        let values = Dictionary(header.map { ($0, row[$0] ?? "") }, uniquingKeysWith: { first, _ in first })
        return (try? JSONText.encode(values)) ?? "{}"
    }
}
