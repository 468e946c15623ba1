internal import Notebooks

/// The first sheet: what must be known first, the figures and checks, the words, and a link to every other sheet.
struct SummarySheet {
    /// Columns: label, value, target, verdict, trend, note.
    static let widths = [29.0, 16, 20, 11, 15, 48]
    /// The columns that a line goes over.
    static let columns = 0...widths.count - 1

    /// The workbook.
    let workbook: Workbook
    /// The sheet.
    let sheet: Sheet
    /// The report.
    let document: Document
    /// Where each table, chart and check begins, by its anchor.
    let anchors: [String: LinkTarget]
    /// The next free row.
    var row = 0
    /// The rows before which a page may end.
    var firstRows = [0]

    /// Writes everything.
    mutating func write(_ sheets: [ListedSheet]) throws(WorkbookError) {
        for (column, width) in Self.widths.enumerated() { try sheet.setWidth(width, columns: column...column) }
        try writeHead()
        try writeBody()
        try writeList(sheets)
        sheet.hideGrid()
        sheet.setTab(Palette.link)
        sheet.activate()
        var page = WorkbookContents.Page(titled: document)
        page.area = CellRange(Cell(0, 0), Cell(max(row - 1, 0), Self.columns.upperBound))
        let width = Self.widths.reduce(0) { $0 + ColumnWidth.pixels($1) }
        let parts = zip(firstRows, sheet.heights(firstRows, end: row))
        let fit = PaperFit(width: Double(width) * 0.75, parts: Array(parts), isUpright: true)
        (page.isLandscape, page.isOnePage, page.breaks) = (fit.isLandscape, fit.isOnePage, fit.breaks)
        try sheet.setPage(page)
    }

    /// Headings, words, figures, checks and failed cells in the order of the report. A heading appears with the first of
    /// these below it; one above tables and charts alone would stand over nothing.
    private mutating func writeBody() throws(WorkbookError) {
        var headings: [(level: Int, text: String)] = []
        for block in document.blocks(in: .xlsx) {
            if case .heading(let level, let text, _) = block {
                headings.removeAll { $0.level >= level }
                headings.append((level, text))
                continue
            }
            guard block.isOnSummary else { continue }
            firstRows.append(row)
            for heading in headings {
                row += 1
                try line(heading.text, CellStyle(size: heading.level == 1 ? 14 : 12, isBold: true, wraps: true))
            }
            headings = []
            switch block {
            case .prose(let prose, _): try write(prose)
            case .figures(let figures): try write(figures)
            case .checks(let checks): try write(checks)
            case .failure(let failure):
                try line(
                    "Failed: \(failure.anchor) (\(failure.place)): \(failure.message)", notice: .bad)
            case .heading, .table, .chart: break
            }
        }
    }

    private mutating func write(_ prose: String) throws(WorkbookError) {
        for paragraph in Prose.paragraphs(prose) {
            // Lines of a source file are no lines of a sentence.
            let words = paragraph.isFlowing ? paragraph.text.replacing("\n", with: " ") : paragraph.text
            try line(words, CellStyle(isBold: paragraph.isHeading, wraps: true))
        }
    }

    /// One line over the whole width, as high as its words need.
    mutating func line(_ words: String, _ style: CellStyle) throws(WorkbookError) {
        try sheet.write(words, across: Self.columns, row: row, style)
        let width = Self.widths.reduce(0, +)
        let height = ColumnWidth.height(words, width: width, size: style.size, isBold: style.isBold)
        try sheet.setHeight(height, row: row)
        row += 1
    }

    /// A line on a ground that draws the eye.
    mutating func line(_ words: String, notice tone: TableBlock.Highlight.Tone) throws(WorkbookError) {
        try line(words, CellStyle(isBold: tone == .bad, wraps: true, color: tone.color, ground: tone.ground))
    }

    /// The heads of a group of rows, from the first column on; those of numbers flush right.
    mutating func heads(_ heads: [String], flushRight: Set<Int> = [], last: Int) throws(WorkbookError) {
        for column in 0...last {
            let isFlushRight = flushRight.contains(column)
            let style = CellStyle(
                side: isFlushRight ? .right : .left, isBold: true, ground: Palette.head, hasRuleBelow: true,
                isIndented: !isFlushRight && column > 0)
            try sheet.write(column < heads.count ? heads[column] : "", Cell(row, column), style)
        }
        row += 1
    }
}

extension Block {
    /// Whether the summary itself shows the block.
    fileprivate var isOnSummary: Bool {
        switch self {
        case .prose, .figures, .checks, .failure: true
        case .heading, .table, .chart: false
        }
    }
}

extension Prose.Paragraph {
    /// Whether line breaks in it mean nothing: those of lists and tables do.
    fileprivate var isFlowing: Bool {
        !text.split(separator: "\n").contains { $0.hasPrefix("•") || $0.contains("|") || $0.first?.isNumber == true }
    }
}
