internal import Metrics
internal import Notebooks

/// One column of a table while its cells are written.
struct TableColumn {
    private let sheet: Sheet
    private let table: TableBlock
    private let column: Int
    private let isChartData: Bool
    private let marks: [TableBlock.Highlight.Tone: ValueCells]
    private let cells: ValueCells
    private var others: [ValueFormat: ValueCells] = [:]
    private var sum = 0.0
    private let isUniform: Bool

    /// A column before its first cell.
    init(_ table: TableBlock, _ column: Int, isChartData: Bool, fillsMarks: Bool, on sheet: Sheet)
        throws(WorkbookError)
    {
        self.sheet = sheet
        self.table = table
        self.column = column
        self.isChartData = isChartData
        func cells(_ style: CellStyle) throws(WorkbookError) -> ValueCells {
            try ValueCells(
                table.columns[column].format, on: sheet, style, isIndented: column > 0,
                isSummed: table.isSummed(column), keepsNumbers: isChartData)
        }
        self.cells = try cells(CellStyle())
        let rules = table.highlights.filter { $0.column == table.columns[column].name }
        var marks: [TableBlock.Highlight.Tone: ValueCells] = [:]
        if MarkFormula.all(rules, cell: Cell(0, 0)) == nil {
            for tone in TableBlock.Highlight.Tone.allCases {
                var style = CellStyle()
                MarkStyle(tone: tone, isFilled: fillsMarks).apply(to: &style)
                marks[tone] = try cells(style)
            }
        }
        self.marks = marks
        isUniform = marks.isEmpty && table.rowFormats[column] == nil
    }

    /// Writes a value; nil where it is left out, because a chart must see a gap.
    mutating func write(_ value: Value, row: Int, _ cell: Cell) throws(WorkbookError) -> ValueCells.Content? {
        if isChartData, column > 0, value.isMissing { return nil }
        let content = isUniform ? try cells.write(value, cell) : try writeApart(value, row: row, cell)
        if case .number(let number, _) = content { sum += number }
        return content
    }

    /// Writes a value whose look or format may be another than that of the column.
    private mutating func writeApart(_ value: Value, row: Int, _ cell: Cell) throws(WorkbookError) -> ValueCells.Content
    {
        if let tone = table.tone(value, column: column), let cells = marks[tone] { return try cells.write(value, cell) }
        let format = table.format(row: row, column: column)
        if format == cells.format { return try cells.write(value, cell) }
        if others[format] == nil {
            others[format] = try ValueCells(
                format, on: sheet, isIndented: column > 0, isSummed: cells.isSummed, keepsNumbers: isChartData)
        }
        let content = try (others[format] ?? cells).write(value, cell)
        guard case .number(let number, _) = content else { return content }
        return .number(number, width: LetterWidth.of(format.text(value), isBold: true))
    }

    /// The total of the column where the cells add up to it as it is shown; nil otherwise. What a spreadsheet makes of the
    /// cells, where that differs in more than the last bits.
    var total: Double? {
        let format = table.columns[column].format
        guard table.isSummed(column), format.decimalPlaces != nil, let value = table.totals?[column],
            let total = CellNumber.of(value, format, isSummed: true), total.magnitude < CellNumber.limit,
            format.text(.number(sum)) == format.text(value)
        else { return nil }
        return (sum - total).magnitude <= 1e-9 * max(total.magnitude, 1) ? total : sum
    }
}
