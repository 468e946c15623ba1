/// A week of the ISO 8601 calendar: Monday to Sunday, numbered within its ISO year.
///
/// The ISO year differs from the calendar year around New Year: 2024-12-30 lies in `2025-W01`.
public struct ISOWeek: Hashable, Comparable, Sendable {
    /// The week's Monday, which identifies it.
    public let monday: Day

    /// The week that contains a day.
    public init(containing day: Day) {
        monday = day.adding(1 - day.weekday.rawValue)
    }

    /// Reads `2026-W31`; nil where the text has another form or the year has no such week.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 4, parts[1].count == 3, parts[1].first == "W",
            parts[0].utf8.allSatisfy({ (48...57).contains($0) }),
            parts[1].dropFirst().utf8.allSatisfy({ (48...57).contains($0) }),
            let year = Int(parts[0]), let number = Int(parts[1].dropFirst()), number >= 1,
            // 4 January lies in week 1 by definition.
            let anchor = Day(year, 1, 4)
        else { return nil }
        let week = ISOWeek(containing: anchor.adding((number - 1) * 7))
        guard week.year == year, week.number == number else { return nil }
        self = week
    }

    /// The ISO year: the calendar year of the week's Thursday.
    public var year: Int { monday.adding(3).year }

    /// The number within the ISO year, 1–53.
    public var number: Int {
        let thursday = monday.adding(3)
        guard let newYear = Day(thursday.year, 1, 1) else { return 1 }
        return newYear.days(to: thursday) / 7 + 1
    }

    /// The week's last day.
    public var sunday: Day { monday.adding(6) }
    /// The week's Friday.
    public var friday: Day { monday.adding(4) }
    /// The week before.
    public var previous: ISOWeek { ISOWeek(containing: monday.adding(-7)) }
    /// The week after.
    public var next: ISOWeek { ISOWeek(containing: monday.adding(7)) }

    /// Whether a day lies in this week.
    public func contains(_ day: Day) -> Bool { day >= monday && day <= sunday }

    /// Whether the first week comes before the second.
    public static func < (first: ISOWeek, second: ISOWeek) -> Bool { first.monday < second.monday }
}

extension ISOWeek: CustomStringConvertible {
    /// `2026-W31`.
    public var description: String { "\(padded(year, 4))-W\(padded(number, 2))" }
}
