internal import Dates
internal import Metrics
internal import Notebooks

/// The last sheet: where the figures come from, and what the columns mean.
struct ProvenanceSheet {
    private static let widths = [30.0, 100]
    private let document: Document
    private let sheet: Sheet
    private var row = 0

    /// The sheet of a document.
    init(_ document: Document, on sheet: Sheet) {
        self.document = document
        self.sheet = sheet
    }

    /// Writes report, parameters, sources, other reports and definitions as label and text.
    mutating func write() throws(WorkbookError) {
        for (column, width) in Self.widths.enumerated() { try sheet.setWidth(width, columns: column...column) }
        try sheet.write("About this report", Cell(0, 0), CellStyle(size: 14, isBold: true))
        row = 1
        let report = [
            Document.Parameter(name: "Report", text: document.title), .init(name: "Kind", text: document.kind),
            .init(name: "As of", text: document.asOf.iso),
        ]
        try write("Report", report + document.facts)
        try write("Parameters", document.parameters)
        try write("Where the figures come from", document.provenance)
        try write("Other reports", document.links)
        try write("What the columns mean", Glossary.entries(of: document))
        sheet.hideGrid()
        sheet.setTab(Palette.soft)
        var page = WorkbookContents.Page(titled: document)
        page.isLandscape = false
        try sheet.setPage(page)
    }

    private mutating func write(_ title: String, _ items: [Document.Parameter]) throws(WorkbookError) {
        guard !items.isEmpty else { return }
        row += 1
        for column in Self.widths.indices {
            let style = CellStyle(isBold: true, ground: Palette.head, hasRuleBelow: true)
            try sheet.write(column == 0 ? title : "", Cell(row, column), style)
        }
        row += 1
        for item in items {
            try sheet.write(item.name, Cell(row, 0), CellStyle(wraps: true, color: Palette.soft))
            try sheet.write(item.text, Cell(row, 1), CellStyle(side: .left, wraps: true))
            let heights = [
                ColumnWidth.height(item.name, width: Self.widths[0]),
                ColumnWidth.height(item.text, width: Self.widths[1]),
            ]
            try sheet.setHeight(max(heights.max() ?? 0, 15.5), row: row)
            row += 1
        }
    }
}
