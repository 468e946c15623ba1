/// What is otherwise than in the report before: the block "since last time" at the top of a page.
public struct ChangesBlock: Hashable, Sendable {
    /// The earlier report: its name, and the relative address of its page (empty for none).
    public let since: Document.Parameter
    /// What changed, in the order of ``Change/Kind``; empty when nothing did.
    public let changes: [Change]

    /// What is otherwise since an earlier report.
    public init(since: Document.Parameter, changes: [Change]) {
        self.since = since
        self.changes = changes
    }
}
