internal import Dates
internal import Ledger

/// Returns by calendar month and year.
enum CalendarReturns {
    static let monthly = DatasetDefinition(
        "monthly_returns",
        "Compounded return of each calendar month, MULTIBOOK first; every month of every year from the first session's to "
            + "the last one's, in order",
        [
            .init("strategy", .text, "The strategy, on its capital or, where it had none, in shadow"),
            .init("year", .text, "The year"),
            .init("month", .text, "The month, Jan to Dec"),
            .init("return", .percent, "Compounded return of the month's sessions; undefined for a month without any"),
            .init("sessions", .count, "Sessions with a result"),
        ])

    static let yearly = DatasetDefinition(
        "yearly_returns", "Each calendar year, MULTIBOOK first",
        [
            .init("strategy", .text, "The strategy, on its capital or, where it had none, in shadow"),
            .init("year", .text, "The year"),
            .init("return", .percent, "Compounded return of the year's sessions"),
            .init("volatility", .percent, "√252 · standard deviation of its daily returns (n − 1)"),
            .init("sharpe", .ratio, "Annual Sharpe ratio of its daily returns, from 20"),
            .init("max_drawdown", .percent, "Deepest fall within the year; zero or negative"),
            .init("sessions", .count, "Sessions with a result"),
        ])

    private static let names = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Returns of each month of a series, from the first January to the last December; nil for a month without sessions.
    static func months(of returns: Returns) -> [(year: Int, month: Int, returns: Returns)] {
        guard let first = returns.days.first, let last = returns.days.last else { return [] }
        return (first.year...last.year).flatMap { year in
            (1...12).compactMap { month in
                guard let start = Day(year, month, 1),
                    let next = month < 12 ? Day(year, month + 1, 1) : Day(year + 1, 1, 1)
                else { return nil }
                return (year, month, returns.within(start...next.adding(-1)))
            }
        }
    }

    static func monthlyDataset(_ sleeves: [Sleeve]) -> Dataset {
        monthly.dataset(
            sleeves.flatMap { sleeve in
                months(of: sleeve.returns).map { year, month, returns in
                    [
                        .text(sleeve.strategy.rawValue), .text(String(year)), .text(names[month - 1]),
                        Value(returns.totalReturn), .integer(returns.count),
                    ]
                }
            })
    }

    static func yearlyDataset(_ sleeves: [Sleeve], _ settings: ReviewSettings) -> Dataset {
        yearly.dataset(
            sleeves.flatMap { sleeve -> [[Value]] in
                guard let first = sleeve.returns.days.first, let last = sleeve.returns.days.last else { return [] }
                return (first.year...last.year).compactMap { year in
                    guard let start = Day(year, 1, 1), let end = Day(year, 12, 31) else { return nil }
                    let returns = sleeve.returns.within(start...end)
                    return [
                        .text(sleeve.strategy.rawValue), .text(String(year)), Value(returns.totalReturn),
                        Value(returns.volatility(settings.year)),
                        Value(returns.sharpe(settings.year, minimum: settings.minimumReturns)),
                        Value(returns.maxDrawdown), .integer(returns.count),
                    ]
                }
            })
    }
}
