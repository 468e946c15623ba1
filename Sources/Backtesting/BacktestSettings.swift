/// How a backtest differs from trading: only in its fills.
public struct BacktestSettings: Hashable, Sendable, Codable {
    /// At which prices orders are filled.
    public var fills = FillSettings()

    /// The usual backtest.
    public init() {}
}
