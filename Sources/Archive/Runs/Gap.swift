/// A run that should be in the archive and is not.
public struct Gap: Hashable, Sendable {
    /// The kind of report.
    public let kind: String
    /// The period.
    public let period: Period
}
