public import Dates
public import Metrics

/// One thing that the gate held against its limit.
public struct GateCheck: Hashable, Sendable, Codable, Identifiable {
    /// How a value is compared with its limit.
    public enum Comparison: String, CaseIterable, Hashable, Sendable, Codable {
        /// Passes below the limit.
        case below = "<"
        /// Passes up to the limit.
        case atMost = "<="
        /// Passes above the limit.
        case above = ">"
        /// Passes from the limit on.
        case atLeast = ">="
        /// Passes at the limit only, as yes or no does.
        case equal = "="
    }

    /// The stable identifier, such as `drawdown`.
    public let id: String
    /// The rule to which it belongs.
    public let rule: GateRule
    /// What a reader calls it.
    public let title: String
    /// The value with its number of observations, or why there is none.
    public let value: Figure
    /// What value and limit are measured in.
    public let unit: Unit
    /// How they are compared.
    public let comparison: Comparison
    /// The limit.
    public let limit: Double
    /// The sessions that were looked at, in words.
    public let window: String
    /// What was found.
    public let status: CheckStatus
    /// What the status rests on, in a sentence without a full stop.
    public let detail: String
    /// Where the figures behind it stand in the report, such as `#gate-evidence`.
    public let link: String
    /// The first night of those running on which it has not passed; nil while it passes.
    public var firstFailed: Day?
    /// Nights running with this status, tonight included.
    public var streak = 1

    /// One check.
    public init(
        _ id: String, _ rule: GateRule, _ title: String, value: Figure, unit: Unit, _ comparison: Comparison,
        _ limit: Double, window: String, status: CheckStatus, detail: String, link: String
    ) {
        self.id = id
        self.rule = rule
        self.title = title
        self.value = value
        self.unit = unit
        self.comparison = comparison
        self.limit = limit
        self.window = window
        self.status = status
        self.detail = detail
        self.link = link
    }

    /// How far the value is on the good side of its limit, negative beyond it; nil for yes or no, and without a value.
    public var margin: Double? {
        guard let value = value.value else { return nil }
        switch comparison {
        case .below, .atMost: return limit - value
        case .above, .atLeast: return value - limit
        case .equal: return nil
        }
    }

    /// Whether a number passes. A number exactly at its limit may come out of a division a bit beside it.
    static func holds(_ value: Double, _ comparison: Comparison, _ limit: Double) -> Bool {
        switch comparison {
        case .below: value < limit - 1e-12
        case .atMost: value <= limit + 1e-9
        case .above: value > limit + 1e-12
        case .atLeast: value >= limit - 1e-9
        case .equal: value == limit
        }
    }

    /// The check with its past: the same check of the night before.
    func following(_ earlier: GateCheck?, on night: Day) -> GateCheck {
        var check = self
        check.streak = earlier?.status == status ? (earlier?.streak ?? 0) + 1 : 1
        check.firstFailed = status == .pass || status == .notRun ? nil : earlier?.firstFailed ?? night
        return check
    }
}
