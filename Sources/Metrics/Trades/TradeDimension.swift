/// What the P&L of closed trades is broken down by.
public enum TradeDimension: String, CaseIterable, Sendable {
    /// The book.
    case book
    /// The underlying.
    case symbol
    /// The tier of the confidence score.
    case tier
    /// How the trade was built.
    case structure
    /// The view of the market.
    case direction
    /// Days to expiration at entry.
    case dteBucket = "dte_bucket"
    /// The rule that closed it.
    case exitReason = "exit_reason"
    /// The day of the week of the entry.
    case entryWeekday = "entry_weekday"
    /// The level of VIX at entry.
    case vixRegime = "vix_regime"
    /// The strategy.
    case strategy

    /// The group of trades that lack what the dimension asks for.
    public static let notRecorded = "not recorded"
}
