internal import Metrics
internal import Notebooks

/// A table at a place of a sheet: heads, values, marks and totals.
struct TableSection {
    /// The table.
    let table: TableBlock
    /// Where the first head stands.
    let place: Cell
    /// Whether it is a table to work with: with buttons to filter, and dashes for what is missing. The data of a chart
    /// have neither, because a filter hides whole rows of a sheet and a gap must be an empty cell.
    var isChartData = false
    /// Whether the words of a verdict have a ground in its colour.
    var fillsMarks = false

    /// The heads as the spreadsheet program takes them.
    var heads: [String] { WorkbookNames.heads(table.columns.map(\.title)) }

    /// Whether a sentence stands for the table.
    var isEmpty: Bool { table.rows.isEmpty || table.columns.isEmpty }

    /// The rows that it takes, with heads and totals; one for the sentence that stands for no rows.
    var height: Int { isEmpty ? 1 : 1 + table.rows.count + (table.totals == nil ? 0 : 1) }

    /// The first and last row of the values.
    var valueRows: ClosedRange<Int> { place.row + 1...place.row + max(table.rows.count, 1) }

    /// The cells of a column's values.
    func values(_ column: Int) -> CellRange { CellRange(column: place.column + column, rows: valueRows) }

    /// Writes everything; gives the width of each column.
    func write(on sheet: Sheet) throws(WorkbookError) -> [Double] {
        guard place.row + table.rows.count + 2 <= 1_048_000, place.column + table.columns.count <= 16_384 else {
            throw .tooLarge(table: table.anchor, rows: table.rows.count, columns: table.columns.count)
        }
        guard !isEmpty else {
            try sheet.write(table.emptyText, place, CellStyle(color: Palette.soft))
            return []
        }
        let heads = self.heads
        var widths = zip(table.columns, heads).map { ColumnWidth(head: $1, format: $0.format) }
        let sums = try writeValues(on: sheet, &widths)
        let formulas = sums.indices.filter { sums[$0] != nil }
        try addTable(heads, sums: Set(formulas), on: sheet)
        // The button of a filter stands below the words of its head, not on them.
        if !isChartData { try sheet.setHeight(27, row: place.row) }
        try writeTotals(sums, on: sheet, &widths)
        try writeRules(on: sheet, widths)
        return widths.map(\.width)
    }

    private func addTable(_ heads: [String], sums: Set<Int>, on sheet: Sheet) throws(WorkbookError) {
        let last = Cell(place.row + height - 1, place.column + table.columns.count - 1)
        var looks: [CellFormat] = []
        for index in heads.indices { looks.append(try sheet.workbook.format(headStyle(index))) }
        let contents = WorkbookContents.Table(
            name: sheet.workbook.names.identifier(table.anchor), range: CellRange(place, last), heads: heads,
            hasTotals: table.totals != nil)
        try sheet.addTable(contents, looks: looks, sums: sums, hasFilter: !isChartData)
    }

    /// Writes the values row by row, the order that the library is quickest in; gives the total of each column whose
    /// cells add up to it, and nil for the others.
    private func writeValues(on sheet: Sheet, _ widths: inout [ColumnWidth]) throws(WorkbookError) -> [Double?] {
        var columns: [TableColumn] = []
        for column in table.columns.indices {
            columns.append(try TableColumn(table, column, isChartData: isChartData, fillsMarks: fillsMarks, on: sheet))
        }
        for (index, row) in table.rows.enumerated() {
            var height = 0.0
            for column in columns.indices {
                let cell = Cell(place.row + 1 + index, place.column + column)
                let content = try columns[column].write(row[column], row: index, cell)
                guard let content else { continue }
                widths[column].add(content)
                if case .words(_, let needed) = content, needed > height { height = needed }
            }
            if height > 0 { try sheet.setHeight(height, row: place.row + 1 + index) }
        }
        return columns.map(\.total)
    }

    private func writeTotals(_ sums: [Double?], on sheet: Sheet, _ widths: inout [ColumnWidth])
        throws(WorkbookError)
    {
        guard let totals = table.totals, let texts = table.totalTexts else { return }
        let row = place.row + height - 1
        for column in table.columns.indices {
            let cell = Cell(row, place.column + column)
            let format = table.columns[column].format
            widths[column].add(bold: texts[column])
            var style = CellStyle(side: format.isFlushRight ? .right : .left, isBold: true, hasRuleAbove: true)
            if let sum = sums[column] {
                // By cells: a name such as P&L in brackets is a formula that not every spreadsheet can read.
                style.numberFormat = format.excelNumberFormat
                try sheet.write(
                    formula: "=SUBTOTAL(109,\(values(column).name))", result: sum, cell,
                    sheet.workbook.format(style))
            } else if let total = totals.indices.contains(column) ? totals[column] : nil {
                // A total that is not the sum of the cells stands as a number: a formula would contradict it.
                _ = try ValueCells(format, on: sheet, style).write(total, cell)
            } else {
                style.isIndented = !format.isFlushRight && column > 0
                try sheet.write(texts[column], cell, style)
            }
        }
    }

    private func writeRules(on sheet: Sheet, _ widths: [ColumnWidth]) throws(WorkbookError) {
        for column in table.columns.indices {
            let rules = table.highlights.filter { $0.column == table.columns[column].name }
            // Before the marks, each of which ends the rules for its cell.
            if rules.contains(where: \.isAgainstZero), let (low, high) = widths[column].extremes, low < 0, high > 0,
                let scale = ColorScale(from: low, to: high, .soft)
            {
                try sheet.addScale(values(column), scale)
            }
            guard let formulas = MarkFormula.all(rules, cell: values(column).first) else { continue }
            for (rule, formula) in zip(rules, formulas) {
                try sheet.mark(values(column), where: formula, MarkStyle(tone: rule.tone, isFilled: fillsMarks))
            }
        }
    }

    private func headStyle(_ column: Int) -> CellStyle {
        let isFlushRight = table.columns[column].format.isFlushRight
        return CellStyle(
            side: isFlushRight ? .right : .left, isBold: true, wraps: true, ground: Palette.head, hasRuleBelow: true,
            isIndented: !isFlushRight && column > 0)
    }
}

extension TableBlock.Highlight {
    /// Whether the rule tells gains from losses: such a column has a ground by its numbers.
    fileprivate var isAgainstZero: Bool {
        operand.number == 0 && [.below, .above, .atMost, .atLeast].contains(comparison)
    }
}
