internal import Metrics

/// What a chart shows, in words, for whoever cannot see it.
enum ChartWords {
    /// Columns over another one.
    static func series(_ drawing: PieceMaker.Drawing) -> String {
        let drawn = "\(noun(drawing.kind)) of \(drawing.series.map(\.title).joined(separator: ", "))"
        guard let first = drawing.x.first, let last = drawing.x.last else { return "\(drawn): no data." }
        func text(_ value: Value) -> String { drawing.xColumn.format.text(value) }
        if drawing.kind == .scatter {
            let numbers = drawing.x.compactMap(\.number)
            let range = "\(text(.number(numbers.min() ?? 0))) to \(text(.number(numbers.max() ?? 0)))"
            let sentences = drawing.series.map { spread($0, drawing.format) }
            return (["\(drawn) against \(drawing.xColumn.title), from \(range)."] + sentences).joined(separator: " ")
        }
        let sentences = drawing.series.map { course($0, drawing.format) }
        return (["\(drawn) by \(drawing.xColumn.title), from \(text(first)) to \(text(last))."] + sentences)
            .joined(separator: " ")
    }

    /// How often values fall between edges.
    static func histogram(_ drawing: PieceMaker.Drawing, of values: [Double], _ format: ValueFormat) -> String {
        guard let low = values.min(), let high = values.max(), let counts = drawing.series.first?.values,
            let most = counts.indices.max(by: { (counts[$0] ?? 0, $1) < (counts[$1] ?? 0, $0) })
        else { return "Histogram of \(drawing.xColumn.title): no data." }
        func text(_ number: Double) -> String { format.text(.number(number)) }
        let bin = ValueFormat.text.text(drawing.x[most])
        return "Histogram of \(drawing.xColumn.title): \(count(values.count, "value")) between \(text(low)) and "
            + "\(text(high)), most of them (\(Int(counts[most] ?? 0))) from \(bin)."
    }

    /// A value for each pair.
    static func heatMap(_ drawing: PieceMaker.Drawing, _ value: String, by y: String, shown: [String]) -> String {
        let named = drawing.series.flatMap { series in
            zip(shown, series.values).compactMap { x, value in value.map { (place: "\(series.title), \(x)", $0) } }
        }
        let drawn = "Heat-map of \(value) by \(y) and \(drawing.xColumn.title)"
        guard let low = named.min(by: { $0.1 < $1.1 }), let high = named.max(by: { $0.1 < $1.1 }) else {
            return "\(drawn): no data."
        }
        func text(_ number: Double) -> String { drawing.format.text(.number(number)) }
        return "\(drawn): \(count(named.count, "value")) between \(text(low.1)) (\(low.place)) and \(text(high.1)) "
            + "(\(high.place))."
    }

    /// Amounts that lead from one level to the next.
    static func waterfall(_ drawing: PieceMaker.Drawing, _ value: String) -> String {
        let drawn = "Waterfall of \(value) by \(drawing.xColumn.title)"
        guard let values = drawing.series.first?.values, !values.isEmpty else { return "\(drawn): no data." }
        let parts = zip(drawing.x, values).map { x, value in
            "\(drawing.xColumn.format.text(x)) \(drawing.format.text(value.map { .number($0) } ?? .null))"
        }
        return "\(drawn): \(parts.joined(separator: ", "))."
    }

    /// What is said of rows that have no place in a chart.
    static func leftOut(_ rows: Int, without column: String) -> String {
        "\(count(rows, "row")) without \(column) \(rows == 1 ? "is" : "are") left out."
    }

    private static func noun(_ kind: ChartBlock.Kind) -> String {
        let words = kind == .scatter ? "scatter" : kind.rawValue
        return words.prefix(1).uppercased() + words.dropFirst() + " chart"
    }

    private static func count(_ number: Int, _ thing: String) -> String {
        "\(number) \(thing)\(number == 1 ? "" : "s")"
    }

    private static func course(_ series: ChartBlock.Series, _ format: ValueFormat) -> String {
        let values = series.values.compactMap { $0 }
        guard let start = values.first, let end = values.last, let low = values.min(), let high = values.max() else {
            return "\(series.title) has no data."
        }
        func text(_ number: Double) -> String { format.text(.number(number)) }
        return values.count == 1
            ? "\(series.title) is \(text(start))."
            : "\(series.title) begins at \(text(start)) and ends at \(text(end)), between \(text(low)) and \(text(high))."
    }

    private static func spread(_ series: ChartBlock.Series, _ format: ValueFormat) -> String {
        let values = series.values.compactMap { $0 }
        guard let low = values.min(), let high = values.max() else { return "\(series.title) has no data." }
        func text(_ number: Double) -> String { format.text(.number(number)) }
        return "\(series.title) has \(count(values.count, "point")) between \(text(low)) and \(text(high))."
    }
}
