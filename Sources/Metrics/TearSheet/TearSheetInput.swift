public import Dates
public import Ledger

/// Everything that a tear sheet is computed from: the whole span of a history up to a day.
public struct TearSheetInput: Sendable {
    /// The last day that is looked at.
    public var end: Day
    /// All trades, of both strategies: with capital, in shadow, and hedges.
    public var trades: [Trade]
    /// Every leg of every execution of trades with capital.
    public var fills: [Fill]
    /// All daily results, of both strategies, with capital and in shadow.
    public var dailyResults: [DailyResult]
    /// What the market showed at each session; empty where that was not recorded.
    public var market: [MarketDay]
    /// The symbol whose trend tells the regime, and which a desk could simply have owned.
    public var benchmark: String
    /// What a review takes for granted.
    public var settings: ReviewSettings

    /// Everything that a tear sheet is computed from.
    public init(
        end: Day, trades: [Trade] = [], fills: [Fill] = [], dailyResults: [DailyResult] = [], market: [MarketDay] = [],
        benchmark: String = "SPY", settings: ReviewSettings = ReviewSettings()
    ) {
        self.end = end
        self.trades = trades
        self.fills = fills
        self.dailyResults = dailyResults
        self.market = market
        self.benchmark = benchmark
        self.settings = settings
    }
}
