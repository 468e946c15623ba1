internal import Dates
internal import Ledger

/// Results by the market's regime: the level of VIX, and whether the benchmark stood above its price of 60 sessions before.
enum Regimes {
    static let definition = DatasetDefinition(
        "regimes",
        "Each strategy's sessions by the level of VIX and by the benchmark's 60-session trend, MULTIBOOK first; sessions "
            + "whose regime is not known have a row of their own",
        [
            .init("strategy", .text, "The strategy, on its capital or, where it had none, in shadow"),
            .init("split", .text, "What the sessions are told apart by: VIX or trend"),
            .init("regime", .text, "The level of VIX in points, or the trend: rising or falling"),
            .init("sessions", .count, "Sessions with a result"),
            .init("total_return", .percent, "Compounded return of these sessions"),
            .init("mean_return", .percent, "Mean daily return"),
            .init("volatility", .percent, "√252 · standard deviation of daily returns (n − 1)"),
            .init("sharpe", .ratio, "Annual Sharpe ratio of these sessions, from 20"),
            .init("worst_day", .percent, "Lowest daily return"),
            .init("trades", .count, "Closed trades with capital that were opened in these sessions, without hedges"),
            .init("win_rate", .percent, "Of these, those that won"),
            .init("realized_pnl", .usd, "Their realised P&L"),
        ])

    static func dataset(
        _ sleeves: [Sleeve], _ closed: [ClosedTrade], _ market: MarketPath, _ settings: ReviewSettings
    ) -> Dataset {
        let unknown = "not known"
        let splits: [(name: String, regimes: [String], of: (Day) -> String)] = [
            ("VIX", VIXRegime.allCases.map(\.rawValue), { market.level(on: $0)?.rawValue ?? unknown }),
            ("trend", MarketPath.Trend.allCases.map(\.rawValue), { market.trend(on: $0)?.rawValue ?? unknown }),
        ]
        var rows: [[Value]] = []
        for sleeve in sleeves {
            let trades = closed.filter { $0.strategy == sleeve.strategy }
            for split in splits {
                let regimes = sleeve.returns.days.map(split.of)
                let entries = Dictionary(grouping: trades) { split.of($0.entryDay) }
                for regime in split.regimes + [unknown] {
                    let places = regimes.indices.filter { regimes[$0] == regime }
                    let tally = TradeTally(entries[regime] ?? [])
                    if regime == unknown, places.isEmpty, tally.count == 0 { continue }
                    let returns = Returns(
                        days: places.map { sleeve.returns.days[$0] }, values: places.map { sleeve.returns.values[$0] })
                    let mean: Value = places.isEmpty ? .undefined(.noData) : .number(Moments(returns.values).mean)
                    rows.append([
                        .text(sleeve.strategy.rawValue), .text(split.name), .text(regime), .integer(returns.count),
                        Value(returns.totalReturn), mean, Value(returns.volatility(settings.year)),
                        Value(returns.sharpe(settings.year, minimum: settings.minimumReturns)),
                        Value(optional: returns.values.min()), .integer(tally.count), Value(tally.winRate.figure),
                        .money(tally.pnl),
                    ])
                }
            }
        }
        return definition.dataset(rows)
    }
}
