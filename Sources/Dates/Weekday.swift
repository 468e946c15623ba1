/// A day of the week, in ISO 8601 order: Monday is 1, Sunday 7.
public enum Weekday: Int, CaseIterable, Sendable, Codable {
    /// The first day of an ISO week.
    case monday = 1
    /// The second day of an ISO week.
    case tuesday, wednesday, thursday, friday, saturday, sunday

    /// Whether US exchanges never trade on it.
    public var isWeekend: Bool { self == .saturday || self == .sunday }

    /// The English name, `Monday` to `Sunday`.
    public var name: String {
        switch self {
        case .monday: "Monday"
        case .tuesday: "Tuesday"
        case .wednesday: "Wednesday"
        case .thursday: "Thursday"
        case .friday: "Friday"
        case .saturday: "Saturday"
        case .sunday: "Sunday"
        }
    }
}
