internal import Metrics

extension PieceMaker {
    /// How often the values of a column fall between round edges.
    mutating func histogram(of named: Word, bins: Int?, _ cell: ChartCell, _ data: Relation) -> Drawing? {
        guard let index = column(named, "histogram", of: data) else { return nil }
        let column = data.columns[index]
        let format = cell.xFormat ?? column.format
        let all = numbers(named, at: index, of: data)
        guard all.count == data.rows.count else { return nil }
        let values = all.compactMap { $0 }
        let found = HistogramBins(values, wanted: bins ?? HistogramBins.usual(values.count), format: format)
        var drawing = Drawing(
            kind: .histogram, xColumn: TableBlock.Column(name: column.name, title: column.title, format: .text),
            x: found.edges.map { .text("\(format.text(.number($0.low))) to \(format.text(.number($0.high)))") },
            series: [ChartBlock.Series(name: "count", title: "Count", values: found.counts.map { Double($0) })],
            format: cell.format ?? .integer)
        let left = all.count - values.count
        if left > 0 { drawing.remark = ChartWords.leftOut(left, without: column.title) }
        drawing.words = ChartWords.histogram(drawing, of: values, format)
        return drawing
    }
}
