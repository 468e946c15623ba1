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
        if let number, number.isFinite, let code = code(of: value, format: format) {
            style.numberFormat = code
            return try write(number, row: row, column: column, style: style)
        }
        if value.isMissing { style.color = CellStyle.softColor }
        try write(format.text(value), row: row, column: column, style: style)
    }

    /// The number format by which a cell shows a value as ``ValueFormat/text(_:)`` does; nil where only words can.
    private func code(of value: Value, format: ValueFormat) -> String? {
        if case .flag = value { return nil }
        if format.decimalPlaces != nil { return format.excelNumberFormat }
        if case .money = value { return nil }
        if format == .flag { return format.excelNumberFormat }
        // The general format shows no more than eleven characters of a number.
        return format.text(value).utf8.count <= 10 ? ValueFormat.text.excelNumberFormat : nil
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
