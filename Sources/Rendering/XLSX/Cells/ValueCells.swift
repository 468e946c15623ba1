internal import Dates
internal import Metrics
internal import Notebooks

/// Writes values of one format into cells that otherwise look alike: a number as a number at the precision shown, a date
/// as a date, everything else as the words that the other formats show.
struct ValueCells {
    /// How the values are shown.
    let format: ValueFormat
    /// Whether the cells are the terms of a total.
    let isSummed: Bool
    /// Whether numbers stay numbers where words would show more of their digits, because a chart reads them.
    let keepsNumbers: Bool

    private let sheet: Sheet
    private let number: CellFormat
    private let general: CellFormat
    private let date: CellFormat
    private let words: CellFormat
    private let brokenWords: CellFormat
    private let missing: CellFormat

    /// Cells of a sheet with the looks of a style; side, indentation and number format follow from the values' format.
    init(
        _ format: ValueFormat, on sheet: Sheet, _ base: CellStyle = CellStyle(), isIndented: Bool = false,
        isSummed: Bool = false, keepsNumbers: Bool = false, isFlushRight: Bool? = nil
    ) throws(WorkbookError) {
        func look(_ change: (inout CellStyle) -> Void) throws(WorkbookError) -> CellFormat {
            var style = base
            style.side = isFlushRight ?? format.isFlushRight ? .right : .left
            style.isIndented = isIndented && style.side == .left
            change(&style)
            return try sheet.workbook.format(style)
        }
        self.format = format
        self.isSummed = isSummed
        self.keepsNumbers = keepsNumbers
        self.sheet = sheet
        number = try look { $0.numberFormat = format.excelNumberFormat }
        general = try look { $0.numberFormat = ValueFormat.text.excelNumberFormat }
        date = try look { $0.numberFormat = (format == .time ? ValueFormat.time : .date).excelNumberFormat }
        words = try look { _ in }
        brokenWords = try look { $0.wraps = true }
        missing = try look { $0.color = Palette.soft }
    }

    /// What stands in a cell.
    enum Content {
        /// A number; with its width where it has another format than its column.
        case number(Double, width: Double? = nil)
        /// A date or moment.
        case date
        /// Words, with their width, and the height that they need where they break into lines; else 0.
        case words(width: Double, height: Double)
    }

    /// Writes a value; says what stands in the cell.
    func write(_ value: Value, _ cell: Cell) throws(WorkbookError) -> Content {
        // A spreadsheet would add a date to the numbers of a total.
        if !isSummed, let serial = serial(of: value) {
            try sheet.write(serial, cell, date)
            return .date
        }
        if let number = CellNumber.of(value, format, isSummed: isSummed), let look = look(of: value, number) {
            try sheet.write(number, cell, look)
            return .number(number)
        }
        if case .text = value {
            let words = format.text(value)
            let text = CellText(words)
            let breaks = format == .text && (text.hasLines || text.width + 2 > ColumnWidth.widest)
            try sheet.write(text, cell, breaks ? brokenWords : self.words)
            let height = breaks ? ColumnWidth.height(words, width: ColumnWidth.widest) : 0
            return .words(width: text.width, height: height)
        }
        let text = CellText(format.text(value))
        try sheet.write(text, cell, value.isMissing ? missing : words)
        return .words(width: text.width, height: 0)
    }

    /// The look by which a cell shows a number as ``ValueFormat/text(_:)`` does; nil where only words can.
    private func look(of value: Value, _ number: Double) -> CellFormat? {
        // Spreadsheets know fifteen digits of a number.
        if number.magnitude >= CellNumber.limit { return keepsNumbers ? general : nil }
        if format.decimalPlaces != nil || format == .flag { return self.number }
        if case .money = value { return nil }
        if keepsNumbers { return general }
        // The general format shows no more than eleven characters of a number.
        return format.text(value).utf8.count <= 10 ? general : nil
    }

    private func serial(of value: Value) -> Double? {
        switch value {
        case .day(let day): SerialDate.number(day)
        case .instant(let instant) where format == .time: SerialDate.number(instant)
        case .instant(let instant) where format == .date: SerialDate.number(NewYork.day(at: instant))
        default: nil
        }
    }
}
