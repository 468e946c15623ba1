internal import Dates
public import Notebooks

/// Shows a document as an Excel workbook: a summary, one sheet a table or chart, and where the figures come from.
public enum WorkbookRenderer {
    /// Writes the workbook of a document to a path, which the caller renames into place. The same document gives the
    /// same bytes. Throws when the file cannot be written or the document does not fit into a workbook; what then
    /// lies at the path is not a report.
    public static func write(_ document: Document, to path: String) throws(WorkbookError) {
        let tables = document.blocks(in: .xlsx).filter { block in
            switch block {
            case .table, .chart, .checks: true
            default: false
            }
        }
        guard tables.count <= 250 else { throw .tooManySheets(tables.count) }
        let workbook = try Workbook(path: path)
        try workbook.setProperties(
            title: document.title, subject: "\(document.kind) as of \(document.asOf.iso)",
            comments: document.syntheticNotice ?? "", asOf: document.asOf)
        try workbook.setProperty("As of", document.asOf.iso)
        for item in document.provenance { try workbook.setProperty(item.name, item.text) }

        let summary = try workbook.addSheet("Summary")
        var sheets: [String: Sheet] = [:]
        for block in tables {
            switch block {
            case .checks(let checks):
                let sheet = try workbook.addSheet(checks.title.isEmpty ? checks.anchor : checks.title)
                sheets[checks.anchor] = sheet
                try TableSheet(checks.table, on: sheet, of: workbook).write(
                    note: checks.note, leavingGaps: false, summary: summary, document: document)
            case .table(let table):
                let sheet = try workbook.addSheet(table.title.isEmpty ? table.anchor : table.title)
                sheets[table.anchor] = sheet
                try TableSheet(table, on: sheet, of: workbook).write(
                    note: table.note, leavingGaps: false, summary: summary, document: document)
            case .chart(let chart):
                let sheet = try workbook.addSheet(chart.title.isEmpty ? chart.anchor : chart.title)
                sheets[chart.anchor] = sheet
                let table = TableSheet(chart.dataTable, on: sheet, of: workbook)
                try table.write(note: chart.note, leavingGaps: true, summary: summary, document: document)
                try ChartSheet.add(chart, rows: table.valueRows, on: sheet, of: workbook)
            default: break
            }
        }
        var summarySheet = SummarySheet(document, on: summary, of: workbook)
        try summarySheet.write(sheets: sheets)
        try ProvenanceSheet.write(document, on: try workbook.addSheet("Provenance"))
        try workbook.close()
    }
}
