internal import Notebooks

/// One sheet: its title, a way back, and its tables and charts below each other.
///
/// Tables and charts stand at the left, the data of charts to the right of everything. So what is read and printed comes
/// first, however many days a chart has.
struct SheetPage {
    private let plan: SheetPlan
    private let sheet: Sheet
    private let document: Document
    private var widths: [Int: Double] = [:]
    private var row = 0
    private var lastColumn = 0
    private var charts: [(chart: ChartBlock, row: Int)] = []
    private var notes: [(words: String, row: Int)] = []
    private var firstRows: [Int] = [0]

    /// Where each block begins, by its anchor.
    private(set) var anchors: [String: LinkTarget] = [:]

    /// A page to be written on a sheet.
    init(_ plan: SheetPlan, on sheet: Sheet, document: Document) {
        self.plan = plan
        self.sheet = sheet
        self.document = document
    }

    /// Writes everything.
    mutating func write(summary: Sheet) throws(WorkbookError) {
        let title = plan.isShared ? plan.title : plan.blocks.first?.sheetHead?.title ?? ""
        try sheet.write(title, Cell(0, 0), CellStyle(size: 14, isBold: true))
        try sheet.setHeight(20, row: 0)
        try sheet.write(link: "← \(summary.name)", to: LinkTarget(summary), across: 0...0, row: 1, CellStyle())
        try sheet.setHeight(18, row: 1)
        row = plan.isShared ? 3 : 2
        for block in plan.blocks { try write(block) }
        let dataColumn = placeOfData()
        let lastDataColumn = try writeCharts(dataColumn: dataColumn)
        try writeNotes()
        for (column, width) in widths { try sheet.setWidth(width, columns: column...column) }
        sheet.hideGrid()
        try setPage(lastDataColumn: lastDataColumn)
    }

    /// Writes title, note and cells of a block, and leaves its place for a chart.
    private mutating func write(_ block: Block) throws(WorkbookError) {
        guard let head = block.sheetHead else { return }
        if row > 3 { firstRows.append(row) }
        anchors[head.anchor] = LinkTarget(sheet, Cell(plan.isShared ? row : 0, 0))
        if plan.isShared {
            try sheet.write(head.title, Cell(row, 0), CellStyle(size: 12, isBold: true))
            try sheet.setHeight(18, row: row)
            row += 1
        }
        if !head.note.isEmpty {
            notes.append((head.note, row))
            row += 1
        }
        switch block {
        case .table(let table): try write(TableSection(table: table, place: Cell(row, 0)))
        case .checks(let checks):
            try write(TableSection(table: checks.sheetTable, place: Cell(row, 0), fillsMarks: true))
        case .chart(let chart) where chart.kind == .heatMap:
            let map = HeatMapSection(chart: chart, place: Cell(row, 0))
            add(try map.write(on: sheet), columns: map.table.columns.count, rows: map.section.height)
        case .chart(let chart) where chart.x.isEmpty:
            try write(TableSection(table: chart.dataTable, place: Cell(row, 0)))
        case .chart(let chart):
            charts.append((chart, row))
            row += NativeChart.rows + 2
        case .heading, .prose, .figures, .failure: break
        }
    }

    private mutating func write(_ section: TableSection) throws(WorkbookError) {
        add(try section.write(on: sheet), columns: section.table.columns.count, rows: section.height)
        guard !plan.isShared, !section.isEmpty else { return }
        sheet.freeze(rows: section.place.row + 1, columns: section.table.columns.count > 6 ? 1 : 0)
    }

    private mutating func add(_ widths: [Double], columns: Int, rows: Int) {
        widen(widths, from: 0)
        lastColumn = max(lastColumn, columns - 1)
        row += rows + 1
    }

    private mutating func widen(_ more: [Double], from first: Int) {
        for (index, width) in more.enumerated() { widths[first + index] = max(widths[first + index] ?? 0, width) }
    }

    private func width(_ column: Int) -> Double { widths[column] ?? ColumnWidth.usual }

    /// The first column of the charts' data: beyond the tables and the columns that a chart covers.
    private mutating func placeOfData() -> Int {
        guard !charts.isEmpty else { return lastColumn + 2 }
        var (column, pixels) = (0, ColumnWidth.pixels(width(0)))
        while pixels < NativeChart.width {
            column += 1
            pixels += ColumnWidth.pixels(width(column))
        }
        lastColumn = max(lastColumn, column)
        return lastColumn + 2
    }

    /// Writes the data of the charts side by side, and draws the charts; gives the last column of the first one's data.
    private mutating func writeCharts(dataColumn: Int) throws(WorkbookError) -> Int {
        var column = dataColumn
        for (chart, row) in charts {
            let data = ChartData(chart, place: Cell(row, column))
            widen(try data.write(on: sheet), from: column)
            column = data.nextColumn
            if let native = chart.native(data, place: Cell(row + 1, 0)) {
                try sheet.add(native)
            } else {
                try sheet.write("No values to draw.", Cell(row + 1, 0), CellStyle(color: Palette.soft))
            }
        }
        return dataColumn + (charts.first?.chart.series.count ?? 0)
    }

    /// Notes over the whole width of what is at the left, and over enough columns to be read.
    private func writeNotes() throws(WorkbookError) {
        var (last, width) = (0, self.width(0))
        while last < lastColumn || width < 80 {
            last += 1
            width += self.width(last)
        }
        for note in notes {
            try sheet.write(note.words, across: 0...last, row: note.row, CellStyle(wraps: true, color: Palette.soft))
            try sheet.setHeight(ColumnWidth.height(note.words, width: width), row: note.row)
        }
    }

    /// One long table is printed as wide as a page, with its heads on each; the data of a chart only where they are as
    /// short as the chart is high.
    private func setPage(lastDataColumn: Int) throws(WorkbookError) {
        var page = WorkbookContents.Page(titled: document)
        let end = max(row - 1, 1)
        let heights = sheet.heights(firstRows, end: end)
        if charts.isEmpty, !plan.isShared, heights.reduce(0, +) > 700 {
            let head = notes.isEmpty ? 2 : 3
            page.headRows = head...head
            return try sheet.setPage(page)
        }
        let isBeside = charts.count == 1 && charts.allSatisfy { $0.chart.x.count <= NativeChart.rows }
        let last = isBeside ? lastDataColumn : lastColumn
        if !charts.isEmpty { page.area = CellRange(Cell(0, 0), Cell(end - 1, last)) }
        let width = (0...last).reduce(0) { $0 + ColumnWidth.pixels(self.width($1)) }
        let fit = PaperFit(width: Double(width) * 0.75, parts: Array(zip(firstRows, heights)))
        (page.isLandscape, page.isOnePage, page.breaks) = (fit.isLandscape, fit.isOnePage, fit.breaks)
        try sheet.setPage(page)
    }
}
