/// What a figure says against its target, or a check against its limit.
public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// The target is reached.
    case met
    /// The target is not reached.
    case missed
    /// Too few observations to say.
    case tooEarly = "too early"
    /// The check passed.
    case pass
    /// The check failed.
    case fail
    /// The check could not be evaluated, which is never a pass.
    case unknown
}
