internal import Metrics

/// Charts of whole rows: heat-maps and waterfalls.
extension PieceMaker {
    /// Rows of a heat-map, and bars of a waterfall.
    static let rowLimit = 60

    /// A value for each pair of two columns' values.
    mutating func heatMap(x: Word, y: Word, value: Word, _ cell: ChartCell, _ data: Relation) -> Drawing? {
        let xIndex = column(x, "heat-map", of: data)
        let yIndex = column(y, "heat-map", of: data)
        let valueIndex = column(value, "heat-map", of: data)
        guard let xIndex, let yIndex, let valueIndex else { return nil }
        let numbers = self.numbers(value, at: valueIndex, of: data)
        guard numbers.count == data.rows.count else { return nil }
        let xs = PieceMaker.axis(data.rows.map { $0[xIndex] })
        let ys = PieceMaker.axis(data.rows.map { $0[yIndex] })
        check(xs.count, "columns of a heat-map", upTo: PieceMaker.rowLimit, at: x.place)
        check(ys.count, "rows of a heat-map", upTo: PieceMaker.rowLimit, at: y.place)
        guard faults.isEmpty else { return nil }
        let xPlaces = Dictionary(uniqueKeysWithValues: xs.enumerated().map { ($1, $0) })
        let yPlaces = Dictionary(uniqueKeysWithValues: ys.enumerated().map { ($1, $0) })
        var grid = [[Double?]](repeating: [Double?](repeating: nil, count: xs.count), count: ys.count)
        let xColumn = PieceMaker.labels(data.columns[xIndex])
        let yColumn = PieceMaker.labels(data.columns[yIndex])
        var seen: Set<[Value]> = []
        for (row, number) in zip(data.rows, numbers) {
            guard let column = xPlaces[row[xIndex]], let line = yPlaces[row[yIndex]] else { continue }
            if !seen.insert([row[xIndex], row[yIndex]]).inserted {
                let pair = "\(yColumn.format.text(row[yIndex])), \(xColumn.format.text(row[xIndex]))"
                fault("there are two values for '\(pair)'. Sum them up first.", at: value.place)
                return nil
            }
            grid[line][column] = number
        }
        let names = ys.map(yColumn.format.text)
        var drawing = Drawing(
            kind: .heatMap, xColumn: xColumn, x: xs,
            series: zip(names, grid).map { ChartBlock.Series(name: $0, title: $0, values: $1) },
            format: cell.format ?? data.columns[valueIndex].format)
        drawing.words = ChartWords.heatMap(
            drawing, data.columns[valueIndex].title, by: yColumn.title,
            shown: xs.map((cell.xFormat ?? xColumn.format).text))
        return drawing
    }

    /// A column whose values name rows or columns: whole numbers are years, months or hours, and have no thousands.
    private static func labels(_ column: TableBlock.Column) -> TableBlock.Column {
        guard column.format == .integer else { return column }
        return TableBlock.Column(name: column.name, title: column.title, format: .text)
    }

    /// The values of an axis, each once: numbers and dates ascending, words in the order of their first appearance.
    private static func axis(_ values: [Value]) -> [Value] {
        var seen: Set<Value> = []
        let found = values.filter { seen.insert($0).inserted }
        let hasWords = found.contains { if case .text = $0 { true } else { $0.isMissing } }
        return hasWords ? found : found.sorted { $0.precedes($1) }
    }

    /// Amounts that lead from one level to the next.
    mutating func waterfall(x: Word, value: Word, totals: [Word], _ cell: ChartCell, _ data: Relation) -> Drawing? {
        let xIndex = column(x, "waterfall", of: data)
        let valueIndex = column(value, "waterfall", of: data)
        guard let xIndex, let valueIndex else { return nil }
        let numbers = self.numbers(value, at: valueIndex, of: data)
        guard numbers.count == data.rows.count else { return nil }
        check(numbers.count, "bars of a waterfall", upTo: PieceMaker.rowLimit, at: x.place)
        let names = data.rows.map { ValueFormat.text.text($0[xIndex]) }
        var levels: Set<Int> = []
        for total in totals where names.isEmpty == false {
            let found = names.indices.filter { names[$0] == total.text }
            if found.isEmpty {
                fault(
                    "option 'waterfall': no '\(x.text)' is '\(total.text)'. "
                        + Suggestion.text(for: total.text, among: names), at: total.place)
            }
            levels.formUnion(found)
        }
        var drawing = Drawing(
            kind: .waterfall, xColumn: data.columns[xIndex], x: data.rows.map { $0[xIndex] },
            series: [
                ChartBlock.Series(name: value.text, title: data.columns[valueIndex].title, values: numbers)
            ], format: cell.format ?? data.columns[valueIndex].format, totals: levels)
        drawing.words = ChartWords.waterfall(drawing, data.columns[valueIndex].title)
        return drawing
    }
}
