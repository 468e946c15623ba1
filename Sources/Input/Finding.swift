public import Dates

/// A fault in data, as a value: collected and reported, never an exception at the first.
public struct Finding: Hashable, Sendable {
    /// How grave it is.
    public enum Severity: String, CaseIterable, Sendable, Codable, Comparable {
        /// Worth knowing; the datum was used as it stands.
        case note
        /// Doubtful; the datum was used, and figures that rest on it say so.
        case warning
        /// Wrong; the datum was refused.
        case error

        /// Whether the first severity is less grave than the second.
        public static func < (first: Severity, second: Severity) -> Bool {
            let order = Severity.allCases
            return (order.firstIndex(of: first) ?? 0) < (order.firstIndex(of: second) ?? 0)
        }
    }

    /// How grave it is.
    public let severity: Severity
    /// The rule that was broken: a stable identifier such as `bars.gap` or `legacy.pnl-mismatch`.
    public let rule: String
    /// What it was found in: a symbol, a table, a file.
    public let subject: String
    /// The day it concerns; nil when it concerns none.
    public let day: Day?
    /// Where: file and line, table and row; empty when there is no narrower place than the subject.
    public let place: String
    /// The thing, the rule and the value seen, in a sentence.
    public let message: String

    /// A fault found in data.
    public init(
        severity: Severity, rule: String, subject: String, day: Day? = nil, place: String = "", message: String
    ) {
        self.severity = severity
        self.rule = rule
        self.subject = subject
        self.day = day
        self.place = place
        self.message = message
    }
}
