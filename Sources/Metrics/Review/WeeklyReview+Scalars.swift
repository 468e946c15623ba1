internal import Dates
internal import Ledger

extension WeeklyReview {
    /// The review's single figures, in the order of ``MetricCatalogue/scalars``.
    public var scalars: [Scalar] {
        let week = TradeTally(facts.closedInWeek)
        let multibook = performance.first {
            $0.strategy == .multibook && $0.window.name == ReviewWindow.sinceInception
        }
        let returns = multibook?.returns ?? Returns([])
        let settings = facts.settings
        let (year, minimum) = (settings.year, settings.minimumReturns)
        func money(_ amount: Money?) -> Value { amount.map(Value.money) ?? .undefined(.notRecorded) }
        func capture(_ amount: Money?) -> Value {
            amount.map { Value(theta.capture(of: $0.dollars)) } ?? .undefined(.notRecorded)
        }
        let rate = week.winRate
        let mean = week.expectancy
        let withOpen = winRateWithOpen
        func text(_ words: String?) -> Value { words.map(Value.text) ?? .undefined(.notRecorded) }
        let values: [String: Value] = [
            "week": .text(facts.input.week.description),
            "as_of": .day(facts.input.asOf),
            "gross_theta": Value(theta.gross),
            "theta_capture": capture(change.optionPnL),
            "realized_pnl": .money(change.realized),
            "unrealized_pnl": money(change.unrealized),
            "hedge_cost": .money(-change.hedge),
            "fees": .money(change.fees),
            "trades_closed": .integer(week.count),
            "trades_opened": .integer(activity.reduce(0) { $0 + $1.opened }),
            "win_rate": Value(rate.figure),
            "mean_days_in_trade": Value(week.meanDays),
            "sharpe": Value(returns.sharpe(year, minimum: minimum)),
            "sortino": Value(returns.sortino(year, minimum: minimum)),
            "max_drawdown": Value(returns.maxDrawdown),
            "es_95": Value(returns.expectedShortfall(minimum: settings.minimumTailReturns)),
            "share": Value(optional: lastShare, .notRecorded),
            "gate_decision": text(facts.input.gateDecision),
            "gate_evidence": text(facts.input.gateEvidence),
            "verdict": .text(verdict),
            "net_change": money(change.net),
            "theta_capture_net": capture(change.net),
            "win_rate_low": rate.low,
            "win_rate_high": rate.high,
            "trades_flat": .integer(week.flat),
            "median_days_in_trade": Value(week.medianDays),
            "mean_sessions_in_trade": Value(meanSessions),
            "profit_factor": Value(week.profitFactor),
            "mean_pnl": Value(mean.figure),
            "mean_pnl_low": mean.low,
            "mean_pnl_high": mean.high,
            "sharpe_se": Value(returns.sharpeStandardError(year, minimum: minimum)),
            "sharpe_adjusted": Value(returns.autocorrelationAdjustedSharpe(year, minimum: minimum)),
            "psr_0": Value(returns.probabilisticSharpe(above: 0, year, minimum: minimum)),
            "psr_kpi": Value(returns.probabilisticSharpe(above: settings.targets.sharpe, year, minimum: minimum)),
            "max_drawdown_realized": Value((multibook?.realizedReturns ?? Returns([])).maxDrawdown),
            "missing_sessions": .integer(multibook?.missingSessions ?? 0),
            "trades_per_month": Value(KPI.tradesInMonth(.multibook, facts).figure),
            "kpis_missed": .integer(kpis.count { $0.verdict == .missed }),
            "open_positions": .integer(openPositions.count),
            "open_unrealized_pnl": openPositions.contains { $0.mark == nil }
                ? .undefined(.notRecorded)
                : .money(openPositions.reduce(.zero) { $0 + ($1.mark?.unrealizedPnL ?? .zero) }),
            "worst_plausible": money(worstPlausible.desk?.maxLoss),
            "worst_plausible_weeks": worstPlausible.desk.map { Value($0.weeksOfTheta) } ?? .undefined(.noData),
            "win_rate_with_open": Value(withOpen.figure),
            "win_rate_with_open_low": withOpen.low,
            "win_rate_with_open_high": withOpen.high,
            "brier": Value(calibration.brier),
            "brier_reference": Value(calibration.reference),
            "tiers_monotone": .text(calibration.verdict),
            "tiers_trend_p": Value(calibration.trend),
            "mean_credit_to_width": Value(creditToWidth.mean),
            "credit_at_target": Value(creditToWidth.atTarget),
            "reconciliation_difference": money(reconciliation.difference),
            "figures_restated": .integer(restatement.rows.count),
        ]
        return MetricCatalogue.scalars.map { Scalar($0.name, $0.unit, values[$0.name] ?? .null) }
    }

    /// One honest sentence: what the week earned, how many key figures miss their target, and whether the books balance.
    public var verdict: String {
        var parts = [
            change.net.map { $0 > .zero ? "Gain" : $0 < .zero ? "Loss" : "No change" } ?? "Result not known"
        ]
        let missed = kpis.count { $0.verdict == .missed }
        let early = kpis.count { $0.verdict == .tooEarly }
        if early == kpis.count {
            parts.append("too early to judge any KPI")
        } else {
            parts.append(missed == 0 ? "no KPI missed" : "\(missed) of \(kpis.count) KPIs missed")
            if early > 0 { parts.append("\(early) too early to judge") }
        }
        if !reconciliation.isExact { parts.append("equity does not reconcile") }
        return parts.joined(separator: ", ")
    }

    /// Trades closed in the week and positions open at its end taken together, an open one as a win where its mark gains:
    /// winners close early, so closed trades alone flatter. Undefined where an open position has no mark.
    var winRateWithOpen: Estimate {
        guard openPositions.allSatisfy({ $0.trade.structure == .hedge || $0.mark != nil }) else {
            return Estimate(.undefined(.notRecorded, n: facts.closedInWeek.count))
        }
        let open = openPositions.filter { $0.trade.structure != .hedge }.compactMap(\.mark?.unrealizedPnL)
        let wins = facts.closedInWeek.count { $0.pnl > .zero } + open.count { $0 > .zero }
        return Proportion(wins, of: facts.closedInWeek.count + open.count).estimate
    }

    /// Mean sessions from entry to exit of the trades closed in the week.
    private var meanSessions: Figure {
        let sessions = facts.input.sessions
        let counts = facts.closedInWeek.map { trade in
            sessions.count { $0 > trade.entryDay && $0 <= trade.exitDay }
        }
        guard !counts.isEmpty, let first = sessions.first else { return .undefined(.noData, n: 0) }
        guard facts.closedInWeek.allSatisfy({ $0.entryDay >= first }) else {
            return .undefined(.notRecorded, n: counts.count)
        }
        return .value(Double(counts.reduce(0, +)) / Double(counts.count), n: counts.count)
    }

    /// MULTIBOOK's share of capital on the last day that says it.
    private var lastShare: Double? {
        facts.input.dailyResults.filter { $0.day <= facts.end && $0.share != nil }.max { $0.day < $1.day }?.share
    }
}
