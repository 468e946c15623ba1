/// What the rollout gate says of the share of capital that MULTIBOOK may have from the next session on. Raw values stand
/// in the history.
public enum RolloutDecision: String, CaseIterable, Sendable, Codable {
    /// One stage up.
    case promote = "PROMOTE"
    /// The share stays.
    case hold = "HOLD"
    /// One stage down, or to nothing.
    case rollBack = "ROLL BACK"
}
