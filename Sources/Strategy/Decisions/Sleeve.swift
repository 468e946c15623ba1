import Dates
public import Ledger

/// One strategy's part of the desk, with capital or in shadow: what it has, what it holds.
public struct Sleeve: Hashable, Sendable {
    /// The strategy.
    public let strategy: StrategyName
    /// With capital or in shadow.
    public let allotment: Allotment
    /// Capital at the previous close; limits are fractions of it.
    public var capital: Money
    /// Everything that it holds, in order of trade number.
    public var positions: [Position]
    /// Trades opened earlier on this trading day that are closed again: they count for the day's limits.
    public var closedToday: [Trade]
    /// Sessions in a row, up to the previous one, in which the hedge was not required.
    public var hedgeIdleSessions: Int

    /// A strategy's part of the desk.
    public init(
        strategy: StrategyName, allotment: Allotment, capital: Money, positions: [Position] = [],
        closedToday: [Trade] = [], hedgeIdleSessions: Int = 0
    ) {
        self.strategy = strategy
        self.allotment = allotment
        self.capital = capital
        self.positions = positions
        self.closedToday = closedToday
        self.hedgeIdleSessions = hedgeIdleSessions
    }

    /// Trades opened on a day, open still or closed again.
    func opened(on day: Day) -> [Trade] {
        closedToday.filter { $0.entryDay == day } + positions.map(\.trade).filter { $0.entryDay == day }
    }
}
