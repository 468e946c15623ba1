internal import Dates
public import Ledger

/// One strategy's closed trades over one window.
public struct WindowTally: Hashable, Sendable {
    /// The strategy.
    public let strategy: StrategyName
    /// The window.
    public let window: ReviewWindow
    /// Its trades closed in the window, with capital, hedges left out.
    public let tally: TradeTally

    static func all(_ facts: ReviewFacts) -> [WindowTally] {
        StrategyName.allCases.flatMap { strategy in
            facts.windows.map { window in
                let trades = facts.closed.lazy.filter { $0.strategy == strategy && window.days.contains($0.exitDay) }
                return WindowTally(strategy: strategy, window: window, tally: TradeTally(trades))
            }
        }
    }

    static let definition = DatasetDefinition(
        "windows", "Closed trades by strategy and window: MULTIBOOK first, windows from the week to the rollout stages",
        [
            .init("strategy", .text, "The strategy"), .init("window", .text, "The span"),
            .init("first_day", .date, "First day of the window"), .init("last_day", .date, "Last day of the window"),
        ] + TradeTally.columns + [
            .init("mean_pnl_low", .usd, "Lower end of the 95 % bootstrap interval of the mean P&L"),
            .init("mean_pnl_high", .usd, "Upper end of the 95 % bootstrap interval of the mean P&L"),
            .init("median_days", .days, "Median calendar days from entry to exit"),
        ])

    /// One cell a column of ``definition``.
    var cells: [Value] {
        let mean = tally.expectancy
        return [
            .text(strategy.rawValue), .text(window.name), .day(window.days.lowerBound), .day(window.days.upperBound),
        ] + tally.cells + [mean.low, mean.high, Value(tally.medianDays)]
    }
}
