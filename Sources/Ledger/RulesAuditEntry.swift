public import Dates

/// A row of the plan's `strategy_rules_audit`: a version of the rules, what it was tested on, and whether it may trade.
public struct RulesAuditEntry: Hashable, Sendable {
    /// Whether a version of the rules may trade. Raw values stand in the history.
    public enum Status: String, CaseIterable, Sendable, Codable {
        /// Being tried.
        case testing
        /// Found good by a person.
        case approved
        /// No longer in use.
        case deprecated
    }

    /// When it was recorded.
    public let time: Instant
    /// What was tested, such as `two-year-backtest` or `two-weeks-paper`.
    public let rule: String
    /// The version of the rules.
    public let version: String
    /// What a backtest gave, as JSON; nil for none.
    public let backtestResults: String?
    /// What trading gave, as JSON; nil for none.
    public let livePerformance: String?
    /// Whether it may trade.
    public let status: Status

    /// A version of the rules with what it was tested on.
    public init(
        time: Instant, rule: String, version: String, backtestResults: String? = nil, livePerformance: String? = nil,
        status: Status
    ) {
        self.time = time
        self.rule = rule
        self.version = version
        self.backtestResults = backtestResults
        self.livePerformance = livePerformance
        self.status = status
    }
}
