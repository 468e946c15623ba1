public import Metrics

/// A table ready to be shown.
public struct TableBlock: Hashable, Sendable {
    /// A column.
    public struct Column: Hashable, Sendable {
        /// The name in the data, unique in the table.
        public let name: String
        /// The head that a reader sees.
        public let title: String
        /// How its values are shown.
        public let format: ValueFormat

        /// A column.
        public init(name: String, title: String, format: ValueFormat) {
            self.name = name
            self.title = title
            self.format = format
        }
    }

    /// A rule that marks cells.
    public struct Highlight: Hashable, Sendable {
        /// How a marked cell looks; always together with its text, never by colour alone.
        public enum Tone: String, Hashable, Sendable, CaseIterable {
            /// As a gain or a pass.
            case good
            /// As a loss or a failure.
            case bad
            /// As a thing to look at.
            case warn
        }

        /// Comparison of the cell with the operand.
        public enum Comparison: String, Hashable, Sendable, CaseIterable {
            /// Less than.
            case below = "<"
            /// Greater than.
            case above = ">"
            /// At most.
            case atMost = "<="
            /// At least.
            case atLeast = ">="
            /// Equal.
            case equal = "="
            /// Not equal.
            case unequal = "!="
        }

        /// The column whose cells are marked.
        public let column: String
        /// The comparison.
        public let comparison: Comparison
        /// What the cell is compared with. `null` stands for what is missing: equal to it are cells without a value,
        /// unequal to it those with one.
        public let operand: Value
        /// The mark.
        public let tone: Tone

        /// A rule that marks cells of a column.
        public init(column: String, comparison: Comparison, operand: Value, tone: Tone) {
            self.column = column
            self.comparison = comparison
            self.operand = operand
            self.tone = tone
        }
    }

    /// Page-wide unique anchor, from the cell's name.
    public let anchor: String
    /// The caption.
    public let title: String
    /// Said below the table; empty for none.
    public let note: String
    /// Columns, in order.
    public let columns: [Column]
    /// Rows; each has one value a column.
    public let rows: [[Value]]
    /// The last row: one value a column, nil where a column has no total; nil for no totals. A total is the sum of
    /// its column.
    public let totals: [Value?]?
    /// Marks.
    public let highlights: [Highlight]
    /// Said in place of the rows when there are none.
    public let emptyText: String
    /// Formats of columns whose rows are measured in different units, by the column's position: one a row.
    public let rowFormats: [Int: [ValueFormat]]
    /// Where and how it is shown.
    public var placement: Placement

    /// A table ready to be shown.
    public init(
        anchor: String, title: String, note: String = "", columns: [Column], rows: [[Value]],
        totals: [Value?]? = nil, highlights: [Highlight] = [], emptyText: String = "No rows.",
        rowFormats: [Int: [ValueFormat]] = [:], placement: Placement = Placement()
    ) {
        precondition(rows.allSatisfy { $0.count == columns.count }, "a row of \(anchor) has not one value a column")
        precondition(
            rowFormats.allSatisfy { columns.indices.contains($0.key) && $0.value.count == rows.count },
            "formats of \(anchor) have not one entry a row")
        self.anchor = anchor
        self.title = title
        self.note = note
        self.columns = columns
        self.rows = rows
        self.totals = totals
        self.highlights = highlights
        self.emptyText = emptyText
        self.rowFormats = rowFormats
        self.placement = placement
    }

    /// How the cell of a row and a column is shown.
    public func format(row: Int, column: Int) -> ValueFormat {
        rowFormats[column]?[row] ?? columns[column].format
    }
}
