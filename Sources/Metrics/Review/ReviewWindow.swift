public import Dates
internal import Ledger

/// A span of sessions that a review looks at.
public struct ReviewWindow: Hashable, Sendable {
    /// What a reader calls it, such as `month to date` or `stage 2 (25%)`.
    public let name: String
    /// The first and the last day.
    public let days: ClosedRange<Day>

    /// The review's windows: week, month, quarter and year to date, since inception, and each stage of the rollout.
    ///
    /// A stage is a run of sessions with the same share of capital for MULTIBOOK; results that do not say the share
    /// belong to none. Inception is the first day of a result or a trade.
    static func all(_ input: ReviewInput, end: Day) -> [ReviewWindow] {
        let (year, month, _) = end.components
        func since(_ month: Int) -> Day { Day(year, month, 1) ?? end }
        let results = input.dailyResults
        let monday = input.week.monday
        let firsts = [results.lazy.map(\.day).min(), input.trades.lazy.map(\.entryTime).min().map(NewYork.day(at:))]
        let inception = firsts.compactMap { $0 }.reduce(monday, min)
        return [
            ReviewWindow(name: "week", days: monday...end),
            ReviewWindow(name: "month to date", days: since(month)...end),
            ReviewWindow(name: "quarter to date", days: since((month - 1) / 3 * 3 + 1)...end),
            ReviewWindow(name: "year to date", days: since(1)...end),
            ReviewWindow(name: sinceInception, days: inception...end),
        ] + stages(results, end)
    }

    /// The name of the window that holds everything.
    static let sinceInception = "since inception"

    private static func stages(_ results: [DailyResult], _ end: Day) -> [ReviewWindow] {
        var runs: [(share: Double, first: Day, last: Day)] = []
        let shares = results.filter { $0.strategy == .multibook && $0.day <= end }.sorted { $0.day < $1.day }
        for result in shares {
            guard let share = result.share else { continue }
            if let run = runs.last, run.share == share {
                runs[runs.count - 1].last = result.day
            } else {
                runs.append((share, result.day, result.day))
            }
        }
        return runs.enumerated().map { index, run in
            ReviewWindow(name: "stage \(index + 1) (\(Words.percent(run.share)))", days: run.first...run.last)
        }
    }
}
