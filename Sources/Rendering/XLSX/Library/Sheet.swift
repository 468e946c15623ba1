internal import CXlsxWriter
internal import Dates

/// One sheet of a workbook. Text is always text: nothing that comes from data is ever read as a formula.
final class Sheet {
    /// The library's sheet, for what ``Sheet`` does in other files.
    let raw: UnsafeMutablePointer<lxw_worksheet>
    /// Its name.
    let name: String
    /// The workbook that it is in.
    let workbook: Workbook
    private let index: Int

    /// A sheet that the workbook has made.
    init(_ raw: UnsafeMutablePointer<lxw_worksheet>, name: String, index: Int, workbook: Workbook) {
        self.raw = raw
        self.name = name
        self.index = index
        self.workbook = workbook
    }

    /// The name as formulas write it.
    var quotedName: String { "'\(name.replacing("'", with: "''"))'" }

    /// Keeps what is handed in, for the check of the whole.
    func record(_ change: (inout WorkbookContents.Sheet) -> Void) {
        change(&workbook.contents.sheets[index])
    }

    /// Sets the height of a row in points.
    func setHeight(_ height: Double, row: Int) throws(WorkbookError) {
        guard height.isFinite, (0...409).contains(height) else {
            return note("row \(row + 1)", "its height is \(height) points; 0 to 409 are allowed")
        }
        record { $0.heights[row] = height }
        try workbook.check(worksheet_set_row(raw, UInt32(clamping: row), height, nil), "the height of row \(row + 1)")
    }

    /// Sets the width of columns in letters.
    func setWidth(_ width: Double, columns: ClosedRange<Int>) throws(WorkbookError) {
        guard width.isFinite, (0...255).contains(width) else {
            let letters = Cell.letters(columns.lowerBound)
            return note("column \(letters)", "its width is \(width) letters; 0 to 255 are allowed")
        }
        let (first, last) = (UInt16(clamping: columns.lowerBound), UInt16(clamping: columns.upperBound))
        try workbook.check(worksheet_set_column(raw, first, last, width, nil), "the width of a column")
    }

    /// Keeps the rows above a row, and the columns before a column, in sight.
    func freeze(rows: Int, columns: Int = 0) {
        worksheet_freeze_panes(raw, UInt32(clamping: rows), UInt16(clamping: columns))
    }

    /// Hides the lines between cells.
    func hideGrid() { worksheet_gridlines(raw, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }

    /// Colours the tab.
    func setTab(_ color: UInt32) { worksheet_set_tab_color(raw, color) }

    /// Makes the sheet the one that a reader sees first.
    func activate() { worksheet_activate(raw) }

    /// Keeps for later what a cell, row or column could not take: the workbook is then not written.
    func note(_ place: String, _ problem: String) {
        workbook.contents.cellFaults.append(WorkbookFault(sheet: name, place: place, problem: problem))
    }
}

extension Sheet {
    /// The heights in points of the parts that begin at some rows; the last one ends before a row.
    func heights(_ firstRows: [Int], end: Int) -> [Double] {
        let set = workbook.contents.sheets[index].heights
        return zip(firstRows, firstRows.dropFirst() + [end]).map { first, next in
            (first..<max(next, first)).reduce(0) { $0 + (set[$1] ?? 15) }
        }
    }
}
