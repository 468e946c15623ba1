internal import Dates
public import Ledger

/// One strategy over one window: the statistics of its daily returns.
public struct Performance: Hashable, Sendable {
    /// The strategy.
    public let strategy: StrategyName
    /// The window.
    public let window: ReviewWindow
    /// Its daily returns within the window: with capital, else in shadow.
    public let returns: Returns
    /// The same days with realised P&L only: what the curve shows that knows no marks.
    public let realizedReturns: Returns
    /// Sessions of the window without a result.
    public let missingSessions: Int

    let settings: ReviewSettings

    init(_ sleeve: Sleeve, _ window: ReviewWindow, realized: Returns, _ facts: ReviewFacts) {
        strategy = sleeve.strategy
        self.window = window
        returns = sleeve.returns.within(window.days)
        realizedReturns = realized.within(window.days)
        settings = facts.settings
        // A strategy is not missing before its first day.
        let first = sleeve.returns.days.first ?? facts.end.adding(1)
        let sessions = facts.input.sessions.count { window.days.contains($0) && $0 >= first }
        missingSessions = max(0, sessions - returns.count)
    }

    /// The annual Sharpe ratio with its interval.
    public var sharpe: Estimate { returns.sharpeEstimate(settings.year, minimum: settings.minimumReturns) }

    static let definition = DatasetDefinition(
        "performance", "One row a strategy and window: MULTIBOOK first, windows from the week to the rollout stages",
        [
            .init("strategy", .text, "The strategy, on its capital or, where it had none, in shadow"),
            .init("window", .text, "The span"),
            .init("observations", .count, "Daily returns"),
            .init("total_return", .percent, "Compounded return; -1 where the capital is gone"),
            .init("annualized_return", .percent, "Compound annual growth by calendar days, from 90 days"),
            .init("volatility", .percent, "√252 · standard deviation of daily returns (n − 1)"),
            .init("sharpe", .ratio, "√252 · mean ÷ standard deviation of daily excess returns, arithmetic"),
            .init("sharpe_se", .ratio, "Standard error of the Sharpe ratio, with skewness and kurtosis"),
            .init("psr_0", .percent, "Probability that the true Sharpe ratio exceeds 0"),
            .init("psr_kpi", .percent, "Probability that the true Sharpe ratio exceeds the target"),
            .init("sortino", .ratio, "√252 · mean excess ÷ downside deviation over all days"),
            .init("max_drawdown", .percent, "Deepest fall of the compounded, marked curve below its running peak; ≤ 0"),
            .init("drawdown_peak", .date, "Last session at the peak before the deepest fall"),
            .init("drawdown_trough", .date, "Session at the bottom of the deepest fall"),
            .init("drawdown_recovery", .date, "First session back at the peak; undefined while there is none"),
            .init("calmar", .ratio, "Compound annual growth ÷ |maximum drawdown|"),
            .init("var_95", .percent, "5 % quantile of daily returns, type 7, signed; from 100 returns"),
            .init("es_95", .percent, "Mean of the daily returns at or below var_95, signed"),
            .init("sharpe_adjusted", .ratio, "Sharpe ratio scaled for autocorrelation, after Lo (2002)"),
            .init("min_track_record", .count, "Daily returns needed for a Sharpe ratio above 0 at 95 %"),
            .init("max_drawdown_realized", .percent, "The same fall on realised P&L only"),
            .init("drawdown_days", .days, "Calendar days from the peak to the recovery, or so far"),
            .init("missing_sessions", .count, "Sessions of the window without a result"),
            .init("first_day", .date, "First day of the window"),
            .init("last_day", .date, "Last day of the window"),
        ])

    /// One cell a column of ``definition``.
    var cells: [Value] {
        let (year, minimum) = (settings.year, settings.minimumReturns)
        let tail = settings.minimumTailReturns
        let fall = returns.deepestDrawdown
        let noFall: Value = .undefined(returns.count > 0 ? .noDrawdown : .noData)
        return [
            .text(strategy.rawValue), .text(window.name), .integer(returns.count), Value(returns.totalReturn),
            Value(returns.annualizedReturn(minimumDays: settings.minimumGrowthDays)), Value(returns.volatility(year)),
            Value(sharpe.figure), Value(returns.sharpeStandardError(year, minimum: minimum)),
            Value(returns.probabilisticSharpe(above: 0, year, minimum: minimum)),
            Value(returns.probabilisticSharpe(above: settings.targets.sharpe, year, minimum: minimum)),
            Value(returns.sortino(year, minimum: minimum)), Value(returns.maxDrawdown),
            fall.map { .day($0.peak) } ?? noFall, fall.map { .day($0.trough) } ?? noFall,
            fall.map { $0.recovery.map(Value.day) ?? .undefined(.stillOpen) } ?? noFall,
            Value(returns.calmar(minimumDays: settings.minimumGrowthDays)), Value(returns.valueAtRisk(minimum: tail)),
            Value(returns.expectedShortfall(minimum: tail)),
            Value(returns.autocorrelationAdjustedSharpe(year, minimum: minimum)),
            Value(returns.minimumTrackRecord(above: 0, year, minimum: minimum)), Value(realizedReturns.maxDrawdown),
            fall.map { .integer($0.days) } ?? noFall, .integer(missingSessions), .day(window.days.lowerBound),
            .day(window.days.upperBound),
        ]
    }

    /// One performance a strategy and window.
    static func all(_ facts: ReviewFacts) -> [Performance] {
        facts.sleeves.flatMap { sleeve in
            let realized = sleeve.realizedReturns(facts)
            return facts.windows.map { Performance(sleeve, $0, realized: realized, facts) }
        }
    }
}

extension Sleeve {
    /// Realised P&L of each day ÷ its capital: trades by their exit, hedges among them, of the same allotment.
    fileprivate func realizedReturns(_ facts: ReviewFacts) -> Returns {
        var (withCapital, inShadow) = ([Day: Money](), [Day: Money]())
        for trade in facts.input.trades where trade.strategy == strategy {
            guard let pnl = trade.realizedPnL, let day = trade.exitDay, day <= facts.end else { continue }
            if trade.allotment == .allotted {
                withCapital[day] = (withCapital[day] ?? .zero) + pnl
            } else {
                inShadow[day] = (inShadow[day] ?? .zero) + pnl
            }
        }
        return Returns(
            base: returns.base, days: results.map(\.day),
            values: results.map { result in
                let pnl = (result.allotment == .allotted ? withCapital : inShadow)[result.day] ?? .zero
                return pnl.dollars / result.capital.dollars
            })
    }
}
