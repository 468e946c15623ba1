internal import Metrics
internal import Notebooks

/// The cells that a chart reads: its data as a table, and for a waterfall the parts of its bars beside them.
struct ChartData {
    /// The chart.
    let chart: ChartBlock
    /// Its data.
    let table: TableSection
    /// The parts of a waterfall's bars; nil for any other chart.
    let parts: WaterfallParts?

    /// Data at a place of a sheet.
    init(_ chart: ChartBlock, place: Cell) {
        self.chart = chart
        table = TableSection(table: chart.dataTable, place: place, isChartData: true)
        parts = chart.kind == .waterfall ? WaterfallParts(chart) : nil
    }

    /// The last column of the data.
    var lastColumn: Int { table.place.column + table.table.columns.count - 1 }

    /// The first column beyond everything, with one blank column before it.
    var nextColumn: Int {
        let parts = parts?.columns.count ?? 0
        return (parts == 0 ? lastColumn : lastColumn + 1 + parts) + 2
    }

    /// The cells of a part of a waterfall's bars.
    private func column(ofPart index: Int) -> Int { lastColumn + 2 + index }

    /// Writes the cells; gives the width of each column from the first on.
    func write(on sheet: Sheet) throws(WorkbookError) -> [Double] {
        var widths = try table.write(on: sheet)
        guard let parts, !widths.isEmpty, !parts.columns.isEmpty else { return widths }
        widths.append(3)
        for (index, part) in parts.columns.enumerated() {
            let column = column(ofPart: index)
            var width = ColumnWidth(head: part.part.rawValue, format: chart.format)
            let head = CellStyle(side: .right, wraps: true, color: Palette.soft, hasRuleBelow: true)
            try sheet.write(part.part.rawValue, Cell(table.place.row, column), head)
            let cells = try ValueCells(chart.format, on: sheet, CellStyle(color: Palette.soft), keepsNumbers: true)
            for (row, value) in part.values.enumerated() {
                guard let value else { continue }
                width.add(try cells.write(.number(value), Cell(table.valueRows.lowerBound + row, column)))
            }
            widths.append(width.width)
        }
        return widths
    }

    /// What the chart draws, from its cells.
    var series: [WorkbookContents.Chart.Series] {
        let categories = table.values(0)
        guard let parts else {
            return chart.series.indices.map { index in
                let head = Cell(table.place.row, table.place.column + index + 1)
                return WorkbookContents.Chart.Series(
                    categories: categories, values: table.values(index + 1),
                    name: chart.series[index].title.isEmpty ? nil : head)
            }
        }
        return parts.columns.indices.map { index in
            let column = column(ofPart: index)
            return WorkbookContents.Chart.Series(
                categories: categories, values: CellRange(column: column, rows: table.valueRows),
                name: Cell(table.place.row, column))
        }
    }
}
