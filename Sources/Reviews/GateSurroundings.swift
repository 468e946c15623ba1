/// What the gate must know and the history does not hold. A thing that is nil was not found out, and then the night is
/// not healthy.
public struct GateSurroundings: Hashable, Sendable {
    /// Required cells of the night's notebooks that failed, by name; empty for none.
    public var failedCells: [String]?
    /// Whether the archive's chain of digests is whole; true for an archive that holds nothing yet.
    public var isArchiveWhole: Bool?
    /// Whether the kill switch's file lies beside the history.
    public var hasKillSwitchFile: Bool

    /// What the gate must know and the history does not hold.
    public init(failedCells: [String]?, isArchiveWhole: Bool?, hasKillSwitchFile: Bool) {
        self.failedCells = failedCells
        self.isArchiveWhole = isArchiveWhole
        self.hasKillSwitchFile = hasKillSwitchFile
    }
}
