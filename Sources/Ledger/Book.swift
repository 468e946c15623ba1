/// A book: a set of rules with limits of its own. Raw values stand in `trades.book_type`.
public enum Book: String, CaseIterable, Sendable, Codable {
    /// 40–50 days to expiration, the core of MULTIBOOK.
    case primary = "PRIMARY"
    /// 7–14 days to expiration when implied volatility is very high.
    case incomePop = "INCOME_POP"
    /// The old strategy's only book.
    case legacy = "LEGACY"
    /// The VIX hedge, which MULTIBOOK carries.
    case hedge = "HEDGE"

    /// The strategy to which the book belongs.
    public var strategy: StrategyName { self == .legacy ? .legacy : .multibook }
}
