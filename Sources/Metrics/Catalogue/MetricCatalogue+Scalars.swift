extension MetricCatalogue {
    /// Every scalar, in a fixed order. Week figures cover both strategies; annual and risk figures are MULTIBOOK's since
    /// inception.
    public static let scalars: [ScalarDefinition] = [
        .init("week", .text, "The ISO week under review"),
        .init("as_of", .date, "The date that the review takes for today"),
        .init(
            "gross_theta", .usd, "Sum over the week's sessions of portfolio theta × calendar days to the next session"),
        .init("theta_capture", .percent, "Realised P&L and change of unrealised P&L, without hedges, ÷ gross theta"),
        .init(
            "realized_pnl", .usd, "Credit − cost to close − all fees of the trades closed in the week, without hedges"),
        .init("unrealized_pnl", .usd, "Change of unrealised P&L from the last mark before the week to its last mark"),
        .init("hedge_cost", .usd, "What the hedge cost in the week, realised and unrealised; negative when it earned"),
        .init("fees", .usd, "All fees of the trades closed in the week, without hedges"),
        .init("trades_closed", .count, "Trades closed in the week, with capital and without hedges"),
        .init("trades_opened", .count, "Trades opened in the week, with capital and without hedges"),
        .init("win_rate", .percent, "Trades closed in the week with a P&L above zero ÷ all trades closed in it"),
        .init("mean_days_in_trade", .days, "Mean calendar days from entry to exit of the trades closed in the week"),
        .init("sharpe", .ratio, "MULTIBOOK's annual Sharpe ratio since inception, arithmetic; from 20 returns"),
        .init("sortino", .ratio, "MULTIBOOK's annual Sortino ratio since inception; from 20 returns"),
        .init(
            "max_drawdown", .percent, "MULTIBOOK's deepest fall since inception on the marked curve; zero or negative"),
        .init(
            "es_95", .percent,
            "MULTIBOOK's one-day expected shortfall at 95 % since inception, signed; from 100 returns"),
        .init("share", .percent, "The share of the desk's capital that MULTIBOOK has"),
        .init("gate_decision", .text, "The newest decision of the rollout gate"),
        .init("gate_evidence", .text, "How strong the decision's evidence was"),
        .init("verdict", .text, "The week in one sentence"),
        .init("net_change", .usd, "Realised P&L, change of unrealised P&L and hedge together"),
        .init("theta_capture_net", .percent, "Net change, the hedge's cost included, ÷ gross theta"),
        .init("win_rate_low", .percent, "Lower end of the win rate's 95 % Wilson interval"),
        .init("win_rate_high", .percent, "Upper end of the win rate's 95 % Wilson interval"),
        .init(
            "trades_flat", .count, "Trades closed in the week at exactly zero; they are in the win rate's denominator"),
        .init(
            "median_days_in_trade", .days, "Median calendar days from entry to exit of the trades closed in the week"),
        .init("mean_sessions_in_trade", .count, "Mean sessions from entry to exit of the trades closed in the week"),
        .init("profit_factor", .ratio, "Gains ÷ |losses| of the trades closed in the week; undefined without losses"),
        .init("mean_pnl", .usd, "Expectancy: mean realised P&L of the trades closed in the week"),
        .init("mean_pnl_low", .usd, "Lower end of its 95 % bootstrap interval"),
        .init("mean_pnl_high", .usd, "Upper end of its 95 % bootstrap interval"),
        .init("sharpe_se", .ratio, "Standard error of the Sharpe ratio, with skewness and kurtosis"),
        .init("sharpe_adjusted", .ratio, "The Sharpe ratio scaled for autocorrelation, after Lo (2002)"),
        .init("psr_0", .percent, "Probability that MULTIBOOK's true Sharpe ratio exceeds 0"),
        .init("psr_kpi", .percent, "Probability that MULTIBOOK's true Sharpe ratio exceeds its target"),
        .init("max_drawdown_realized", .percent, "MULTIBOOK's deepest fall since inception on realised P&L only"),
        .init("missing_sessions", .count, "Sessions since MULTIBOOK's first result that have none"),
        .init("trades_per_month", .count, "MULTIBOOK's trades opened over the last 21 sessions"),
        .init("kpis_missed", .count, "Key figures that miss their target"),
        .init("open_positions", .count, "Positions with capital open at the week's end, hedges included"),
        .init("open_unrealized_pnl", .usd, "Their unrealised P&L at the last mark"),
        .init("worst_plausible", .usd, "One maximum loss on every open position"),
        .init("worst_plausible_weeks", .ratio, "The same in weeks of gross theta"),
        .init(
            "win_rate_with_open", .percent, "Win rate of the week's closed trades and of open positions at their mark"),
        .init("win_rate_with_open_low", .percent, "Lower end of its 95 % Wilson interval"),
        .init("win_rate_with_open_high", .percent, "Upper end of its 95 % Wilson interval"),
        .init("brier", .ratio, "Brier score of MULTIBOOK's confidence ÷ 100 since inception: 0 is perfect"),
        .init("brier_reference", .ratio, "What always predicting the overall win rate would score"),
        .init("tiers_monotone", .text, "Whether higher tiers win at least as often: yes, no or too early"),
        .init("tiers_trend_p", .percent, "One-sided p-value of the Cochran–Armitage test that higher tiers win more"),
        .init("mean_credit_to_width", .percent, "Mean entry credit ÷ width of the trades opened in the week"),
        .init(
            "credit_at_target", .percent,
            "Share of the trades opened in the week that reach the target of credit ÷ width"),
        .init("reconciliation_difference", .usd, "Recorded less computed closing equity of the desk"),
        .init("figures_restated", .count, "Figures of earlier weeks that differ now from what was reported"),
    ]
}
