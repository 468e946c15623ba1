/// What a figure says against its target, or a check against its limit.
public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// The target is reached.
    case met
    /// The target is not reached.
    case missed
    /// Too few observations to say.
    case tooEarly = "too early"
    /// Nothing is decided, or the check does not apply.
    case open
    /// The check passed.
    case pass
    /// The check failed.
    case fail
    /// The check passed, but is to be looked at.
    case warn
    /// The check could not be evaluated, which is never a pass.
    case unknown

    /// The place in a list that has the gravest first: 0 for what failed, 4 for what is as it should be.
    public var urgency: Int {
        switch self {
        case .fail, .missed: 0
        case .unknown: 1
        case .warn: 2
        case .tooEarly, .open: 3
        case .pass, .met: 4
        }
    }
}
