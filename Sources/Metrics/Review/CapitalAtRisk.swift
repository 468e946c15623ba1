internal import Dates
internal import Ledger

/// What a strategy had at risk on each day of its series.
enum CapitalAtRisk {
    /// The sum of the maximum losses of the positions that were open at some time of the day, hedges left out, one a
    /// result of the sleeve and of its allotment; positions whose maximum loss is not known are not in it.
    static func daily(_ sleeve: Sleeve, _ trades: [Trade]) -> [Money] {
        let days = sleeve.results.map(\.day)
        var changes: [Allotment: [Money]] = [:]
        for allotment in Allotment.allCases {
            changes[allotment] = [Money](repeating: .zero, count: days.count + 1)
        }
        for trade in trades where trade.strategy == sleeve.strategy && trade.structure != .hedge {
            guard let most = trade.maxLoss else { continue }
            // Exchange days are dear: ask once, not at every step of the search.
            let (entry, exit) = (trade.entryDay, trade.exitDay)
            let from = index(days) { $0 >= entry }
            let to = exit.map { exit in index(days) { $0 > exit } } ?? days.count
            guard from < to else { continue }
            changes[trade.allotment]?[from] += most
            changes[trade.allotment]?[to] -= most
        }
        let running = changes.mapValues { amounts in
            var sum = Money.zero
            return amounts.map { change -> Money in
                sum += change
                return sum
            }
        }
        return sleeve.results.enumerated().map { running[$1.allotment]?[$0] ?? .zero }
    }

    /// The first position of an ascending list whose day satisfies a condition that holds from there on.
    private static func index(_ days: [Day], where holds: (Day) -> Bool) -> Int {
        var (low, high) = (0, days.count)
        while low < high {
            let middle = (low + high) / 2
            if holds(days[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
