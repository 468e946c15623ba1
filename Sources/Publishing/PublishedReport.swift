public import Archive
public import Metrics
public import Notebooks

/// A report in the archive.
public struct PublishedReport: Sendable {
    /// The run as the log has it.
    public let run: Run
    /// Whether it was added now; false where the run that counts was made from the same inputs.
    public let isNew: Bool
    /// What was rendered.
    public let document: Document
    /// The figures that were computed for it.
    public let scalars: [Scalar]
    /// What a reader must look at, a sentence each.
    public let warnings: [String]
}
