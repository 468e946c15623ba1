internal import Dates
internal import Ledger

/// Statistics of the last quarter of sessions, day by day.
enum RollingStatistics {
    /// Sessions in the window: a quarter.
    static let window = 63

    static let definition = DatasetDefinition(
        "rolling", "Statistics of the last 63 sessions of each strategy, one row a session",
        [
            .init("day", .date, "The session"),
            .init("multibook_return", .percent, "MULTIBOOK's compounded return over the window"),
            .init("legacy_return", .percent, "LEGACY's"),
            .init("multibook_volatility", .percent, "√252 · standard deviation of MULTIBOOK's daily returns (n − 1)"),
            .init("legacy_volatility", .percent, "LEGACY's"),
            .init("multibook_sharpe", .ratio, "MULTIBOOK's annual Sharpe ratio; its standard error is about 2"),
            .init("legacy_sharpe", .ratio, "LEGACY's"),
        ])

    static func dataset(_ sleeves: [Sleeve], _ settings: ReviewSettings) -> Dataset {
        var rows: [Day: [Value]] = [:]
        for (place, sleeve) in sleeves.enumerated() {
            let returns = sleeve.returns
            for index in returns.days.indices.dropFirst(window - 1) {
                let first = index - window + 1
                let part = Returns(
                    base: first > 0 ? returns.days[first - 1] : returns.base,
                    days: Array(returns.days[first...index]), values: Array(returns.values[first...index]))
                let day = returns.days[index]
                var row = rows[day] ?? [.day(day)] + [Value](repeating: .undefined(.noData), count: 6)
                row[1 + place] = Value(part.totalReturn)
                row[3 + place] = Value(part.volatility(settings.year))
                row[5 + place] = Value(part.sharpe(settings.year, minimum: settings.minimumReturns))
                rows[day] = row
            }
        }
        return definition.dataset(rows.sorted { $0.key < $1.key }.map(\.value))
    }
}
