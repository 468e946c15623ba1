public import Dates

/// One decision of the rollout gate as it is kept: written once for a session, never edited.
public struct GateRecord: Hashable, Sendable {
    /// The session after which it was taken; it holds from the next one on.
    public let day: Day
    /// When it was computed.
    public let decidedAt: Instant
    /// MULTIBOOK's share of capital in force before, 0–1.
    public let shareBefore: Double
    /// The share that the rules allow from now on, 0–1.
    public let shareAfter: Double
    /// Up, down or neither.
    public let decision: RolloutDecision
    /// The stable identifier of the rule that decided, such as `dwell`.
    public let rule: String
    /// How strong the evidence was, in a word or two, such as `plan rule only`.
    public let grade: String
    /// Why, in sentences for a person, the one that decided first.
    public let reasons: [String]
    /// Everything that was looked at: checks and evidence, as JSON.
    public let evidence: String
    /// SHA-256 over everything that the decision rests on.
    public let inputsDigest: String
    /// The version of rules, settings and program under which it was taken; another one begins a stage's window anew.
    public let ruleVersion: String

    /// A decision of the gate.
    public init(
        day: Day, decidedAt: Instant, shareBefore: Double, shareAfter: Double, decision: RolloutDecision, rule: String,
        grade: String, reasons: [String], evidence: String, inputsDigest: String, ruleVersion: String
    ) {
        self.day = day
        self.decidedAt = decidedAt
        self.shareBefore = shareBefore
        self.shareAfter = shareAfter
        self.decision = decision
        self.rule = rule
        self.grade = grade
        self.reasons = reasons
        self.evidence = evidence
        self.inputsDigest = inputsDigest
        self.ruleVersion = ruleVersion
    }
}
