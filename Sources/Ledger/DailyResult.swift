public import Dates

/// One strategy's day: what it earned on the capital it had.
public struct DailyResult: Hashable, Sendable {
    /// The session.
    public let day: Day
    /// The strategy.
    public let strategy: StrategyName
    /// With capital or in shadow.
    public let allotment: Allotment
    /// Capital at the previous close, the base of the day's return.
    public let capital: Money
    /// Marked P&L of the day: realised, change of unrealised, hedge and fees, without flows.
    public let pnl: Money
    /// Of it, the hedge's part: its realised and unrealised P&L, fees included.
    public let hedgePnL: Money
    /// Capital that came in (positive) or left (negative) at the day's end, as a change of share does.
    public let flow: Money
    /// The share of the desk's capital that MULTIBOOK had during the day, 0–1; nil when an import did not say.
    public let share: Double?

    /// A strategy's day.
    public init(
        day: Day, strategy: StrategyName, allotment: Allotment = .allotted, capital: Money, pnl: Money,
        hedgePnL: Money = .zero, flow: Money = .zero, share: Double? = nil
    ) {
        self.day = day
        self.strategy = strategy
        self.allotment = allotment
        self.capital = capital
        self.pnl = pnl
        self.hedgePnL = hedgePnL
        self.flow = flow
        self.share = share
    }

    /// P&L ÷ capital; nil where there was no capital.
    public var `return`: Double? { capital > .zero ? pnl.dollars / capital.dollars : nil }
}
