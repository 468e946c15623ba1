/// How strong the evidence is for what it was asked. Raw values stand in the history.
public enum EvidenceGrade: String, CaseIterable, Hashable, Sendable, Codable {
    /// The bound that was asked for holds.
    case supported
    /// It has been looked at and does not hold: only the plan's own conditions speak for a promotion.
    case planRuleOnly = "plan rule only"
    /// The opposite holds: MULTIBOOK is worse.
    case contradicted
    /// There has been no look yet.
    case tooEarly = "too early"
}
