public import Dates
public import Ledger

/// A closed trade reduced to what reviews count: small enough to pass a million of them in one go.
public struct ClosedTrade: Hashable, Sendable {
    /// The number in the history.
    public let id: Int64
    /// The book whose rules made it.
    public let book: Book
    /// The underlying.
    public let symbol: String
    /// How it was built.
    public let structure: Structure
    /// Confidence, 0–100; nil where it was not recorded.
    public let confidence: Int?
    /// Days to expiration at entry, grouped; nil where the expiration was not recorded.
    public let dteBucket: DTEBucket?
    /// The level of VIX at entry; nil where it was not recorded.
    public let vixRegime: VIXRegime?
    /// The rule that closed it.
    public let exitReason: ExitReason
    /// The exchange date of the entry.
    public let entryDay: Day
    /// The exchange date of the exit.
    public let exitDay: Day
    /// Credit − cost to close − all fees.
    public let pnl: Money
    /// All fees.
    public let fees: Money

    /// What reviews count of a trade; nil while it is open.
    public init?(_ trade: Trade) {
        guard let exit = trade.exit, let pnl = trade.realizedPnL else { return nil }
        id = trade.id
        book = trade.book
        symbol = trade.symbol
        structure = trade.structure
        confidence = trade.confidence
        entryDay = trade.entryDay
        exitDay = exit.day
        dteBucket = trade.expiration.map { [entryDay] in DTEBucket(days: entryDay.days(to: $0)) }
        vixRegime = trade.entryVIX.flatMap(VIXRegime.init(level:))
        exitReason = exit.reason
        self.pnl = pnl
        fees = trade.fees
    }

    /// The strategy to which the book belongs.
    public var strategy: StrategyName { book.strategy }
    /// Calendar days from entry to exit, 0 on the same day.
    public var days: Int { entryDay.days(to: exitDay) }
}
