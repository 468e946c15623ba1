internal import Metrics

/// Makes charts of relations as a cell's options ask.
struct ChartMaker {
    /// What the options' texts can name.
    let names: Names

    /// The chart of a cell.
    func chart(_ cell: ChartCell, named name: String) throws(CellFault) -> ChartBlock {
        let relation = try names.relation(cell.data)
        let x = try column(cell.x, "x", of: relation)
        var series: [ChartBlock.Series] = []
        var format = cell.format
        for named in cell.series {
            let index = try column(named.name, cell.kind == .line ? "lines" : "bars", of: relation)
            for (row, values) in relation.rows.enumerated() {
                switch values[index] {
                case .number, .integer, .money, .undefined, .null: continue
                default:
                    throw CellFault(
                        message: "column '\(named.name)' has no number in row \(row + 1) but "
                            + "'\(ValueFormat.text.text(values[index]))'.")
                }
            }
            let title = try names.plain(named.content)
            series.append(
                ChartBlock.Series(
                    name: named.name, title: title.isEmpty ? relation.columns[index].title : title,
                    values: relation.rows.map { $0[index].number }))
            format = format ?? relation.columns[index].format
        }
        let title = try names.plain(cell.title)
        let said = try names.plain(cell.alternative)
        let xTitle = try cell.xTitle.map { text throws(CellFault) in try names.plain(text) }
        let values = relation.rows.map { $0[x] }
        let shown = format ?? .ratio
        return ChartBlock(
            anchor: Anchors.of(cell: name), title: title.isEmpty ? ColumnNames.title(name) : title,
            alternative: said.isEmpty ? alternative(cell.kind, series, over: values, relation.columns[x], shown) : said,
            note: try names.plain(cell.note), kind: cell.kind, xTitle: xTitle ?? relation.columns[x].title, x: values,
            series: series, format: shown)
    }

    /// What the chart shows, in words, for whoever cannot see it.
    private func alternative(
        _ kind: ChartBlock.Kind, _ series: [ChartBlock.Series], over x: [Value], _ column: TableBlock.Column,
        _ format: ValueFormat
    ) -> String {
        let drawn = "\(kind == .line ? "Line" : "Bar") chart of \(series.map(\.title).joined(separator: ", "))"
        guard let first = x.first, let last = x.last else { return "\(drawn): no data." }
        let sentences = series.map { series -> String in
            let values = series.values.compactMap { $0 }
            guard let start = values.first, let end = values.last, let low = values.min(), let high = values.max()
            else {
                return "\(series.title) has no data."
            }
            func text(_ number: Double) -> String { format.text(.number(number)) }
            return values.count == 1
                ? "\(series.title) is \(text(start))."
                : "\(series.title) begins at \(text(start)) and ends at \(text(end)), between \(text(low)) and \(text(high))."
        }
        let range = "from \(column.format.text(first)) to \(column.format.text(last))"
        return (["\(drawn) by \(column.title), \(range)."] + sentences).joined(separator: " ")
    }

    private func column(_ name: String, _ option: String, of relation: Relation) throws(CellFault) -> Int {
        if let index = relation.index(of: name) { return index }
        throw CellFault(
            message: "option '\(option)': '\(relation.name)' has no column '\(name)'. "
                + Suggestion.text(for: name, among: relation.columns.map(\.name)))
    }
}
