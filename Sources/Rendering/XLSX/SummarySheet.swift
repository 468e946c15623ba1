internal import CXlsxWriter
internal import Dates
internal import Ledger
internal import Metrics
internal import Notebooks

/// The first sheet: the report from top to bottom with its words and figures, and a link where a table or chart has
/// a sheet of its own.
struct SummarySheet {
    private static let columns: ClosedRange<UInt16> = 0...4
    private static let widths = [30.0, 20, 16, 14, 46]
    private let workbook: Workbook
    private let sheet: Sheet
    private let document: Document
    private var row: UInt32 = 0

    /// A summary to be written on a sheet.
    init(_ document: Document, on sheet: Sheet, of workbook: Workbook) {
        self.document = document
        self.sheet = sheet
        self.workbook = workbook
    }

    /// Writes everything; `sheets` holds the sheet of each table and chart by its anchor.
    mutating func write(sheets: [String: Sheet]) throws(WorkbookError) {
        for (column, width) in Self.widths.enumerated() { try sheet.setWidth(width, column: UInt16(column)) }
        try writeHead()
        for block in document.blocks(in: .xlsx) {
            switch block {
            case .heading(let level, let text, _):
                row += 1
                try line(text, CellStyle(size: level == 1 ? 14 : 12, isBold: true, wraps: true))
            case .prose(let prose, _):
                for paragraph in Prose.paragraphs(prose) {
                    try line(paragraph.text, CellStyle(isBold: paragraph.isHeading, wraps: true))
                }
            case .figures(let figures): try write(figures)
            case .checks(let checks): try link(checks.title, to: sheets[checks.anchor])
            case .table(let table): try link(table.title, to: sheets[table.anchor])
            case .chart(let chart): try link(chart.title, to: sheets[chart.anchor])
            case .failure(let failure):
                try line(
                    "Failed: \(failure.anchor) (\(failure.place)): \(failure.message)",
                    CellStyle(wraps: true, color: CellStyle.badColor, ground: 0xFCECEA))
            }
        }
        worksheet_gridlines(sheet.raw, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
        worksheet_activate(sheet.raw)
        try sheet.setPrint(title: document.title, asOf: document.asOf, headRows: nil, tall: row <= 60 ? 1 : 0)
    }

    private mutating func writeHead() throws(WorkbookError) {
        try line(document.title, CellStyle(size: 18, isBold: true))
        let parameters = document.parameters.map { "\($0.name) \($0.text)" }
        try line(
            ([document.kind, "as of \(document.asOf.iso)"] + parameters).joined(separator: " · "),
            CellStyle(color: CellStyle.softColor))
        if document.hasFailure {
            try line(
                "Failed. \(document.failureSentence)",
                CellStyle(isBold: true, wraps: true, color: CellStyle.badColor, ground: 0xFCECEA))
        }
        if let notice = document.syntheticNotice {
            try line(
                "Synthetic prices. \(notice)", CellStyle(wraps: true, color: CellStyle.warnColor, ground: 0xFDF4E1))
        }
    }

    private mutating func write(_ figures: FiguresBlock) throws(WorkbookError) {
        row += 1
        if !figures.title.isEmpty { try line(figures.title, CellStyle(isBold: true)) }
        for (column, head) in ["Figure", "Value", "Target", "Verdict", "Note"].enumerated() {
            let style = CellStyle(
                side: column == 1 ? .right : .left, isBold: true, ground: 0xEDF1F5, hasRuleBelow: true,
                isIndented: column > 1)
            try sheet.write(head, row: row, column: UInt16(column), style: style)
        }
        row += 1
        for item in figures.items {
            try sheet.write(item.label, row: row, column: 0, style: CellStyle(wraps: true))
            try sheet.write(
                item.value, number: item.number, format: item.format, row: row, column: 1,
                style: CellStyle(isBold: true))
            try workbook.define(item.label, row: row, column: 1, on: sheet)
            try sheet.write(item.target, row: row, column: 2, style: CellStyle(isIndented: true))
            if let verdict = item.verdict {
                try sheet.write(
                    verdict.rawValue, row: row, column: 3,
                    style: CellStyle(isBold: true, color: verdict.color, isIndented: true))
            }
            try sheet.write(
                item.note, row: row, column: 4,
                style: CellStyle(wraps: true, color: CellStyle.softColor, isIndented: true))
            let note = ColumnWidth.height(item.note, width: Self.widths[4])
            try sheet.setHeight(max(note, ColumnWidth.height(item.label, width: Self.widths[0])), row: row)
            row += 1
        }
        row += 1
    }

    private mutating func link(_ title: String, to target: Sheet?) throws(WorkbookError) {
        guard let target else { return }
        try sheet.writeLink("→ \(title.isEmpty ? target.name : title)", to: target, row: row, column: 0)
        row += 1
    }

    /// One line over the whole width, as high as its words need.
    private mutating func line(_ words: String, _ style: CellStyle) throws(WorkbookError) {
        try sheet.writeAcross(words, row: row, columns: Self.columns, style: style)
        let width = Self.widths.reduce(0, +) * 10 / style.size
        try sheet.setHeight(ColumnWidth.height(words, width: width, line: style.size * 1.35), row: row)
        row += 1
    }
}

extension FiguresBlock.Item {
    /// The number behind the figure as a spreadsheet holds it.
    var number: Double? {
        if case .money(let amount) = value { return amount.dollars }
        return format.rounded(value)
    }
}

extension Verdict {
    /// The colour of the word.
    var color: UInt32 {
        switch kind {
        case "good": CellStyle.goodColor
        case "bad": CellStyle.badColor
        default: CellStyle.warnColor
        }
    }
}
