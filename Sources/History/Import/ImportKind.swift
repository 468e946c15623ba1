/// What a file holds whose rows come into the history.
public enum ImportKind: String, CaseIterable, Sendable {
    /// Trades, as CSV.
    case trades
    /// Snapshots of the desk's risk, as CSV.
    case snapshots
    /// Daily results of the strategies, as CSV.
    case equity
    /// A run of the old backtester, from its SQLite file.
    case legacyBacktest = "legacy-backtest"
    /// The old desk's `trades`, from its SQLite file.
    case desk
}
