internal import Dates

/// Dates as spreadsheets count them: days since 1899-12-30, correct from 1900-03-01 on.
enum SerialDate {
    /// The number of a day; nil for a day that spreadsheets do not know.
    static func number(_ day: Day) -> Double? {
        let number = Int(day.daysSince1970) + 25_569
        return number >= 61 ? Double(number) : nil
    }

    /// The number of a moment as New York wall time; nil for one that spreadsheets do not know.
    static func number(_ instant: Instant) -> Double? {
        number(NewYork.day(at: instant)).map { $0 + Double(NewYork.minuteOfDay(at: instant)) / 1440 }
    }
}
