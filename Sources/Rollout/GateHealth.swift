public import Dates
public import Ledger

/// Whether what the gate looks at can be believed. A thing that is nil could not be found out, which is never healthy.
public struct GateHealth: Hashable, Sendable {
    /// The last session that the history holds; nil for none.
    public var lastRecorded: Day?
    /// The largest difference of the reconciliation, in magnitude; nil where equity could not be checked.
    public var reconciliation: Money?
    /// Required cells of the night's notebooks that failed, by name; nil where that is not known.
    public var failedCells: [String]?
    /// Whether the archive's chain of digests is whole; nil where it was not verified.
    public var isArchiveWhole: Bool?

    /// Whether what the gate looks at can be believed.
    public init(
        lastRecorded: Day?, reconciliation: Money?, failedCells: [String]?, isArchiveWhole: Bool?
    ) {
        self.lastRecorded = lastRecorded
        self.reconciliation = reconciliation
        self.failedCells = failedCells
        self.isArchiveWhole = isArchiveWhole
    }
}
