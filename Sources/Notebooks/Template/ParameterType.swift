/// What a template's parameter can be. Raw values are the names in templates.
public enum ParameterType: String, Hashable, Sendable, CaseIterable {
    /// An ISO week, as `2026-W31`.
    case week
    /// A date, as `2026-07-31`.
    case day
    /// Words.
    case text
    /// A whole number.
    case integer
    /// A number.
    case number
    /// `yes` or `no`.
    case flag
    /// One of the words that the template lists.
    case choice

    /// How a value of the type is written, for a message.
    var example: String {
        switch self {
        case .week: "an ISO week as 2026-W31, or last-complete"
        case .day: "a date as 2026-07-31, or as-of"
        case .text: "words"
        case .integer: "a whole number"
        case .number: "a decimal number"
        case .flag: "yes or no"
        case .choice: "one of the listed words"
        }
    }
}
