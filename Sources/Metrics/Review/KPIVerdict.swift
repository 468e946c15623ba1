/// What a key figure says against its target.
public enum KPIVerdict: String, Hashable, Sendable, CaseIterable {
    /// The target is reached.
    case met
    /// The target is not reached.
    case missed
    /// Too few observations to say.
    case tooEarly = "too early"
}
