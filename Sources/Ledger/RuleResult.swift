/// What one rule said of one candidate: every candidate leaves a record of each rule that it met.
public struct RuleResult: Hashable, Sendable {
    /// The rule's stable identifier, such as `iv-rank`.
    public let rule: String
    /// Passed or failed; nil when the rule could not be evaluated, which never counts as a pass.
    public let passed: Bool?
    /// The value compared, in the rule's own unit; nil where the rule compares no number or had none.
    public let value: Double?
    /// The limit it was compared with; nil where there is none.
    public let limit: Double?
    /// What was compared, in words: `IV rank 37.2 below 40`.
    public let detail: String

    /// A rule's verdict with the values that it compared.
    public init(rule: String, passed: Bool?, value: Double? = nil, limit: Double? = nil, detail: String) {
        self.rule = rule
        self.passed = passed
        self.value = value
        self.limit = limit
        self.detail = detail
    }
}
