internal import CXlsxWriter
internal import Dates

/// The one door to libxlsxwriter: every name that goes in is valid, every number finite, no text empty or too long,
/// every answer looked at.
///
/// Version 1.1.4 writes NaN into files, overruns memory on empty names, formulas and rule texts, and gives back NULL
/// for a refused sheet.
final class Workbook {
    private let book: UnsafeMutablePointer<lxw_workbook>
    private var latest: (style: CellStyle, format: UnsafeMutablePointer<lxw_format>)?
    private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
    private var marks: [UInt32: UnsafeMutablePointer<lxw_format>] = [:]
    private var isClosed = false
    /// Names given out in this workbook.
    var names = WorkbookNames()

    /// A new workbook that will be written to a path.
    init(path: String) throws(WorkbookError) {
        guard !path.isEmpty, let book = workbook_new(path) else { throw .cannotCreate(path: path) }
        self.book = book
    }

    deinit {
        if !isClosed { lxw_workbook_free(book) }
    }

    /// Adds a sheet under a name of its own made from a title.
    func addSheet(_ title: String) throws(WorkbookError) -> Sheet {
        let name = names.sheet(title)
        guard let sheet = workbook_add_worksheet(book, name) else {
            throw .refused(step: "sheet '\(name)'", reason: "its name")
        }
        return Sheet(sheet, name: name, workbook: self)
    }

    /// The format of a style.
    func format(_ style: CellStyle) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format> {
        // Neighbours look alike mostly, and comparing is quicker than hashing.
        if let latest, latest.style == style { return latest.format }
        if let format = formats[style] {
            latest = (style, format)
            return format
        }
        guard let format = workbook_add_format(book) else { throw .refused(step: "a format", reason: "memory") }
        style.apply(to: format)
        formats[style] = format
        latest = (style, format)
        return format
    }

    /// The format by which a rule marks cells: bold letters of a colour.
    func mark(_ color: UInt32) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format> {
        if let format = marks[color] { return format }
        guard let format = workbook_add_format(book) else { throw .refused(step: "a format", reason: "memory") }
        format_set_bold(format)
        format_set_font_color(format, color)
        marks[color] = format
        return format
    }

    /// A chart to be put on a sheet.
    func addChart(_ type: lxw_chart_type) throws(WorkbookError) -> UnsafeMutablePointer<lxw_chart> {
        guard let chart = workbook_add_chart(book, UInt8(type.rawValue)) else {
            throw .refused(step: "a chart", reason: "memory")
        }
        return chart
    }

    /// Gives a cell a name of its own made from words.
    func define(_ words: String, row: UInt32, column: UInt16, on sheet: Sheet) throws(WorkbookError) {
        let name = names.identifier(words)
        let formula = "=\(sheet.quotedName)!$\(Sheet.letters(column))$\(row + 1)"
        // The library keeps formulas of names in 128 bytes.
        guard formula.utf8.count < 120 else { return }
        try check(workbook_define_name(book, name, formula), "the name '\(name)'")
    }

    /// Sets what a file manager shows of the file. Its date of making is the as-of day, so that the same report gives
    /// the same bytes.
    func setProperties(title: String, subject: String, comments: String, asOf: Day) throws(WorkbookError) {
        let texts = CTexts()
        var properties = lxw_doc_properties()
        properties.title = texts.make(WorkbookNames.cut(title, to: 255))
        properties.subject = texts.make(WorkbookNames.cut(subject, to: 255))
        properties.comments = texts.make(WorkbookNames.cut(comments, to: 255))
        properties.author = texts.make("ThetaDesk")
        properties.created = time_t(asOf.daysSince1970) * 86_400
        // Zero would mean the present time.
        if properties.created <= 0 { properties.created = 1 }
        try check(workbook_set_properties(book, &properties), "the document properties")
    }

    /// Adds a property of the document's own.
    func setProperty(_ name: String, _ text: String) throws(WorkbookError) {
        let name = WorkbookNames.cut(name, to: 120)
        let text = WorkbookNames.cut(text, to: 120)
        guard !name.isEmpty, !text.isEmpty else { return }
        try check(workbook_set_custom_property_string(book, name, text), "the property '\(name)'")
    }

    /// Writes the file.
    func close() throws(WorkbookError) {
        isClosed = true
        try check(workbook_close(book), "writing the file")
    }

    /// Throws unless the library's answer is good.
    func check(_ answer: lxw_error, _ step: @autoclosure () -> String) throws(WorkbookError) {
        guard answer == LXW_NO_ERROR else {
            let reason = lxw_strerror(answer).map { String(cString: $0) } ?? "error \(answer.rawValue)"
            throw .refused(step: step(), reason: reason)
        }
    }
}
