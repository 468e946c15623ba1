/// What one check of the gate found. Raw values stand in the history.
public enum CheckStatus: String, CaseIterable, Hashable, Sendable, Codable {
    /// It is as it must be.
    case pass
    /// It is not.
    case fail
    /// There is too little yet to say.
    case inconclusive
    /// A value is missing that should be there, which is never a pass.
    case error
    /// It means nothing here.
    case notRun = "not run"
}
