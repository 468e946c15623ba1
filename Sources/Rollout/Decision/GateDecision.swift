public import Dates
public import Ledger

/// The gate's decision of one night, with all that was looked at. It never moves capital itself.
public struct GateDecision: Hashable, Sendable, Codable {
    /// The session after which it was taken.
    public let session: Day
    /// The session from which it holds; nil where the calendar ends.
    public let holdsFrom: Day?
    /// Up, down or neither.
    public let decision: RolloutDecision
    /// MULTIBOOK's share before, as it would be in force from the next session on without the decision, 0–1.
    public let shareBefore: Double
    /// The share that the rules allow from the next session on, 0–1.
    public let shareAfter: Double
    /// The rule that decided.
    public let rule: GateRule
    /// Why, in sentences, the one that decided first.
    public let reasons: [String]
    /// What a reader should know besides, in sentences.
    public let notes: [String]
    /// Everything that was held against a limit, in the order of the rules; all of it, whichever rule decided.
    public let checks: [GateCheck]
    /// What the history proves.
    public let evidence: GateEvidence
    /// The same with one maximum loss on every open position; nil where that is not known.
    public let stress: GateStress?
    /// Where MULTIBOOK stands on the ladder.
    public let stage: StageSummary
    /// The version of rules, settings and program.
    public let ruleVersion: String

    /// `HOLD at 25 %`, `PROMOTE to 50 %`, `ROLL BACK to 10 %`.
    public var summary: String { decision.summary(at: shareAfter) }

    /// The checks, those first that failed, then those that could not be evaluated, then those that it is too early for.
    public var checksByUrgency: [GateCheck] {
        let order: [CheckStatus] = [.fail, .error, .inconclusive, .notRun, .pass]
        return order.flatMap { status in checks.filter { $0.status == status } }
    }
}
