/// One thing in a report that was otherwise in an earlier one.
public struct Change: Hashable, Sendable {
    /// What changed. The order of the cases is that in which a reader wants to know.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The template, the program, a parameter or a source of the figures: everything below may follow from it.
        case source
        /// A fact of the head, such as the gate's decision.
        case fact
        /// A check's verdict.
        case check
        /// A figure against its target: its verdict.
        case verdict
        /// A figure's value.
        case figure
        /// A warning or a failed cell that came or went.
        case warning
    }

    /// What changed.
    public let kind: Kind
    /// Its name, as in `Win rate`.
    public let label: String
    /// As it was, in the words of the report; empty for something new.
    public let before: String
    /// As it is; empty for something that is gone.
    public let after: String
    /// Where it stands in the page; empty where it has no place there.
    public let anchor: String

    /// One thing that was otherwise.
    public init(kind: Kind, label: String, before: String, after: String, anchor: String = "") {
        self.kind = kind
        self.label = label
        self.before = before
        self.after = after
        self.anchor = anchor
    }
}
