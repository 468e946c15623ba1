internal import CXlsxWriter
internal import Dates

/// One sheet of a workbook. Text is always text: nothing that comes from data is ever read as a formula.
struct Sheet {
    /// The library's sheet.
    let raw: UnsafeMutablePointer<lxw_worksheet>
    /// Its name.
    let name: String
    private let workbook: Workbook

    /// A sheet that the workbook has made.
    init(_ raw: UnsafeMutablePointer<lxw_worksheet>, name: String, workbook: Workbook) {
        self.raw = raw
        self.name = name
        self.workbook = workbook
    }

    /// The name as formulas write it.
    var quotedName: String { "'\(name.replacing("'", with: "''"))'" }

    /// Writes words; nothing for no words.
    func write(_ words: String, row: UInt32, column: UInt16, style: CellStyle) throws(WorkbookError) {
        let words = Self.fitted(words)
        guard !words.isEmpty else { return try writeBlank(row: row, column: column, style: style) }
        let format = try workbook.format(style)
        try workbook.check(worksheet_write_string(raw, row, column, words, format), "cell \(place(row, column))")
    }

    /// Writes a finite number.
    func write(_ number: Double, row: UInt32, column: UInt16, style: CellStyle) throws(WorkbookError) {
        precondition(number.isFinite, "a cell that is not a finite number")
        // 0 and not -0, which some readers show with its sign.
        let number = number == 0 ? 0 : number
        let format = try workbook.format(style)
        try workbook.check(worksheet_write_number(raw, row, column, number, format), "cell \(place(row, column))")
    }

    /// Writes a cell with a look and no content.
    func writeBlank(row: UInt32, column: UInt16, style: CellStyle) throws(WorkbookError) {
        let format = try workbook.format(style)
        try workbook.check(worksheet_write_blank(raw, row, column, format), "cell \(place(row, column))")
    }

    /// Writes words that lead to a cell of another sheet.
    func writeLink(_ words: String, to sheet: Sheet, row: UInt32, column: UInt16) throws(WorkbookError) {
        let target = "internal:\(sheet.quotedName)!A1"
        let format = try workbook.format(CellStyle(color: CellStyle.linkColor, isUnderlined: true))
        try workbook.check(
            worksheet_write_url_opt(
                raw, row, column, target, format, WorkbookNames.cut(words.isEmpty ? sheet.name : words, to: 250), nil),
            "the link in \(place(row, column))")
    }

    /// Writes words over several columns of a row.
    func writeAcross(_ words: String, row: UInt32, columns: ClosedRange<UInt16>, style: CellStyle) throws(WorkbookError)
    {
        let words = Self.fitted(words)
        guard !words.isEmpty else { return }
        let format = try workbook.format(style)
        try workbook.check(
            worksheet_merge_range(raw, row, columns.lowerBound, row, columns.upperBound, words, format),
            "row \(row + 1) of '\(name)'")
    }

    /// Sets the height of a row in points.
    func setHeight(_ height: Double, row: UInt32) throws(WorkbookError) {
        try workbook.check(worksheet_set_row(raw, row, height, nil), "the height of row \(row + 1)")
    }

    /// Sets the width of a column in letters.
    func setWidth(_ width: Double, column: UInt16) throws(WorkbookError) {
        try workbook.check(worksheet_set_column(raw, column, column, width, nil), "the width of a column")
    }

    /// Sets how the sheet is printed: landscape on any paper, as wide as one page, head rows on every page, title and
    /// page numbers at the edges.
    func setPrint(title: String, asOf: Day, headRows: ClosedRange<UInt32>?, tall: UInt16) throws(WorkbookError) {
        worksheet_set_landscape(raw)
        worksheet_set_paper(raw, 9)
        worksheet_fit_to_pages(raw, 1, tall)
        worksheet_set_margins(raw, 0.5, 0.5, 0.7, 0.7)
        let title = WorkbookNames.cut(title, to: 90).replacing("&", with: "&&")
        try workbook.check(worksheet_set_header(raw, "&L\(title)&Ras of \(asOf.iso)"), "the page header")
        try workbook.check(worksheet_set_footer(raw, "&L&A&RPage &P of &N"), "the page footer")
        if let headRows {
            try workbook.check(
                worksheet_repeat_rows(raw, headRows.lowerBound, headRows.upperBound), "the repeated rows")
        }
    }

    /// The letters of a column: `A`, `Z`, `AA`.
    static func letters(_ column: UInt16) -> String {
        var rest = Int(column)
        var letters = ""
        repeat {
            letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return letters
    }

    /// Words that a cell can hold; what looks like the escape of a character in Excel's own writing is kept from being
    /// read as one.
    private static func fitted(_ words: String) -> String {
        var words = HTMLText.allowed(words)
        if words.utf8.count > 32_000 { words = WorkbookNames.cut(words, to: 32_000) + "…" }
        guard words.contains("_x") else { return words }
        return words.replacing(#/_x([0-9A-Fa-f]{4}_)/#) { "_x005F_x\($0.output.1)" }
    }

    private func place(_ row: UInt32, _ column: UInt16) -> String {
        "\(Self.letters(column))\(row + 1) of '\(name)'"
    }
}
