/// What the desk expects of MULTIBOOK. Every key may be left out of a settings file.
public struct KPITargets: Hashable, Sendable, Codable {
    /// The fewest trades in a month of 21 sessions.
    public var tradesPerMonthFrom = 15.0
    /// The most trades in a month of 21 sessions.
    public var tradesPerMonthTo = 25.0
    /// The win rate to exceed, a fraction.
    public var winRate = 0.85
    /// The least mean P&L a trade, in dollars.
    public var meanPnLFrom = 200.0
    /// The mean P&L a trade that was planned for at most, in dollars; more is not a miss.
    public var meanPnLTo = 300.0
    /// The annual Sharpe ratio to exceed.
    public var sharpe = 2.0
    /// The depth that the maximum drawdown must stay below, a positive fraction.
    public var maxDrawdown = 0.10

    /// The plan's targets.
    public init() {}

    /// Reads the keys that are there.
    public init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        func read(_ key: CodingKeys, _ target: inout Double) throws {
            target = try keys.decodeIfPresent(Double.self, forKey: key) ?? target
        }
        try read(.tradesPerMonthFrom, &tradesPerMonthFrom)
        try read(.tradesPerMonthTo, &tradesPerMonthTo)
        try read(.winRate, &winRate)
        try read(.meanPnLFrom, &meanPnLFrom)
        try read(.meanPnLTo, &meanPnLTo)
        try read(.sharpe, &sharpe)
        try read(.maxDrawdown, &maxDrawdown)
    }
}
