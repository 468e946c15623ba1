internal import CXlsxWriter
internal import Foundation

/// The one door to libxlsxwriter 1.1.4, together with ``Sheet``: no number that is not finite goes in, no text that is
/// empty or too long, every answer is looked at, and the whole is checked before the file is made.
///
/// The library writes NaN into files, overruns memory on empty names, formulas and rule texts, gives back NULL for a
/// refused sheet, and takes tables and names that a spreadsheet refuses to open.
final class Workbook {
    private let path: String
    private let book: UnsafeMutablePointer<lxw_workbook>
    private var formats: [CellStyle: CellFormat] = [:]
    private var marks: [MarkStyle: CellFormat] = [:]
    private var isClosed = false
    /// Names given out in this workbook.
    var names = WorkbookNames()
    /// What has been handed in so far.
    var contents = WorkbookContents()

    /// A new workbook that will be written to a path.
    init(path: String) throws(WorkbookError) {
        guard !path.isEmpty, let book = workbook_new(path) else { throw .cannotCreate(path: path) }
        self.path = path
        self.book = book
        // The first format is that of cells without one, and the measure of column widths. Its font, Calibri, is not
        // everywhere, and columns would be wider or narrower than meant where it is not.
        if let usual = book.pointee.formats.pointee.stqh_first {
            format_set_font_name(usual, "Arial")
            format_set_font_size(usual, 10)
        }
    }

    deinit {
        if !isClosed { lxw_workbook_free(book) }
    }

    /// Adds a sheet under a name of its own made from a title.
    func addSheet(_ title: String) throws(WorkbookError) -> Sheet {
        let name = names.sheet(title)
        contents.sheets.append(WorkbookContents.Sheet(name: name))
        guard SheetNames.problems(of: name).isEmpty, let sheet = workbook_add_worksheet(book, name) else {
            throw .refused(step: "sheet '\(name)'", reason: "its name")
        }
        return Sheet(sheet, name: name, index: contents.sheets.count - 1, workbook: self)
    }

    /// The format of a style; equal styles share one.
    func format(_ style: CellStyle) throws(WorkbookError) -> CellFormat {
        if let format = formats[style] { return format }
        let format = try newFormat()
        style.apply(to: format.raw)
        formats[style] = format
        return format
    }

    /// The format by which a rule marks cells.
    func mark(_ style: MarkStyle) throws(WorkbookError) -> CellFormat {
        if let format = marks[style] { return format }
        let format = try newFormat()
        style.apply(to: format.raw)
        marks[style] = format
        return format
    }

    private func newFormat() throws(WorkbookError) -> CellFormat {
        guard let format = workbook_add_format(book) else { throw .refused(step: "a format", reason: "memory") }
        contents.formatCount += 1
        return CellFormat(raw: format)
    }

    /// A chart of the library, to be put on a sheet.
    func addChart(_ type: lxw_chart_type) throws(WorkbookError) -> UnsafeMutablePointer<lxw_chart> {
        guard let chart = workbook_add_chart(book, UInt8(type.rawValue)) else {
            throw .refused(step: "a chart", reason: "memory")
        }
        return chart
    }

    /// Gives a cell a name of its own made from words.
    func define(_ words: String, _ cell: Cell, on sheet: Sheet) throws(WorkbookError) {
        let name = WorkbookContents.Name(name: names.identifier(words), sheet: sheet.name, cell: cell)
        let formula = "=\(sheet.quotedName)!\(cell.fixedName)"
        // The library keeps formulas of names in 128 bytes.
        guard formula.utf8.count < 120 else { return }
        contents.names.append(name)
        guard DefinedNames.problems(of: name.name).isEmpty else { return }
        try check(workbook_define_name(book, name.name, formula), "the name '\(name.name)'")
    }

    /// Checks the whole and writes the file. Where there is a fault, or the file cannot be written to its end, there is
    /// no file.
    func close() throws(WorkbookError) {
        try contents.check()
        isClosed = true
        let answer = DecimalPoint.kept { workbook_close(book) }
        guard answer == LXW_NO_ERROR, WorkbookParts.areWhole(path) else {
            unlink(path)
            throw .cannotCreate(path: path)
        }
    }

    /// Throws unless the library's answer is good.
    func check(_ answer: lxw_error, _ step: @autoclosure () -> String) throws(WorkbookError) {
        guard answer == LXW_NO_ERROR else {
            let reason = lxw_strerror(answer).map { String(cString: $0) } ?? "error \(answer.rawValue)"
            throw .refused(step: step(), reason: reason)
        }
    }

    /// The library's workbook, for what ``Workbook`` does in other files.
    var raw: UnsafeMutablePointer<lxw_workbook> { book }
}
