/// What a check found. Raw values stand in datasets.
public enum CheckVerdict: String, CaseIterable, Hashable, Sendable {
    /// It is as it should be.
    case pass
    /// It is within its limit, and to be looked at.
    case warn
    /// It is outside its limit.
    case fail
    /// It could not be evaluated, which is never a pass.
    case unknown
}
