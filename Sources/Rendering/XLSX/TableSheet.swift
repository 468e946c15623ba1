internal import CXlsxWriter
internal import Dates
internal import Notebooks
internal import Metrics

/// One table on a sheet of its own.
struct TableSheet {
    /// The row of the heads: below title, note and the way back.
    static let headRow: UInt32 = 3
    private let workbook: Workbook
    private let sheet: Sheet
    private let table: TableBlock

    /// A table to be written on a sheet.
    init(_ table: TableBlock, on sheet: Sheet, of workbook: Workbook) {
        self.table = table
        self.sheet = sheet
        self.workbook = workbook
    }

    /// The first and last row of the values.
    var valueRows: ClosedRange<UInt32> {
        Self.headRow + 1...Self.headRow + UInt32(max(table.rows.count, 1))
    }

    /// Writes everything; blanks instead of dashes where a chart reads the cells.
    func write(note: String, leavingGaps: Bool, summary: Sheet, document: Document) throws(WorkbookError) {
        guard table.rows.count <= 1_048_000, table.columns.count <= 16_384 else {
            throw .tooLarge(table: table.anchor, rows: table.rows.count, columns: table.columns.count)
        }
        try sheet.write(table.title, row: 0, column: 0, style: CellStyle(size: 14, isBold: true))
        try sheet.write(note, row: 1, column: 0, style: CellStyle(color: CellStyle.softColor))
        try sheet.writeLink("← \(summary.name)", to: summary, row: 2, column: 0)
        let heads = WorkbookNames.heads(table.columns.map(\.title))
        if table.rows.isEmpty {
            try writeEmpty(heads)
        } else {
            try writeTable(heads)
            try writeValues(leavingGaps: leavingGaps)
            try writeMarks()
        }
        for (column, width) in ColumnWidth.widths(table, heads: heads).enumerated() {
            try sheet.setWidth(width, column: UInt16(column))
        }
        worksheet_freeze_panes(sheet.raw, Self.headRow + 1, table.columns.count > 6 ? 1 : 0)
        worksheet_gridlines(sheet.raw, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
        try sheet.setPrint(
            title: document.title, asOf: document.asOf, headRows: Self.headRow...Self.headRow, tall: 0)
    }

    private func writeEmpty(_ heads: [String]) throws(WorkbookError) {
        for (column, head) in heads.enumerated() {
            try sheet.write(head, row: Self.headRow, column: UInt16(column), style: headStyle(column))
        }
        let style = CellStyle(color: CellStyle.softColor)
        try sheet.write(table.emptyText, row: Self.headRow + 1, column: 0, style: style)
    }

    /// The Excel table: heads, filter, banding and the row of totals.
    private func writeTable(_ heads: [String]) throws(WorkbookError) {
        let texts = CTexts()
        var columns: [lxw_table_column] = []
        for (index, head) in heads.enumerated() {
            var column = lxw_table_column()
            column.header = texts.make(head)
            column.header_format = try workbook.format(headStyle(index))
            if index == 0, table.totals != nil, !table.isSummed(0) {
                column.total_string = texts.make("Total")
                column.format = try workbook.format(totalStyle(index))
            }
            columns.append(column)
        }
        let name = texts.make(workbook.names.identifier(table.anchor))
        let last = Self.headRow + UInt32(table.rows.count) + (table.totals == nil ? 0 : 1)
        let answer = columns.withUnsafeMutableBufferPointer { buffer -> lxw_error in
            guard let first = buffer.baseAddress else { return LXW_ERROR_PARAMETER_VALIDATION }
            var pointers: [UnsafeMutablePointer<lxw_table_column>?] = buffer.indices.map { first + $0 }
            pointers.append(nil)
            return pointers.withUnsafeMutableBufferPointer { list in
                var options = lxw_table_options()
                options.name = name
                options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
                options.style_type_number = 1
                options.total_row = table.totals == nil ? 0 : 1
                options.columns = list.baseAddress
                return worksheet_add_table(
                    sheet.raw, Self.headRow, 0, last, UInt16(table.columns.count - 1), &options)
            }
        }
        try workbook.check(answer, "table '\(table.anchor)'")
    }

    private func writeValues(leavingGaps: Bool) throws(WorkbookError) {
        for (index, row) in table.rows.enumerated() {
            let place = Self.headRow + 1 + UInt32(index)
            var height = 0.0
            for (column, value) in row.enumerated() {
                if leavingGaps, column > 0, value.isMissing { continue }
                var style = CellStyle()
                let format = table.columns[column].format
                if format == .text, case .text(let words) = value, ColumnWidth.breaks(words) {
                    style.wraps = true
                    height = max(height, ColumnWidth.height(words, width: ColumnWidth.widest))
                }
                try sheet.write(
                    value, number: table.number(value, column: column), format: format, row: place,
                    column: UInt16(column), style: style)
            }
            if height > 0 { try sheet.setHeight(height, row: place) }
        }
        guard let totals = table.totals, let texts = table.totalTexts else { return }
        let place = Self.headRow + 1 + UInt32(table.rows.count)
        for column in table.columns.indices {
            let style = totalStyle(column)
            if let total = sum(column) {
                // By cells: a name such as P&L in brackets is a formula that not every spreadsheet can read.
                let letters = Sheet.letters(UInt16(column))
                try workbook.check(
                    worksheet_write_formula_num(
                        sheet.raw, place, UInt16(column),
                        "=SUBTOTAL(109,\(letters)\(valueRows.lowerBound + 1):\(letters)\(valueRows.upperBound + 1))",
                        try workbook.format(style), total), "a total of table '\(table.anchor)'")
                continue
            }
            // A total that is not the sum of the cells stands as a number: a formula would contradict it.
            if let total = totals.indices.contains(column) ? totals[column] : nil {
                try sheet.write(
                    total, number: table.number(total, column: column), format: table.columns[column].format,
                    row: place, column: UInt16(column), style: style)
            } else {
                try sheet.write(texts[column], row: place, column: UInt16(column), style: style)
            }
        }
    }

    /// The total of a column when it is the sum of the cells to what is shown; nil otherwise.
    private func sum(_ column: Int) -> Double? {
        guard table.isSummed(column), table.columns[column].format.decimalPlaces != nil, let totals = table.totals,
            let value = totals[column],
            let total = table.number(value, column: column)
        else { return nil }
        let format = table.columns[column].format
        let sum = table.rows.reduce(0.0) { $0 + (table.number($1[column], column: column) ?? 0) }
        guard format.text(.number(sum)) == format.text(value) else { return nil }
        return total
    }

    private func writeMarks() throws(WorkbookError) {
        for rule in table.highlights {
            guard let column = table.columns.firstIndex(where: { $0.name == rule.column }),
                let formula = MarkFormula.text(
                    rule, cell: "\(Sheet.letters(UInt16(column)))\(valueRows.lowerBound + 1)")
            else { continue }
            let texts = CTexts()
            var mark = lxw_conditional_format()
            mark.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
            mark.value_string = texts.make(formula)
            mark.format = try workbook.mark(rule.tone.color)
            mark.stop_if_true = 1
            try workbook.check(
                worksheet_conditional_format_range(
                    sheet.raw, valueRows.lowerBound, UInt16(column), valueRows.upperBound, UInt16(column), &mark),
                "a mark of table '\(table.anchor)'")
        }
    }

    private func headStyle(_ column: Int) -> CellStyle {
        let isFlushRight = table.columns[column].format.isFlushRight
        return CellStyle(
            side: isFlushRight ? .right : .left, isBold: true, wraps: true, ground: 0xEDF1F5, hasRuleBelow: true,
            isIndented: !isFlushRight && column > 0)
    }

    private func totalStyle(_ column: Int) -> CellStyle {
        let format = table.columns[column].format
        return CellStyle(
            numberFormat: format.excelNumberFormat, side: format.isFlushRight ? .right : .left, isBold: true,
            hasRuleAbove: true)
    }
}

extension TableBlock.Highlight.Tone {
    /// The colour of marked cells.
    var color: UInt32 {
        switch self {
        case .good: CellStyle.goodColor
        case .bad: CellStyle.badColor
        case .warn: CellStyle.warnColor
        }
    }
}
