internal import Dates
public import Ledger

extension ReviewInput {
    /// The same desk with fills that cost so much more: each amount becomes a fee of its trade's entry and goes off the
    /// result of the entry's day, so that sums still agree.
    ///
    /// Where the day has no result of the trade's strategy and allotment, the first one after it takes the amount.
    public func lessHaircut(_ amounts: [Trade.ID: Money]) -> ReviewInput {
        guard !amounts.isEmpty else { return self }
        var input = self
        var days: [Account: [(day: Day, index: Int)]] = [:]
        for (index, result) in dailyResults.enumerated() {
            days[Account(result.strategy, result.allotment), default: []].append((result.day, index))
        }
        days = days.mapValues { $0.sorted { $0.day < $1.day } }
        for index in trades.indices {
            guard let amount = amounts[trades[index].id] else { continue }
            let trade = trades[index]
            input.trades[index].entryFees += amount
            guard let booked = first(days[Account(trade.strategy, trade.allotment)] ?? [], from: trade.entryDay) else {
                continue
            }
            input.dailyResults[booked] = input.dailyResults[booked].adding(-amount)
        }
        return input
    }

    /// The index of the first result at or after a day.
    private func first(_ results: [(day: Day, index: Int)], from day: Day) -> Int? {
        var (low, high) = (0, results.count)
        while low < high {
            let middle = (low + high) / 2
            if results[middle].day < day { low = middle + 1 } else { high = middle }
        }
        return low < results.count ? results[low].index : nil
    }
}

/// Whose results: a strategy with capital or in shadow.
private struct Account: Hashable {
    let strategy: StrategyName
    let allotment: Allotment

    init(_ strategy: StrategyName, _ allotment: Allotment) {
        self.strategy = strategy
        self.allotment = allotment
    }
}
