public import Metrics

/// What the views of the history hold, column by column: the dictionary of everything that a notebook's SQL can read
/// beside the computed datasets.
public enum HistoryDictionary {
    /// The stable views, and the tables that stand beside them under stable names.
    public static let catalogue = Catalogue(
        title: "The history",
        summary:
            "There for every notebook, as the history stood at the end of the as-of date. Any SQLite tool can read the "
            + "same views, of the present.",
        scalars: [],
        datasets: [
            trades("closed_trades", "Trades made with capital that are closed, hedges apart, one row a trade"),
            DatasetDefinition(
                "open_positions", "Trades made with capital that are open, hedges apart, with their last mark",
                tradeColumns + markColumns),
            trades("shadow_trades", "Trades followed without capital, open and closed"),
            trades("hedge_trades", "Hedges, open and closed"),
            trades("all_trades", "All of these"), dailyEquity, dailySnapshots, ruleResults, gateDecisions, findings,
            comparisons, marketDays, signOffs,
        ])

    private static func trades(_ name: String, _ definition: String) -> DatasetDefinition {
        DatasetDefinition(name, definition, tradeColumns)
    }

    private static let tradeColumns: [DatasetDefinition.Column] = [
        .init("trade_id", .count, "The number in the history"), .init("strategy", .text, "MULTIBOOK or LEGACY"),
        .init("book", .text, "PRIMARY, INCOME_POP, LEGACY or HEDGE"), .init("symbol", .text, "The underlying"),
        .init("structure", .text, "put_credit, call_credit, iron_condor or hedge"),
        .init("direction", .text, "bullish, bearish, neutral or hedge; follows from the structure"),
        .init("confidence", .points, "The score, 0–100"), .init("tier", .text, "<70, 70-79, 80-89 or 90-100"),
        .init("entry_day", .date, "Exchange date of the entry"), .init("exit_day", .date, "Exchange date of the exit"),
        .init("days_in_trade", .count, "Calendar days from entry to exit"),
        .init("dte_at_entry", .count, "Calendar days from entry to expiration"),
        .init("dte_bucket", .text, "0-7, 8-14, 15-30, 31-50 or >50 of these days"),
        .init("contracts", .count, "Units of the structure"),
        .init("credit", .usd, "Received at entry for the whole trade, before fees; negative for a hedge's debit"),
        .init("cost_to_close", .usd, "Paid to close the whole trade, before fees"),
        .init("fees", .usd, "All fees paid so far"), .init("realized_pnl", .usd, "credit − cost_to_close − fees"),
        .init("credit_to_width", .percent, "Entry credit ÷ width"),
        .init("entry_iv_rank", .points, "IV rank at entry, 0–100"),
        .init("entry_delta", .ratio, "Delta of one unit at entry, per share"),
        .init("exit_reason", .text, "The rule that closed it"),
        .init("mode", .text, "simulated, backtest, paper or live"),
        .init("allotment", .text, "allotted (with capital) or shadow (followed without)"),
        .init("entry_time", .time, "When the opening fill was made, UTC"),
        .init("exit_time", .time, "When the closing fill was made, UTC"),
        .init("expiration", .date, "Last day of the options"),
        .init("width", .usdPerShare, "Strike distance of the wider side"),
        .init("max_loss", .usd, "(width − credit) × 100 × contracts + entry fees; for a hedge debit + fees"),
        .init("directional_filter_passed", .flag, "Whether the directional filter passed"),
        .init("entry_spot", .usdPerShare, "Price of the underlying at entry"),
        .init("entry_vix", .points, "VIX at entry"),
        .init("stop_rule", .text, "Rules it is watched under; NULL for none"),
        .init("is_synthetic", .flag, "Whether a model made the prices it traded at"),
    ]

    private static let markColumns: [DatasetDefinition.Column] = [
        .init("mark", .usd, "Cost to close all of it at mid, at the last mark"),
        .init("unrealized_pnl", .usd, "credit − mark − fees paid"),
        .init("short_delta", .ratio, "Delta of the short leg, per share; a condor's larger one"),
        .init("marked_at", .time, "When the last mark was taken, UTC"),
        .init("delta", .ratio, "Shares of the underlying that move alike"),
        .init("gamma", .ratio, "Shares per dollar of the underlying"),
        .init("theta", .usdPerDay, "Theta of the position"),
        .init("vega", .usdPerPoint, "Vega of the position"),
        .init("spot", .usdPerShare, "Price of the underlying at the mark"),
    ]

    private static let dailyEquity = DatasetDefinition(
        "daily_equity",
        "One row a session and strategy: the sleeve with capital where it has any that day, otherwise the shadow sleeve",
        [
            .init("day", .date, "The session"), .init("strategy", .text, "MULTIBOOK or LEGACY"),
            .init("allotted_capital", .usd, "The sleeve's capital at the previous close"),
            .init("pnl", .usd, "Marked P&L of the day, hedge and fees included"),
            .init("return", .percent, "pnl ÷ allotted_capital; a word of SQL: write \"return\""),
            .init("equity", .usd, "The first capital grown by these returns, as if nothing had flowed in or out"),
            .init("drawdown", .percent, "equity ÷ its running peak − 1; zero or negative"),
            .init("allotment", .text, "allotted or shadow"), .init("hedge_pnl", .usd, "The hedge's part of pnl"),
            .init("flow", .usd, "Capital that came in or left at the day's end"),
            .init("share", .percent, "MULTIBOOK's share of the desk's capital"),
        ])

    private static let dailySnapshots = DatasetDefinition(
        "daily_snapshots", "The last snapshot of the desk's risk of each exchange date",
        [
            .init("day", .date, "The exchange date"), .init("total_delta", .ratio, "Net dollar delta ÷ equity"),
            .init("total_theta", .usdPerDay, "Theta"), .init("total_vega", .usdPerPoint, "Vega"),
            .init("total_gamma", .ratio, "Change of total_delta for a move of 1 % in every underlying"),
            .init("day_at_risk", .percent, "Maximum loss of what was opened that day ÷ equity"),
            .init("open_risk", .percent, "Maximum loss of everything open ÷ equity"),
            .init("vix_level", .points, "VIX"), .init("hedge_active", .flag, "Whether a hedge was held"),
            .init("taken_at", .time, "When it was taken, UTC"), .init("equity", .usd, "The desk's marked equity"),
            .init("mean_iv_rank", .points, "Mean IV rank of the universe"),
            .init("hedge_required", .flag, "Whether the hedge rule asked for a hedge"),
        ])

    private static let ruleResults = DatasetDefinition(
        "rule_results", "What each rule said of each candidate",
        [
            .init("day", .date, "The session"), .init("strategy", .text, "MULTIBOOK or LEGACY"),
            .init("symbol", .text, "The underlying"), .init("rule", .text, "The rule's stable identifier"),
            .init("passed", .flag, "Passed or failed; NULL where it could not be evaluated"),
            .init("value", .ratio, "The value compared, in the rule's own unit"),
            .init("limit", .ratio, "What it was compared with; a word of SQL: write \"limit\""),
            .init("trade_id", .count, "The trade that came of it; NULL for a refusal"),
            .init("book", .text, "The book"), .init("allotment", .text, "allotted or shadow"),
            .init("structure", .text, "How the trade would be built"), .init("detail", .text, "In words"),
            .init("candidate_id", .count, "The candidate"), .init("position", .count, "Place among its rules"),
            .init("timestamp", .time, "When it was considered, UTC"),
        ])

    private static let gateDecisions = DatasetDefinition(
        "gate_decisions", "The rollout gate's decision of each session, as it was computed",
        [
            .init("day", .date, "The session"), .init("share_before", .percent, "MULTIBOOK's share in force before"),
            .init("share_after", .percent, "The share that the rules allow from the next session on"),
            .init("decision", .text, "PROMOTE, HOLD or ROLL BACK"), .init("reasons", .text, "Why, as a JSON list"),
            .init("evidence", .text, "Everything that was looked at, as JSON"),
            .init("overridden_by", .count, "Number of the newest override; NULL for none"),
            .init("rule", .text, "The rule that decided"), .init("grade", .text, "How strong the evidence was"),
            .init("decided_at", .time, "When it was computed, UTC"),
            .init("inputs_digest", .text, "SHA-256 over what it rests on"),
            .init("rule_version", .text, "Version of rules, settings and program"),
        ])

    private static let findings = DatasetDefinition(
        "findings", "Faults found in data",
        [
            .init("id", .count, "The number"), .init("day", .date, "The session; NULL for the data as a whole"),
            .init("severity", .text, "note, warning or error"), .init("rule", .text, "The rule that found it"),
            .init("subject", .text, "What it is about"), .init("place", .text, "Where it stands in its source"),
            .init("message", .text, "What is wrong"),
        ])

    private static let comparisons = DatasetDefinition(
        "comparisons", "Old against new at each look: what each would trade, and where they differ",
        [
            .init("timestamp", .time, "The moment, UTC"), .init("day", .date, "The session"),
            .init("multibook_proposed", .text, "What MULTIBOOK would trade, as a JSON list"),
            .init("legacy_proposed", .text, "What LEGACY would trade, as a JSON list"),
            .init("multibook_exposure_cents", .count, "MULTIBOOK's maximum loss of everything open, cents"),
            .init("legacy_exposure_cents", .count, "LEGACY's"),
            .init("only_one", .text, "Symbols that only one of them would trade, as a JSON list"),
            .init("opposite", .text, "Symbols on which they take opposite views, as a JSON list"),
            .init("size_ratio", .ratio, "Their sizes' ratio; NULL where only one trades"),
        ])

    private static let marketDays = DatasetDefinition(
        "market_days", "What the market showed of each symbol at each session's decision",
        [
            .init("day", .date, "The session"), .init("symbol", .text, "The symbol; VIX for the index"),
            .init("price", .usdPerShare, "Price as traded; points for VIX"),
            .init("split_ratio", .ratio, "Shares after ÷ shares before of a split on that day; 1 for none"),
            .init("dividend", .usdPerShare, "Dividend whose ex-date it is; 0 for none"),
            .init("implied_volatility", .percent, "30-day at-the-money implied volatility"),
            .init("iv_rank", .points, "IV rank, 0–100"),
        ])

    private static let signOffs = DatasetDefinition(
        "sign_offs", "People's words",
        [
            .init("id", .count, "The number"), .init("item", .text, "What they vouch for"),
            .init("person", .text, "Who"), .init("recorded_at", .time, "When, UTC"),
            .init("note", .text, "On what it rests"),
            .init("is_given", .flag, "no where the word was withdrawn"),
        ])
}
