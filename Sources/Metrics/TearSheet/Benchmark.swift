internal import Dates
internal import Ledger

/// Both strategies beside simply owning the benchmark.
enum Benchmark {
    static let definition = DatasetDefinition(
        "benchmark", "Both strategies, and owning the benchmark with its dividends over the same sessions",
        [
            .init("name", .text, "The strategy, or the benchmark's symbol"),
            .init("observations", .count, "Daily returns"),
            .init("total_return", .percent, "Compounded return"),
            .init("annualized_return", .percent, "Compound annual growth by calendar days, from 90 days"),
            .init("volatility", .percent, "√252 · standard deviation of daily returns (n − 1)"),
            .init("sharpe", .ratio, "Annual Sharpe ratio, arithmetic"),
            .init("max_drawdown", .percent, "Deepest fall below the running peak; zero or negative"),
            .init("beta", .ratio, "Covariance with the benchmark ÷ its variance, on the sessions that both have"),
            .init("correlation", .ratio, "Correlation with the benchmark on these sessions"),
        ])

    static func dataset(_ sleeves: [Sleeve], _ market: MarketPath, symbol: String, _ settings: ReviewSettings)
        -> Dataset
    {
        // The benchmark is held over the strategies' own sessions.
        let days = Set(sleeves.flatMap(\.returns.days))
        let places = market.returns.days.indices.filter { days.contains(market.returns.days[$0]) }
        let held = Returns(
            days: places.map { market.returns.days[$0] }, values: places.map { market.returns.values[$0] })
        let rows = sleeves.map { row($0.strategy.rawValue, $0.returns, beside: held, settings) }
        return definition.dataset(rows + [row(symbol, held, beside: held, settings)])
    }

    private static func row(
        _ name: String, _ returns: Returns, beside held: Returns, _ settings: ReviewSettings
    ) -> [Value] {
        let (beta, correlation) = relation(of: returns, to: held, minimum: settings.minimumReturns)
        return [
            .text(name), .integer(returns.count), Value(returns.totalReturn),
            Value(returns.annualizedReturn(minimumDays: settings.minimumGrowthDays)),
            Value(returns.volatility(settings.year)),
            Value(returns.sharpe(settings.year, minimum: settings.minimumReturns)), Value(returns.maxDrawdown),
            Value(beta), Value(correlation),
        ]
    }

    /// Slope and correlation on the sessions that both have; both undefined below `minimum` of them or where either does
    /// not vary.
    static func relation(of returns: Returns, to held: Returns, minimum: Int) -> (beta: Figure, correlation: Figure) {
        let values = Dictionary(zip(held.days, held.values)) { first, _ in first }
        let pairs = zip(returns.days, returns.values).compactMap { day, value in values[day].map { (value, $0) } }
        func none(_ reason: Undefined) -> (Figure, Figure) {
            (.undefined(reason, n: pairs.count), .undefined(reason, n: pairs.count))
        }
        guard !pairs.isEmpty else { return none(.noData) }
        guard pairs.count >= max(minimum, 2) else { return none(.tooFew) }
        let (own, other) = (Moments(pairs.map(\.0)), Moments(pairs.map(\.1)))
        guard own.isDispersed, other.isDispersed else { return none(.noDispersion) }
        var products = 0.0
        for (value, market) in pairs { products += (value - own.mean) * (market - other.mean) }
        let covariance = products / Double(pairs.count - 1)
        let slope = covariance / (other.standardDeviation * other.standardDeviation)
        let share = covariance / (own.standardDeviation * other.standardDeviation)
        return (.value(slope, n: pairs.count), .value(share, n: pairs.count))
    }
}
