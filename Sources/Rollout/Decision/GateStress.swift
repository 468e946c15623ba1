public import Ledger
public import Metrics

/// What would have been decided, had every open position been lost tonight: a history without losses proves little of a
/// strategy that sells insurance.
public struct GateStress: Hashable, Sendable, Codable {
    /// A check as it would have come out.
    public struct Row: Hashable, Sendable, Codable {
        /// The check's identifier.
        public let id: String
        /// Its value.
        public let value: Figure
        /// What it would have found.
        public let status: CheckStatus
    }

    /// Up, down or neither.
    public let decision: RolloutDecision
    /// The share that the rules would allow.
    public let after: RolloutStage
    /// The rule that would decide.
    public let rule: GateRule
    /// Whether it is the decision that was taken.
    public let survives: Bool
    /// The checks that would have come out otherwise.
    public let rows: [Row]
    /// The evidence as it would be.
    public let evidence: GateEvidence
}
