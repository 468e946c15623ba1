internal import Dates
internal import Metrics
internal import Notebooks

extension Sheet {
    /// Writes a value: a number as a number at the precision shown, a date as a date, everything else as the text
    /// that the other formats show.
    func write(
        _ value: Value, number: Double?, format: ValueFormat, row: UInt32, column: UInt16, style base: CellStyle
    ) throws(WorkbookError) {
        var style = base
        style.side = format.isFlushRight ? .right : .left
        style.isIndented = !format.isFlushRight && column > 0
        if let serial = serial(of: value, format: format) {
            style.numberFormat = (format == .time ? ValueFormat.time : .date).excelNumberFormat
            return try write(serial, row: row, column: column, style: style)
        }
        if let number, number.isFinite, format.decimalPlaces != nil || value.isPlainNumber {
            style.numberFormat = format.excelNumberFormat
            return try write(number, row: row, column: column, style: style)
        }
        if value.isMissing { style.color = CellStyle.softColor }
        try write(format.text(value), row: row, column: column, style: style)
    }

    private func serial(of value: Value, format: ValueFormat) -> Double? {
        switch value {
        case .day(let day): SerialDate.number(day)
        case .instant(let instant) where format == .time: SerialDate.number(instant)
        case .instant(let instant) where format == .date: SerialDate.number(NewYork.day(at: instant))
        default: nil
        }
    }
}

extension Value {
    /// Whether the value is a number by itself, so that it is one in a column of words too.
    var isPlainNumber: Bool {
        switch self {
        case .number, .integer: true
        default: false
        }
    }
}
