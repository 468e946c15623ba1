internal import CXlsxWriter

extension Sheet {
    /// Writes words; a cell with a look and no content for no words.
    func write(_ words: String, _ cell: Cell, _ style: CellStyle) throws(WorkbookError) {
        try write(CellText(words), cell, workbook.format(style))
    }

    /// Writes words that are fit for a cell.
    func write(_ text: CellText, _ cell: Cell, _ format: CellFormat) throws(WorkbookError) {
        let (row, column) = (UInt32(clamping: cell.row), UInt16(clamping: cell.column))
        // The library takes no empty text.
        let answer =
            text.words.isEmpty
            ? worksheet_write_blank(raw, row, column, format.raw)
            : worksheet_write_string(raw, row, column, text.words, format.raw)
        try workbook.check(answer, "\(cell) of '\(name)'")
    }

    /// Writes a number. One that is not finite is kept as a fault, because the library would write it as it is.
    func write(_ number: Double, _ cell: Cell, _ format: CellFormat) throws(WorkbookError) {
        guard number.isFinite else { return note("\(cell)", "its number is \(number)") }
        // 0 and not -0, which some readers show with its sign.
        let number = number == 0 ? 0 : number
        let answer = worksheet_write_number(
            raw, UInt32(clamping: cell.row), UInt16(clamping: cell.column), number, format.raw)
        try workbook.check(answer, "\(cell) of '\(name)'")
    }

    /// Writes a formula with the result that is shown until somebody computes it anew: previews, phones and LibreOffice
    /// never do.
    func write(formula: String, result: Double, _ cell: Cell, _ format: CellFormat) throws(WorkbookError) {
        let entry = WorkbookContents.Formula(place: cell, text: formula, result: result)
        record { $0.formulas.append(entry) }
        guard entry.problems.isEmpty else { return }
        let answer = worksheet_write_formula_num(
            raw, UInt32(clamping: cell.row), UInt16(clamping: cell.column), formula, format.raw, result)
        try workbook.check(answer, "\(cell) of '\(name)'")
    }

    /// Writes words over several columns of a row; over one, in its cell.
    func write(_ words: String, across columns: ClosedRange<Int>, row: Int, _ style: CellStyle) throws(WorkbookError) {
        let first = Cell(row, columns.lowerBound)
        let text = CellText(words)
        guard columns.count > 1, !text.words.isEmpty else { return try write(words, first, style) }
        let range = CellRange(first, Cell(row, columns.upperBound))
        record { $0.merges.append(range) }
        guard range.isOnSheet else { return }
        let answer = worksheet_merge_range(
            raw, UInt32(clamping: row), UInt16(clamping: columns.lowerBound), UInt32(clamping: row),
            UInt16(clamping: columns.upperBound), text.words, try workbook.format(style).raw)
        try workbook.check(answer, "row \(row + 1) of '\(name)'")
    }

    /// Writes words that lead to a cell of the workbook, over several columns of a row or in one.
    func write(link words: String, to target: LinkTarget, across columns: ClosedRange<Int>, row: Int, _ base: CellStyle)
        throws(WorkbookError)
    {
        let words = WorkbookNames.cut(words.isEmpty ? target.sheet.name : words, to: 250)
        let cell = Cell(row, columns.lowerBound)
        let link = WorkbookContents.Link(place: cell, words: words, sheet: target.sheet.name, target: target.cell)
        var style = base
        style.color = Palette.link
        style.isUnderlined = true
        try write(words, across: columns, row: row, style)
        record { $0.links.append(link) }
        guard !words.isEmpty, target.cell.isOnSheet else { return }
        let answer = worksheet_write_url_opt(
            raw, UInt32(clamping: row), UInt16(clamping: columns.lowerBound),
            "internal:\(target.sheet.quotedName)!\(target.cell.name)", try workbook.format(style).raw, words, nil)
        try workbook.check(answer, "the link in \(cell) of '\(name)'")
    }
}

/// A place that a link leads to.
struct LinkTarget {
    /// The sheet.
    let sheet: Sheet
    /// The cell.
    let cell: Cell

    /// A cell of a sheet; its first one unless another is named.
    init(_ sheet: Sheet, _ cell: Cell = Cell(0, 0)) {
        self.sheet = sheet
        self.cell = cell
    }
}
