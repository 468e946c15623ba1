/// Where a trade was made. Raw values stand in `trades.mode`; the desk's old files vary in case.
public enum TradeMode: String, CaseIterable, Sendable, Codable {
    /// On a simulated market.
    case simulated
    /// On recorded prices.
    case backtest
    /// With a broker's practice account.
    case paper
    /// With money.
    case live
}
