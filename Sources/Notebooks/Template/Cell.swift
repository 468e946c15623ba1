internal import Metrics

/// A fenced cell.
struct Cell: Hashable, Sendable {
    /// A kind of cell. Raw values are the words after the fence.
    enum Kind: String, CaseIterable {
        /// A query of the history and of everything computed before it.
        case sql
        /// A dataset or an earlier cell's result shown.
        case table
        /// A drawing of a dataset or of an earlier cell's result.
        case chart
        /// Big numbers.
        case figures
    }

    /// What a cell does.
    enum Content: Hashable, Sendable {
        case sql(SQLCell)
        case table(TableCell)
        case chart(ChartCell)
        case figures(FiguresCell)
    }

    /// The name by which later cells see its result, in snake case, unique in the template.
    let name: String
    /// What it does.
    let content: Content
}

/// How rows are shown as a table.
struct TableOptions: Hashable, Sendable {
    /// The caption; empty for one made from the cell's name.
    var title = InterpolatedText(literal: "")
    /// Said below.
    var note = InterpolatedText(literal: "")
    /// Said where there are no rows.
    var emptyText = InterpolatedText(literal: "No rows.")
    /// Formats by column.
    var formats: [Named<ValueFormat>] = []
    /// Heads by column.
    var titles: [Named<InterpolatedText>] = []
    /// Columns that are summed.
    var totals: [String] = []
    /// Marks.
    var highlights: [TableBlock.Highlight] = []
}

/// A thing said of a column, by the column's name.
struct Named<Content: Hashable & Sendable>: Hashable, Sendable {
    let name: String
    let content: Content
}

/// A query.
struct SQLCell: Hashable, Sendable {
    /// The statement, with its option lines as the comments they are.
    var statement = ""
    /// The template's line of the statement's first line.
    var firstLine = 1
    /// Whether the result is shown as a table; else it is only there for later cells.
    var isShown = true
    /// How it is shown.
    var table = TableOptions()
}

/// A dataset shown.
struct TableCell: Hashable, Sendable {
    /// The dataset or cell.
    var data = ""
    /// The columns shown, in order; empty for all.
    var columns: [String] = []
    /// The rows shown: those that have one of these values in each of these columns.
    var conditions: [Named<[InterpolatedText]>] = []
    /// How it is shown.
    var table = TableOptions()
}

/// A drawing.
struct ChartCell: Hashable, Sendable {
    /// The caption; empty for one made from the cell's name.
    var title = InterpolatedText(literal: "")
    /// Said below.
    var note = InterpolatedText(literal: "")
    /// What it shows, in words; empty for a sentence made from the data.
    var alternative = InterpolatedText(literal: "")
    /// The dataset or cell.
    var data = ""
    /// The column of the x axis.
    var x = ""
    /// The head of the x column; nil for the column's name.
    var xTitle: InterpolatedText?
    /// How the series are drawn.
    var kind = ChartBlock.Kind.line
    /// The columns drawn, with the title that a reader sees.
    var series: [Named<InterpolatedText>] = []
    /// How y values are shown; nil for the first series' own format.
    var format: ValueFormat?
}

/// Big numbers.
struct FiguresCell: Hashable, Sendable {
    /// One of them.
    struct Item: Hashable, Sendable {
        /// The template's line.
        var line: Int
        var label = InterpolatedText(literal: "")
        var value: Reference
        /// How the value is shown; nil for its own format.
        var format: ValueFormat?
        var target = InterpolatedText(literal: "")
        var note = InterpolatedText(literal: "")
        var verdict: VerdictSource?
    }

    /// Where a verdict comes from.
    enum VerdictSource: Hashable, Sendable {
        case said(Verdict)
        case computed(Reference)
    }

    /// Heading of the group; empty for none.
    var title = InterpolatedText(literal: "")
    /// The numbers, in order.
    var items: [Item] = []
}
