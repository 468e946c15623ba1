public import Backtesting
public import Mail
public import Market
public import Metrics
public import Nightly
public import Rollout
public import Strategy

/// The whole of `data/desk.yaml`. Each room owns the settings of its own part; every key has a default.
public struct DeskSettings: Codable, Hashable, Sendable {
    /// What a backtest begins with.
    public var desk = DeskCapital()
    /// The rules of the books, their limits and the hedge.
    public var strategy = StrategySettings()
    /// The fills of a backtest.
    public var backtest = BacktestSettings()
    /// The simulated market.
    public var simulation = SimulationSettings()
    /// Chains and rates for recorded prices.
    public var recorded = RecordedMarketSettings()
    /// What the weekly review takes for granted, and its targets.
    public var review = ReviewSettings()
    /// How the rollout gate decides.
    public var gate = GateSettings()
    /// What becomes of reports.
    public var reports = ReportSettings()
    /// How mail goes out.
    public var mail = MailSettings()

    /// The plan's defaults.
    public init() {}
}
