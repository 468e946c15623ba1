internal import Dates
internal import Ledger

/// One of the desk's five key figures: MULTIBOOK since inception against its target, the old strategy's beside it.
public struct KPI: Hashable, Sendable {
    /// A stable identifier, such as `win-rate`.
    public let key: String
    /// What a reader calls it.
    public let name: String
    /// What the value is measured in.
    public let unit: Unit
    /// The value with its 95 % interval.
    public let estimate: Estimate
    /// The target in words, such as `> 85%`.
    public let target: String
    /// What the value says against the target.
    public let verdict: KPIVerdict
    /// The same figure of LEGACY.
    public let legacy: Figure

    /// The five key figures, in the plan's order. The verdict judges the value, not its interval, and is `too early` under
    /// the minimum of observations; a drawdown beyond its limit is missed at once.
    static func all(_ facts: ReviewFacts, _ performance: [Performance]) -> [KPI] {
        let targets = facts.settings.targets
        let tallies = StrategyName.allCases.map { strategy in
            TradeTally(facts.closed.lazy.filter { $0.strategy == strategy })
        }
        let records = StrategyName.allCases.map { strategy in
            performance.first { $0.strategy == strategy && $0.window.name == ReviewWindow.sinceInception }
        }
        // StrategyName declares MULTIBOOK first.
        let (tally, legacyTally) = (tallies[0], tallies[1])
        let enoughTrades = tally.count >= facts.settings.minimumTrades
        let enoughReturns = (records[0]?.returns.count ?? 0) >= facts.settings.minimumReturns
        func judge(_ figure: Figure, enough: Bool, _ isMet: (Double) -> Bool) -> KPIVerdict {
            guard enough, let value = figure.value else { return .tooEarly }
            return isMet(value) ? .met : .missed
        }

        let pace = tradesInMonth(.multibook, facts)
        let range = targets.tradesPerMonthFrom...max(targets.tradesPerMonthFrom, targets.tradesPerMonthTo)
        let rate = tally.winRate
        let mean = tally.expectancy
        let none = Estimate(.undefined(.noData, n: 0))
        let sharpe = records[0]?.sharpe ?? none
        let fall = records[0]?.returns.maxDrawdown ?? none.figure
        // A fall of exactly the limit may come out of the division a bit short of it.
        let isTooDeep = fall.value.map { -$0 >= targets.maxDrawdown - 1e-12 } ?? false
        return [
            KPI(
                key: "trades-per-month", name: "Trades per month", unit: .count, estimate: pace,
                target: "\(Words.number(range.lowerBound))-\(Words.number(range.upperBound))",
                verdict: judge(pace.figure, enough: true) { range.contains($0) },
                legacy: tradesInMonth(.legacy, facts).figure),
            KPI(
                key: "win-rate", name: "Win rate", unit: .percent, estimate: rate,
                target: "> \(Words.percent(targets.winRate))",
                verdict: judge(rate.figure, enough: enoughTrades) { $0 > targets.winRate },
                legacy: legacyTally.winRate.figure),
            KPI(
                key: "mean-pnl", name: "Mean P&L per trade", unit: .usd, estimate: mean,
                target: "$\(Words.number(targets.meanPnLFrom))-\(Words.number(targets.meanPnLTo))",
                verdict: judge(mean.figure, enough: enoughTrades) { $0 >= targets.meanPnLFrom },
                legacy: legacyTally.meanPnL),
            KPI(
                key: "sharpe", name: "Sharpe ratio", unit: .ratio, estimate: sharpe,
                target: "> \(Words.number(targets.sharpe))",
                verdict: judge(sharpe.figure, enough: enoughReturns) { $0 > targets.sharpe },
                legacy: records[1]?.sharpe.figure ?? none.figure),
            KPI(
                key: "max-drawdown", name: "Maximum drawdown", unit: .percent, estimate: Estimate(fall),
                target: "above -\(Words.percent(targets.maxDrawdown))",
                verdict: isTooDeep ? .missed : judge(fall, enough: enoughReturns) { _ in true },
                legacy: records[1]?.returns.maxDrawdown ?? none.figure),
        ]
    }

    /// Trades opened with capital over the last 21 sessions, without hedges, with the exact Poisson interval; undefined
    /// before there were as many sessions.
    static func tradesInMonth(_ strategy: StrategyName, _ facts: ReviewFacts) -> Estimate {
        let sessions = facts.input.sessions.filter { $0 <= facts.end }
        let month = facts.settings.sessionsPerMonth
        guard sessions.count >= month else { return Estimate(.undefined(.tooFew, n: sessions.count)) }
        let opened = facts.opened(since: sessions[sessions.count - month]).count { $0.strategy == strategy }
        return Estimate(.value(Double(opened), n: month), PoissonCount.interval(opened))
    }

    static let definition = DatasetDefinition(
        "kpis", "The desk's five key figures: MULTIBOOK since inception, trades per month over the last 21 sessions",
        [
            .init("name", .text, "The key figure"),
            .init("value", .ratio, "Its value, in the row's own unit"),
            .init("low", .ratio, "Lower end of its 95 % interval; null where the figure has none"),
            .init("high", .ratio, "Upper end of its 95 % interval; null where the figure has none"),
            .init("target", .text, "The target"),
            .init("verdict", .text, "met, missed or too early"),
            .init("legacy_value", .ratio, "The same figure of LEGACY"),
            .init("unit", .text, "What the row's values are measured in: count, percent, usd or ratio"),
            .init("n", .count, "Observations behind the value"),
            .init("key", .text, "A stable identifier of the key figure"),
        ])

    /// One cell a column of ``definition``.
    var cells: [Value] {
        [
            .text(name), Value(estimate.figure), estimate.low, estimate.high, .text(target), .text(verdict.rawValue),
            Value(legacy), .text(unit.rawValue), .integer(estimate.figure.n), .text(key),
        ]
    }
}
