internal import Dates
internal import Ledger

/// One strategy's unbroken series of days: with capital where the rollout gave it some, else in shadow.
struct Sleeve: Hashable, Sendable {
    /// The strategy.
    let strategy: StrategyName
    /// One result a session, ascending, each with capital above zero.
    let results: [DailyResult]
    /// P&L ÷ capital of each of them.
    let returns: Returns

    /// The series of a strategy up to a day. Of several results of one day the one with capital counts, and the last
    /// of equals.
    init(_ strategy: StrategyName, of all: [DailyResult], upTo end: Day) {
        self.strategy = strategy
        var chosen: [Day: DailyResult] = [:]
        for result in all where result.strategy == strategy && result.day <= end && result.capital > .zero {
            if let known = chosen[result.day], known.allotment == .allotted, result.allotment == .shadow { continue }
            chosen[result.day] = result
        }
        results = chosen.values.sorted { $0.day < $1.day }
        returns = Returns(days: results.map(\.day), values: results.map { $0.return ?? 0 })
    }
}
