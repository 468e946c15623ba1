public import Ledger

/// A position that the rules want closed now.
public struct ExitIntent: Hashable, Sendable {
    /// The trade.
    public let tradeID: Int64
    /// The rule that fired first.
    public let reason: ExitReason
    /// What was compared, in words.
    public let detail: String
    /// The market to close in; nil when a leg has none, and the position has to wait.
    public let quote: ComboQuote?
}
