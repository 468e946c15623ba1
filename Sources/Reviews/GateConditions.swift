public import Metrics
public import Rollout

/// Under which rules the gate decides: the settings that belong to other rooms beside its own.
public struct GateConditions: Sendable {
    /// The gate's own settings.
    public var gate: GateSettings
    /// What reviews take for granted: the year, targets, the fewest returns.
    public var review: ReviewSettings
    /// What the desk may risk, and how far from an economic event it must stay.
    public var limits: ChecklistLimits
    /// The widest market in which a spread is opened, bid–ask as a fraction of its width: what a paper fill without quotes
    /// is taken to have been made in.
    public var maximumQuoteWidth: Double
    /// The version of rules, settings and program: ``RuleVersion/text(gate:strategy:program:)``.
    public var ruleVersion: String

    /// Under which rules the gate decides.
    public init(
        gate: GateSettings = GateSettings(), review: ReviewSettings = ReviewSettings(),
        limits: ChecklistLimits = ChecklistLimits(), maximumQuoteWidth: Double = 0.04, ruleVersion: String
    ) {
        self.gate = gate
        self.review = review
        self.limits = limits
        self.maximumQuoteWidth = maximumQuoteWidth
        self.ruleVersion = ruleVersion
    }
}
