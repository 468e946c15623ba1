/// A drawing.
struct ChartCell: Hashable, Sendable {
    /// What is drawn.
    enum Drawing: Hashable, Sendable {
        /// Columns over another one.
        case series(SeriesKind, x: Word, columns: [Named<InterpolatedText>])
        /// How often the values of a column fall between round edges.
        case histogram(column: Word, bins: Int?)
        /// A value for each pair of two columns' values.
        case heatMap(x: Word, y: Word, value: Word)
        /// Amounts that lead from one level to the next.
        case waterfall(x: Word, value: Word, totals: [Word])
    }

    /// How columns over another one are drawn. Raw values are the options that name the columns.
    enum SeriesKind: String, CaseIterable {
        case lines, areas, bars
        case stackedBars = "stacked-bars"
        case points

        /// The chart's kind.
        var kind: ChartBlock.Kind {
            switch self {
            case .lines: .line
            case .areas: .area
            case .bars: .bar
            case .stackedBars: .stackedBar
            case .points: .scatter
            }
        }
    }

    /// Series that can be told apart.
    static let seriesLimit = 6
    /// Bars of a histogram.
    static let binLimits = 1...100

    /// The dataset or cell; nil where it is missing.
    let data: Word?
    /// What is drawn; nil where that cannot be read.
    let drawing: Drawing?
    /// The caption; empty for one made from the cell's name.
    let title: InterpolatedText
    /// Said below.
    let note: InterpolatedText
    /// What it shows, in words; empty for sentences made from the data.
    let alternative: InterpolatedText
    /// The titles of the axes; empty for the x column's name, and for none.
    let xTitle, yTitle: InterpolatedText
    /// How values of the axes are shown; nil for the columns' own formats.
    let xFormat, format: ValueFormat?
    /// What becomes of no rows.
    let emptiness: Emptiness

    /// Reads a chart.
    init(_ options: inout OptionReader) {
        func text(_ name: String) -> InterpolatedText { options.text(name) ?? InterpolatedText(literal: "") }
        data = options.required("data")
        drawing = options.drawing()
        title = text("title")
        note = text("note")
        alternative = text("alternative")
        xTitle = text("x-title")
        yTitle = text("y-title")
        xFormat = options.choice("x-format", ValueFormat.self)
        format = options.choice("format", ValueFormat.self)
        emptiness = Emptiness(&options)
    }
}

extension OptionReader {
    /// Reads what is drawn, of which there has to be one thing.
    fileprivate mutating func drawing() -> ChartCell.Drawing? {
        let given =
            ChartCell.SeriesKind.allCases.filter { has($0.rawValue) }.map(\.rawValue)
            + ["histogram", "heat-map", "waterfall"].filter(has)
        let x = word("x")
        var drawing: ChartCell.Drawing?
        for kind in ChartCell.SeriesKind.allCases {
            let before = faults.count
            let columns = texts(kind.rawValue, listAllowed: true)
            guard has(kind.rawValue), faults.count == before else { continue }
            if columns.isEmpty {
                fault(kind.rawValue, "option '\(kind.rawValue)': name the columns to draw.")
            } else if columns.count > ChartCell.seriesLimit {
                fault(
                    kind.rawValue,
                    "\(owner): \(columns.count) series cannot be told apart. Draw up to \(ChartCell.seriesLimit).")
            } else if let x {
                drawing = .series(kind, x: x, columns: columns)
            } else {
                missing("option 'x' is missing.")
            }
        }
        let column = word("histogram")
        let bins = integer("bins", in: ChartCell.binLimits)
        if let column { drawing = .histogram(column: column, bins: bins) }
        drawing = heatMap() ?? waterfall() ?? drawing
        if given.count != 1 {
            missing(
                "say what to draw by one of these options: "
                    + (ChartCell.SeriesKind.allCases.map(\.rawValue) + ["histogram", "heat-map", "waterfall"])
                    .joined(separator: ", ") + ".")
            return nil
        }
        if x != nil, ChartCell.SeriesKind(rawValue: given[0]) == nil {
            fault("x", "option 'x': '\(given[0])' names its own columns. Take 'x' out.")
        }
        if bins != nil, column == nil { fault("bins", "option 'bins': only a 'histogram' has bins.") }
        return drawing
    }

    private mutating func heatMap() -> ChartCell.Drawing? {
        guard var inner = group("heat-map", form: "'{ x: column, y: column, value: column }'") else { return nil }
        let (x, y, value) = (inner.required("x"), inner.required("y"), inner.required("value"))
        add(inner.finish())
        guard let x, let y, let value else { return nil }
        return .heatMap(x: x, y: y, value: value)
    }

    private mutating func waterfall() -> ChartCell.Drawing? {
        guard var inner = group("waterfall", form: "'{ x: column, value: column, totals: [name, name] }'") else {
            return nil
        }
        let (x, value, totals) = (inner.required("x"), inner.required("value"), inner.words("totals"))
        add(inner.finish())
        guard let x, let value else { return nil }
        return .waterfall(x: x, value: value, totals: totals)
    }
}
