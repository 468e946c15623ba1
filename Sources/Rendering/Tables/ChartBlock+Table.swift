internal import Dates
internal import Metrics
internal import Notebooks

extension ChartBlock {
    /// The data behind the chart as a table: x first, then one column a series.
    var dataTable: TableBlock {
        let xColumn = TableBlock.Column(name: "x", title: xTitle, format: xFormat)
        let columns = series.map { TableBlock.Column(name: $0.name, title: $0.title, format: format) }
        let rows = x.indices.map { index in [x[index]] + series.map { $0.value(at: index).map(Value.number) ?? .null } }
        return TableBlock(
            anchor: anchor, title: title, columns: [xColumn] + columns, rows: rows, emptyText: "No data.")
    }

    /// The x values as days; nil unless all are days.
    var days: [Day]? {
        let days = x.compactMap { if case .day(let day) = $0 { day } else { nil } }
        return !x.isEmpty && days.count == x.count ? days : nil
    }

    /// Whether there is anything to draw.
    var hasValues: Bool {
        series.contains { series in x.indices.contains { series.value(at: $0) != nil } }
    }

    /// Whether bars lie flat beside their names: categories do, days stand.
    var hasFlatBars: Bool { kind == .bar && days == nil }
}

extension ChartBlock.Series {
    /// The value at an x; nil where there is none that can be drawn.
    func value(at index: Int) -> Double? {
        values[index].flatMap { $0.isFinite ? $0 : nil }
    }
}
