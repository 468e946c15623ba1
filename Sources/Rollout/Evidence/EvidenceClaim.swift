/// What evidence can be asked to support. Raw values stand in the settings and in the history.
public enum EvidenceClaim: String, CaseIterable, Hashable, Sendable, Codable {
    /// MULTIBOOK earns more than LEGACY: the lower bound of the difference exceeds 0.
    case better
    /// MULTIBOOK is not worse by more than the margin: the lower bound exceeds −margin.
    case noHarm = "no-harm"
    /// MULTIBOOK earns less than LEGACY: the upper bound lies below 0.
    case worse
}
