/// A date of the proleptic Gregorian calendar, without a time and without a zone.
///
/// Trading days, expirations and ex-dividend dates are days. Stored as days since 1970-01-01, so that
/// differences are calendar days and a day costs four bytes. Written and read as ISO 8601 (`2026-07-31`).
///
/// Conversions follow Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2014), `days_from_civil`.
public struct Day: Hashable, Comparable, Sendable {
    /// Calendar days since 1970-01-01; negative before it.
    public let daysSince1970: Int32

    /// The day that lies this many calendar days after 1970-01-01.
    public init(daysSince1970: Int) {
        self.daysSince1970 = Int32(clamping: daysSince1970)
    }

    /// The day with this year, month and day of the month, or nil where the calendar has none such.
    public init?(_ year: Int, _ month: Int, _ day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.length(ofMonth: month, in: year)
        else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.init(daysSince1970: era * 146_097 + dayOfEra - 719_468)
    }

    /// Reads exactly `YYYY-MM-DD`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        // As one string first: walking any other through the protocol costs ten times as much.
        let bytes = String(text).utf8
        guard bytes.count == 10 else { return nil }
        var (number, index) = (0, 0)
        for byte in bytes {
            if index == 4 || index == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard byte >= 48, byte <= 57 else { return nil }
                number = number * 10 + Int(byte) - 48
            }
            index += 1
        }
        self.init(number / 10_000, number / 100 % 100, number % 100)
    }

    /// Year, month (1–12) and day of the month (1–31).
    public var components: (year: Int, month: Int, day: Int) {
        let shifted = Int(daysSince1970) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    /// The calendar year.
    public var year: Int { components.year }
    /// The month of the year, 1–12.
    public var month: Int { components.month }
    /// The day of the month, 1–31.
    public var dayOfMonth: Int { components.day }

    /// The day of the week.
    public var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        let index = (Int(daysSince1970) + 3) % 7
        return Weekday.allCases[index >= 0 ? index : index + 7]
    }

    /// The day this many calendar days later; earlier for a negative count.
    public func adding(_ days: Int) -> Day {
        Day(daysSince1970: Int(daysSince1970) + days)
    }

    /// Calendar days from this day to another; negative when the other is earlier.
    public func days(to other: Day) -> Int {
        Int(other.daysSince1970) - Int(daysSince1970)
    }

    /// The number of days in a month of a year (28–31); zero for a month outside 1–12.
    public static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 1, 3, 5, 7, 8, 10, 12: 31
        default: 0
        }
    }

    /// Whether the first day comes before the second.
    public static func < (first: Day, second: Day) -> Bool {
        first.daysSince1970 < second.daysSince1970
    }
}

extension Day: CustomStringConvertible {
    /// `YYYY-MM-DD`.
    public var description: String { iso }

    /// `YYYY-MM-DD`.
    public var iso: String {
        let (year, month, day) = components
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}

extension Day: Codable {
    /// Reads `YYYY-MM-DD`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = Day(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "'\(text)' is not a date; write YYYY-MM-DD")
        }
        self = day
    }

    /// Writes `YYYY-MM-DD`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}

/// A non-negative number in decimal, filled with zeros on the left to a width.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return digits.count >= width ? digits : String(repeating: "0", count: width - digits.count) + digits
}
