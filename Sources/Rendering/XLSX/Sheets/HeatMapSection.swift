internal import Metrics
internal import Notebooks

/// A heat-map as a table whose cells have a ground by their numbers: a workbook has no chart of this kind.
struct HeatMapSection {
    /// The heat-map.
    let chart: ChartBlock
    /// Where the first head stands.
    let place: Cell

    /// One row a series, one column an x, as it is drawn.
    var table: TableBlock {
        let columns = x.enumerated().map { TableBlock.Column(name: "x\($0)", title: $1, format: chart.format) }
        let rows = chart.series.map { series in
            [.text(series.title)] + chart.x.indices.map { series.value(at: $0).map(Value.number) ?? .null }
        }
        return TableBlock(
            anchor: chart.anchor, title: chart.title,
            columns: [TableBlock.Column(name: "series", title: chart.yTitle, format: .text)] + columns,
            rows: chart.x.isEmpty ? [] : rows, emptyText: "No data.")
    }

    private var x: [String] { chart.x.map { chart.xFormat.text($0) } }

    /// The table's cells.
    var section: TableSection { TableSection(table: table, place: place, isChartData: true) }

    /// Writes everything; gives the width of each column.
    func write(on sheet: Sheet) throws(WorkbookError) -> [Double] {
        let section = self.section
        let widths = try section.write(on: sheet)
        let numbers = section.table.rows.flatMap { $0.dropFirst().compactMap { chart.format.rounded($0) } }
        guard let low = numbers.min(), let high = numbers.max(), let scale = ColorScale(from: low, to: high, .full),
            let last = section.table.columns.indices.last
        else { return widths }
        try sheet.addScale(CellRange(section.values(1).first, section.values(last).last), scale)
        return widths
    }
}
