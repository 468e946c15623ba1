/// The largest figures that a history may hold: far beyond any desk, and small enough that no product and no sum of what
/// was read leaves 64 bits. What enters a history or comes out of one is held to them.
public enum LedgerBounds {
    /// Contracts of one trade.
    public static let contracts = 1...100_000
    /// Contracts of one leg, sold below zero.
    public static let quantity = -100_000...100_000
    /// Strikes in thousandths of a dollar: up to a million dollars.
    public static let strikeThousandths = 1...1_000_000_000
    /// Dollars per share, either way: a million.
    public static let price = Price(tenThousandths: 10_000_000_000)
    /// Dollars of one trade, as its credit, its width or its cost to close over all contracts, either way: a billion.
    public static let trade = Money(cents: 100_000_000_000)
    /// Dollars of anything else, as a day's P&L or the desk's equity, either way: ten billion. Nine million of them can be
    /// added up.
    public static let amount = Money(cents: 1_000_000_000_000)

    /// Whether a price is one that a share can have.
    public static func holds(_ price: Price) -> Bool { price <= self.price && price >= -self.price }

    /// Whether an amount is one that a desk can have.
    public static func holds(_ amount: Money) -> Bool { amount <= self.amount && amount >= -self.amount }

    /// Whether a price over so many contracts is one that a trade can have.
    public static func holds(_ price: Price, contracts: Int) -> Bool {
        guard self.contracts.contains(contracts), holds(price) else { return false }
        let total = price.total(contracts: contracts)
        return total <= trade && total >= -trade
    }
}
