internal import GRDB

/// The stable names that notebooks and people's own SQL read (docs/history.md, "Views"). Dollars are REAL, made from
/// whole cents by one division, so that each is the double nearest to its cents.
extension Schema {
    @Sendable static func views(_ db: Database) throws {
        try db.execute(sql: allTrades)
        for (name, condition) in [
            ("closed_trades", "allotment = 'allotted' AND structure <> 'hedge' AND exit_day IS NOT NULL"),
            ("shadow_trades", "allotment = 'shadow' AND structure <> 'hedge'"),
            ("hedge_trades", "structure = 'hedge'"),
        ] {
            try db.execute(sql: "CREATE VIEW \(name) AS SELECT * FROM all_trades WHERE \(condition)")
        }
        try db.execute(sql: openPositions)
        try db.execute(sql: dailyEquity)
        try db.execute(sql: dailySnapshots)
        try db.execute(sql: decisions)
    }

    /// Price × contracts is in whole cents: ten-thousandths of a dollar a share, 100 shares a contract. The old desk's
    /// rows vary in case.
    private static let allTrades = """
        CREATE VIEW all_trades AS
        SELECT t.id AS trade_id, d.strategy, upper(t.book_type) AS book, t.symbol, d.structure,
            CASE d.structure WHEN 'put_credit' THEN 'bullish' WHEN 'call_credit' THEN 'bearish'
                WHEN 'iron_condor' THEN 'neutral' ELSE 'hedge' END AS direction,
            d.confidence,
            CASE WHEN d.confidence < 70 THEN '<70' WHEN d.confidence < 80 THEN '70-79'
                WHEN d.confidence < 90 THEN '80-89' WHEN d.confidence <= 100 THEN '90-100' END AS tier,
            d.entry_day, x.exit_day,
            CAST(julianday(x.exit_day) - julianday(d.entry_day) AS INTEGER) AS days_in_trade,
            CAST(julianday(d.expiration) - julianday(d.entry_day) AS INTEGER) AS dte_at_entry,
            CASE WHEN julianday(d.expiration) - julianday(d.entry_day) <= 7 THEN '0-7'
                WHEN julianday(d.expiration) - julianday(d.entry_day) <= 14 THEN '8-14'
                WHEN julianday(d.expiration) - julianday(d.entry_day) <= 30 THEN '15-30'
                WHEN julianday(d.expiration) - julianday(d.entry_day) <= 50 THEN '31-50'
                WHEN d.expiration IS NOT NULL THEN '>50' END AS dte_bucket,
            t.contracts,
            d.credit_price * t.contracts / 100.0 AS credit,
            x.cost_price * t.contracts / 100.0 AS cost_to_close,
            (d.entry_fee_cents + ifnull(x.fee_cents, 0)) / 100.0 AS fees,
            ((d.credit_price - x.cost_price) * t.contracts - d.entry_fee_cents - x.fee_cents) / 100.0
                AS realized_pnl,
            CASE WHEN d.width_price > 0 THEN CAST(d.credit_price AS REAL) / d.width_price END
                AS credit_to_width,
            t.entry_iv_rank, t.entry_delta, x.reason AS exit_reason,
            lower(t.mode) AS mode,
            d.allotment, d.entry_time, x.exit_time, d.expiration,
            d.width_price / 10000.0 AS width,
            CASE WHEN d.structure = 'hedge' THEN (d.entry_fee_cents - d.credit_price * t.contracts) / 100.0
                ELSE ((d.width_price - d.credit_price) * t.contracts + d.entry_fee_cents) / 100.0 END AS max_loss,
            t.directional_filter_passed, d.entry_spot, d.entry_vix, d.stop_rule, d.is_synthetic
        FROM trades t
        JOIN trade_details d ON d.trade_id = t.id
        LEFT JOIN trade_exits x ON x.trade_id = t.id
        """

    private static let openPositions = """
        CREATE VIEW open_positions AS
        SELECT a.*, m.mark_price * a.contracts / 100.0 AS mark, m.unrealized_cents / 100.0 AS unrealized_pnl, m.short_delta,
            m.timestamp AS marked_at, m.delta, m.gamma, m.theta, m.vega, m.spot
        FROM all_trades a
        LEFT JOIN position_marks m ON m.trade_id = a.trade_id
            AND m.timestamp = (SELECT max(timestamp) FROM position_marks WHERE trade_id = a.trade_id)
        WHERE a.allotment = 'allotted' AND a.structure <> 'hedge' AND a.exit_day IS NULL
        """

    /// The recursion multiplies day by day, as a person would: SQLite has no product over a window.
    private static let dailyEquity = """
        CREATE VIEW daily_equity AS
        WITH RECURSIVE
        chosen AS (
            SELECT *, row_number() OVER (
                PARTITION BY day, strategy
                ORDER BY allotment = 'allotted' AND capital_cents > 0 DESC, capital_cents > 0 DESC, allotment
            ) AS preference
            FROM daily_results
        ),
        numbered AS MATERIALIZED (
            SELECT day, strategy, allotment, capital_cents, pnl_cents, hedge_pnl_cents, flow_cents, share,
                CASE WHEN capital_cents > 0 THEN (pnl_cents / 100.0) / (capital_cents / 100.0) END AS daily_return,
                row_number() OVER (PARTITION BY strategy ORDER BY day) AS number,
                first_value(capital_cents) OVER (PARTITION BY strategy ORDER BY capital_cents <= 0, day)
                    AS first_capital
            FROM chosen WHERE preference = 1
        ),
        compounded (strategy, number, growth) AS (
            SELECT DISTINCT strategy, 0, 1.0 FROM numbered
            UNION ALL
            SELECT n.strategy, n.number, c.growth * max(0.0, 1.0 + ifnull(n.daily_return, 0.0))
            FROM compounded c JOIN numbered n ON n.strategy = c.strategy AND n.number = c.number + 1
        ),
        peaks AS (
            SELECT strategy, number, growth,
                max(growth) OVER (PARTITION BY strategy ORDER BY number) AS peak
            FROM compounded
        )
        SELECT n.day, n.strategy, n.capital_cents / 100.0 AS allotted_capital, n.pnl_cents / 100.0 AS pnl,
            n.daily_return AS "return", n.first_capital / 100.0 * p.growth AS equity,
            p.growth / p.peak - 1.0 AS drawdown,
            n.allotment, n.hedge_pnl_cents / 100.0 AS hedge_pnl, n.flow_cents / 100.0 AS flow, n.share
        FROM numbered n JOIN peaks p ON p.strategy = n.strategy AND p.number = n.number
        ORDER BY n.day, n.strategy
        """

    private static let dailySnapshots = """
        CREATE VIEW daily_snapshots AS
        SELECT day, total_delta, total_theta, total_vega, total_gamma, day_at_risk, open_risk, vix_level,
            hedge_active, taken_at, equity, mean_iv_rank, hedge_required
        FROM (
            SELECT s.day, p.total_delta, p.total_theta, p.total_vega, p.total_gamma, p.day_at_risk, s.open_risk,
                p.vix_level, p.hedge_active, s.taken_at, s.equity_cents / 100.0 AS equity, s.mean_iv_rank,
                s.hedge_required,
                row_number() OVER (PARTITION BY s.day ORDER BY s.taken_at DESC, p.id DESC) AS newest
            FROM portfolio_metrics p JOIN snapshot_details s ON s.snapshot_id = p.id
        )
        WHERE newest = 1
        ORDER BY day
        """

    private static let decisions = """
        CREATE VIEW rule_results AS
        SELECT c.day, c.strategy, c.symbol, o.rule, o.passed, o.value, o.threshold AS "limit", c.trade_id,
            c.book, c.allotment, c.structure, o.detail, c.id AS candidate_id, o.position, c.timestamp
        FROM candidates c JOIN rule_outcomes o ON o.candidate_id = c.id;

        CREATE VIEW gate_decisions AS
        SELECT g.day, g.share_before, g.share_after, g.decision, g.reasons, g.evidence,
            (SELECT o.id FROM gate_overrides o WHERE o.gate_record_id = g.id ORDER BY o.id DESC LIMIT 1)
                AS overridden_by
        FROM gate_records g;
        """
}
