public import Dates
public import Input

/// Why a calendar cannot be read, or cannot answer.
public enum CalendarError: Error, Hashable, Sendable {
    /// A calendar file is faulty.
    case file(CSVError)
    /// A row contradicts the calendar's own rules.
    case contradiction(at: SourcePosition, problem: String)
    /// The question goes beyond what the calendar knows; silence would be mistaken for "no session" or "no event".
    /// A nil coverage means that nothing is known at all.
    case notCovered(calendar: String, day: Day, coverage: ClosedRange<Day>?)
}

extension CalendarError: CustomStringConvertible {
    /// The calendar, the day asked for, what is covered, and the remedy.
    public var description: String {
        switch self {
        case .file(let error): error.description
        case .contradiction(let place, let problem): "\(place): \(problem)"
        case .notCovered(let calendar, let day, let coverage):
            "the calendar of \(calendar) covers "
                + (coverage.map { "\($0.lowerBound) to \($0.upperBound)" } ?? "no day")
                + ", not \(day); extend its file in data/calendars and its line in coverage.csv"
        }
    }
}
