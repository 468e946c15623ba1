import Dates
import Ledger
import Strategy

/// A sleeve with its books: what it has realised, and what it was worth at the last close.
struct Account {
    var sleeve: Sleeve
    /// Realised P&L since the beginning.
    private(set) var realized = Money.zero
    /// Of it, the hedge's part.
    private(set) var realizedByHedge = Money.zero
    /// Realised and unrealised P&L at the last close.
    private var value = Money.zero
    /// Of it, the hedge's part.
    private var hedgeValue = Money.zero

    init(_ strategy: StrategyName, _ allotment: Allotment, capital: Money) {
        sleeve = Sleeve(strategy: strategy, allotment: allotment, capital: capital)
    }

    /// Takes a trade in that was just opened.
    mutating func open(_ position: Position) {
        sleeve.positions.append(position)
    }

    /// Takes a position out; returns its trade with the exit, nil when it is not held. The cost is per share of today.
    mutating func close(
        _ id: Int64, at time: Instant, cost: Price, fees: Money, reason: ExitReason
    ) -> Trade? {
        guard let index = sleeve.positions.firstIndex(where: { $0.trade.id == id }) else { return nil }
        let position = sleeve.positions.remove(at: index)
        var trade = position.trade
        trade.exit = TradeExit(time: time, cost: position.perTradeShare(cost), fees: fees, reason: reason)
        let pnl = trade.realizedPnL ?? .zero
        realized += pnl
        if position.isHedge { realizedByHedge += pnl }
        return trade
    }

    /// Closes the day: the change of realised and unrealised P&L since the last close, on the capital of that close.
    mutating func closeDay(_ day: Day, marks: [PositionMark], share: Double) -> DailyResult {
        var now = realized
        var hedgeNow = realizedByHedge
        for (position, mark) in zip(sleeve.positions, marks) {
            now += mark.unrealizedPnL
            if position.isHedge { hedgeNow += mark.unrealizedPnL }
        }
        let result = DailyResult(
            day: day, strategy: sleeve.strategy, allotment: sleeve.allotment, capital: sleeve.capital,
            pnl: now - value, hedgePnL: hedgeNow - hedgeValue, share: share)
        value = now
        hedgeValue = hedgeNow
        return result
    }
}
