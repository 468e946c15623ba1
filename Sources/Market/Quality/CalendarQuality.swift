public import Dates
public import Input

/// Whether the calendars reach far enough beyond a day.
///
/// | rule | grade | meaning |
/// |---|---|---|
/// | `calendar.ended` | error | the calendar does not cover the day: nothing may be opened on it |
/// | `calendar.ending` | warning | the calendar ends within the horizon |
public enum CalendarQuality {
    /// The calendars that end before `horizon` days after a day, sessions first.
    public static func check(
        sessions: TradingCalendar, economics: EconomicCalendar, on day: Day, horizon: Int = 60
    ) -> [Finding] {
        let coverages =
            [("sessions", Optional(sessions.coverage))]
            + EconomicEvent.Kind.allCases.map { ($0.rawValue, economics.coverage[$0]) }
        return coverages.compactMap { name, coverage in
            let left = coverage.map { day.days(to: $0.upperBound) }
            if let left, left >= horizon, coverage?.contains(day) == true { return nil }
            let isCovered = coverage?.contains(day) == true
            let end = coverage.map { "covers \($0.lowerBound) to \($0.upperBound)" } ?? "covers no day"
            return Finding(
                severity: isCovered ? .warning : .error, rule: isCovered ? "calendar.ending" : "calendar.ended",
                subject: name, day: day,
                message:
                    "the calendar of \(name) \(end); extend its file in data/calendars and its line in coverage.csv")
        }
    }
}
