internal import Metrics
internal import Notebooks

extension SummarySheet {
    /// A group of figures, each value with a name of its own that formulas can use.
    mutating func write(_ figures: FiguresBlock) throws(WorkbookError) {
        row += 1
        if !figures.title.isEmpty { try line(figures.title, CellStyle(size: 11, isBold: true)) }
        let hasTarget = figures.items.contains { !$0.target.isEmpty || $0.verdict != nil }
        let hasTrend = figures.items.contains { !$0.trend.isEmpty }
        var names = ["Figure", "Value"]
        if hasTarget || hasTrend { names += [hasTarget ? "Target" : "", hasTarget ? "Verdict" : ""] }
        names += hasTrend ? ["Trend", "Note"] : ["Note"]
        try heads(names, flushRight: [1], last: Self.columns.upperBound)
        for item in figures.items { try write(item, note: names.count - 1...Self.columns.upperBound) }
    }

    private mutating func write(_ item: FiguresBlock.Item, note: ClosedRange<Int>) throws(WorkbookError) {
        try sheet.write(item.label, Cell(row, 0), CellStyle(wraps: true))
        let value = Cell(row, 1)
        var style = CellStyle(isBold: true)
        if let tone = item.verdict?.tone, tone != .warn { style.color = tone.color }
        let cells = try ValueCells(item.format, on: sheet, style, isFlushRight: true)
        _ = try cells.write(item.value, value)
        try workbook.define(item.label, value, on: sheet)
        if note.lowerBound > 2 { try sheet.write(item.target, Cell(row, 2), CellStyle(wraps: true, isIndented: true)) }
        try write(item.verdict, Cell(row, 3))
        let trend = Trend.text(item.trend)
        if !trend.isEmpty { try sheet.write(trend, Cell(row, 4), CellStyle(color: Palette.link, isIndented: true)) }
        let soft = CellStyle(side: .left, wraps: true, color: Palette.soft, isIndented: true)
        try sheet.write(item.note, across: note, row: row, soft)
        try setHeight([(item.label, 0...0), (item.target, 2...2), (item.note, note)])
        row += 1
    }

    /// A verdict in its word and colour.
    func write(_ verdict: Verdict?, _ cell: Cell) throws(WorkbookError) {
        guard let verdict else { return }
        var style = CellStyle(side: .center)
        MarkStyle(tone: verdict.tone, isFilled: true).apply(to: &style)
        try sheet.write(verdict.rawValue, cell, style)
    }

    /// Checks, the gravest first, each with a link to what it rests on.
    mutating func write(_ checks: ChecksBlock) throws(WorkbookError) {
        row += 1
        if !checks.title.isEmpty { try line(checks.title, CellStyle(size: 11, isBold: true)) }
        guard !checks.rows.isEmpty else {
            return try line(checks.counts, CellStyle(color: Palette.soft))
        }
        try heads(["Check", "Value", "Limit", "Verdict", "Evidence"], flushRight: [1], last: Self.columns.upperBound)
        for check in checks.rows {
            try sheet.write(check.title, Cell(row, 0), CellStyle(wraps: true))
            let cells = try ValueCells(check.format, on: sheet, CellStyle(isBold: true), isFlushRight: true)
            _ = try cells.write(check.value, Cell(row, 1))
            try sheet.write(check.limit, Cell(row, 2), CellStyle(wraps: true, isIndented: true))
            try write(check.verdict, Cell(row, 3))
            let soft = CellStyle(side: .left, wraps: true, color: Palette.soft, isIndented: true)
            try write(linked: check.evidenceWords, check.link, across: 4...5, soft)
            try setHeight([(check.title, 0...0), (check.limit, 2...2), (check.evidenceWords, 4...5)])
            row += 1
        }
    }
}
