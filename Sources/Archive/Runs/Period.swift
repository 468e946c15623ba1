public import Dates

/// What a report is about: a week, or a day.
public enum Period: Hashable, Sendable {
    /// A week, as of the weekly review.
    case week(ISOWeek)
    /// A day, as of the daily checklist.
    case day(Day)

    /// Reads `2026-W31` or `2026-07-31`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        if text.utf8.dropFirst(5).first == UInt8(ascii: "W") {
            guard let week = ISOWeek(text) else { return nil }
            self = .week(week)
        } else {
            guard let day = Day(text) else { return nil }
            self = .day(day)
        }
    }

    /// The year below which its reports stand: for a week the ISO year, so that 2024-12-30 lies in the week `2025-W01` of 2025.
    public var year: Int {
        switch self {
        case .week(let week): week.year
        case .day(let day): day.year
        }
    }

    /// Its name within the year: `W31` or `07-31`.
    public var nameInYear: String { String(description.dropFirst(5)) }

    /// Its first day.
    public var firstDay: Day {
        switch self {
        case .week(let week): week.monday
        case .day(let day): day
        }
    }

    /// Its last day; a week's Sunday.
    public var lastDay: Day {
        switch self {
        case .week(let week): week.sunday
        case .day(let day): day
        }
    }

    /// The last day on which something can be traded in it; a week's Friday.
    var lastWeekday: Day {
        switch self {
        case .week(let week): week.friday
        case .day(let day): day
        }
    }
}

extension Period: Comparable {
    /// Whether the first ends before the second; a day comes before the week that ends with it.
    public static func < (first: Period, second: Period) -> Bool {
        if first.lastDay != second.lastDay { return first.lastDay < second.lastDay }
        if case .day = first, case .week = second { return true }
        return false
    }
}

extension Period: CustomStringConvertible {
    /// `2026-W31` or `2026-07-31`.
    public var description: String {
        switch self {
        case .week(let week): week.description
        case .day(let day): day.iso
        }
    }
}
