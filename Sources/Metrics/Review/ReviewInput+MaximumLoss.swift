public import Dates
public import Ledger

extension ReviewInput {
    /// One maximum loss on every position that is open at the end of a day, by strategy and allotment, hedges included;
    /// positions whose maximum loss is not known are not in it.
    public func maximumLosses(on day: Day, of strategy: StrategyName, _ allotment: Allotment) -> Money {
        trades.reduce(.zero) { sum, trade in
            guard trade.strategy == strategy, trade.allotment == allotment, trade.isOpen(atEndOf: day) else {
                return sum
            }
            return sum + (trade.maxLoss ?? .zero)
        }
    }

    /// The same desk had everything that is open at the end of a day been lost on it: each position closed at its maximum
    /// loss, and that loss in the day's result on top of what the day was marked at.
    ///
    /// A position whose maximum loss is not known stays open. Where the day has no result of a strategy and allotment,
    /// its last one before takes the loss.
    public func afterMaximumLosses(on day: Day) -> ReviewInput {
        var input = self
        let close = NewYork.instant(day, hour: 16)
        input.trades = trades.map { trade in
            guard trade.isOpen(atEndOf: day), trade.maxLoss != nil else { return trade }
            var lost = trade
            lost.exit = TradeExit(
                // A hedge, which has no width, is lost when it brings nothing.
                time: close, cost: trade.structure == .hedge ? .zero : trade.width ?? .zero, fees: .zero, reason: .other
            )
            return lost
        }
        for strategy in StrategyName.allCases {
            for allotment in Allotment.allCases {
                let loss = maximumLosses(on: day, of: strategy, allotment)
                let last = input.dailyResults.indices.filter { index in
                    let result = dailyResults[index]
                    return result.strategy == strategy && result.allotment == allotment && result.day <= day
                }.max { dailyResults[$0].day < dailyResults[$1].day }
                if let last { input.dailyResults[last] = dailyResults[last].adding(-loss) }
            }
        }
        return input
    }
}

extension DailyResult {
    /// The result with another P&L on top.
    func adding(_ pnl: Money) -> DailyResult {
        DailyResult(
            day: day, strategy: strategy, allotment: allotment, capital: capital, pnl: self.pnl + pnl,
            hedgePnL: hedgePnL, flow: flow, share: share)
    }
}
