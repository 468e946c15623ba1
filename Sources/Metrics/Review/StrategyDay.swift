public import Dates
public import Ledger

/// A strategy's session: what it earned, and what it had at risk for it.
public struct StrategyDay: Hashable, Sendable {
    /// The result: with capital, or in shadow where the rollout gave the strategy none.
    public let result: DailyResult
    /// The sum of the maximum losses of the positions of the same allotment that were open at some time of the day,
    /// hedges left out.
    public let atRisk: Money

    /// A strategy's session.
    public init(result: DailyResult, atRisk: Money) {
        self.result = result
        self.atRisk = atRisk
    }

    /// The session.
    public var day: Day { result.day }
    /// P&L of the day, in dollars.
    public var pnl: Double { result.pnl.dollars }
    /// P&L ÷ allotted capital, a fraction; 0 where there was no capital.
    public var `return`: Double { result.return ?? 0 }

    /// P&L ÷ capital at risk, a fraction; asked for only where some was at risk.
    var onRisk: Double { pnl / atRisk.dollars }

    /// Σ P&L ÷ Σ capital at risk: what a dollar earned for each day on which it was at risk. Undefined where none was.
    public static func returnOnRisk(_ days: [StrategyDay]) -> Figure {
        let risk = days.reduce(0) { $0 + $1.atRisk.dollars }
        guard risk > 0 else { return .undefined(days.isEmpty ? .noData : .noCapital, n: days.count) }
        return .value(days.reduce(0) { $0 + $1.pnl } / risk, n: days.count)
    }

    /// A strategy's sessions, ascending.
    static func all(_ strategy: StrategyName, _ facts: ReviewFacts) -> [StrategyDay] {
        let sleeve = facts.sleeve(strategy)
        return zip(sleeve.results, CapitalAtRisk.daily(sleeve, facts.input.trades)).map {
            StrategyDay(result: $0, atRisk: $1)
        }
    }
}
