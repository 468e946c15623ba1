public import Ledger

/// A trade that was considered for one sleeve, with all that the rules said of it.
public struct Candidate: Hashable, Sendable {
    /// The book whose rules were applied.
    public let book: Book
    /// The underlying.
    public let symbol: String
    /// The structure that the rules arrived at; nil when they stopped before.
    public let structure: Structure?
    /// Every rule that could be evaluated, in order.
    public let results: [RuleResult]
    /// The trade to open; nil for a refusal.
    public let entry: EntryIntent?
}
