public import Dates
internal import GRDB
public import Input
public import Ledger

extension HistoryStore {
    /// Days on which a session was written, in order.
    public func sessions(from first: Day? = nil, through last: Day? = nil) throws(HistoryError) -> [Day] {
        try read(
            "sessions", "SELECT day FROM sessions WHERE day BETWEEN ? AND ? ORDER BY day", ["day"], first, last
        ) { try $0.day(0) }
    }

    /// The first and the last day of a session, an entry, an exit or a snapshot; nil for an empty history.
    public func span() throws(HistoryError) -> ClosedRange<Day>? {
        let ends = try reading { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT min(first), max(last) FROM (
                        SELECT min(day) AS first, max(day) AS last FROM sessions
                        UNION ALL SELECT min(entry_day), max(entry_day) FROM trade_details
                        UNION ALL SELECT min(exit_day), max(exit_day) FROM trade_exits
                        UNION ALL SELECT min(day), max(day) FROM snapshot_details)
                    """
            ).map { RowReader(table: "sessions", key: 1, columns: ["first", "last"], row: $0) }
        }
        return try HistoryError.naming(path) {
            guard let ends, let first = try ends.optionalDay(0), let last = try ends.optionalDay(1) else { return nil }
            return first...last
        }
    }

    /// Marks of open positions, by time and trade, over exchange dates, both ends included.
    public func marks(from first: Day? = nil, through last: Day? = nil) throws(HistoryError) -> [PositionMark] {
        try read(
            "position_marks",
            """
            SELECT trade_id, timestamp, mark_price, unrealized_cents, delta, gamma, theta, vega, short_delta, spot,
                implied_volatility
            FROM position_marks WHERE day BETWEEN ? AND ? ORDER BY day, timestamp, trade_id
            """,
            [
                "trade_id", "timestamp", "mark_price", "unrealized_cents", "delta", "gamma", "theta", "vega",
                "short_delta", "spot", "implied_volatility",
            ], first, last
        ) { row in
            PositionMark(
                tradeID: try row.integer(0), time: try row.instant(1), mark: try row.price(2),
                unrealizedPnL: try row.money(3), delta: try row.number(4), gamma: try row.number(5),
                theta: try row.number(6), vega: try row.number(7), shortDelta: try row.optionalNumber(8),
                spot: try row.number(9, in: RowReader.positive),
                impliedVolatility: try row.optionalNumber(10, in: RowReader.magnitudes))
        }
    }

    /// Maximum loss ÷ equity. A negative one would pass every limit.
    private static let risk = 0...1e9

    /// Snapshots of the desk's risk, all of each day, by time, over exchange dates, both ends included.
    public func snapshots(from first: Day? = nil, through last: Day? = nil) throws(HistoryError)
        -> [PortfolioSnapshot]
    {
        try read(
            "portfolio_metrics",
            """
            SELECT p.id, s.taken_at, p.total_delta, p.total_theta, p.total_vega, p.total_gamma, p.day_at_risk,
                p.vix_level, p.hedge_active, s.open_risk, s.equity_cents, s.mean_iv_rank, s.hedge_required
            FROM snapshot_details s JOIN portfolio_metrics p ON p.id = s.snapshot_id
            WHERE s.day BETWEEN ? AND ? ORDER BY s.taken_at, p.id
            """,
            [
                "id", "taken_at", "total_delta", "total_theta", "total_vega", "total_gamma", "day_at_risk",
                "vix_level", "hedge_active", "open_risk", "equity_cents", "mean_iv_rank", "hedge_required",
            ], first, last
        ) { row in
            PortfolioSnapshot(
                time: try row.instant(1), totalDelta: try row.number(2), totalTheta: try row.number(3),
                totalVega: try row.number(4), totalGamma: try row.number(5),
                dayAtRisk: try row.number(6, in: Self.risk),
                vix: try row.optionalNumber(7, in: 0...1_000), hedgeActive: try row.optionalFlag(8) ?? false,
                openRisk: try row.optionalNumber(9, in: Self.risk), equity: try row.optionalMoney(10),
                meanIVRank: try row.optionalNumber(11, in: 0...100), hedgeRequired: try row.optionalFlag(12))
        }
    }

    /// Results of each strategy and allotment, by day, strategy and allotment, both ends included.
    public func dailyResults(from first: Day? = nil, through last: Day? = nil) throws(HistoryError)
        -> [DailyResult]
    {
        try read(
            "daily_results",
            """
            SELECT day, strategy, allotment, capital_cents, pnl_cents, hedge_pnl_cents, flow_cents, share
            FROM daily_results WHERE day BETWEEN ? AND ? ORDER BY day, strategy, allotment
            """,
            [
                "day", "strategy", "allotment", "capital_cents", "pnl_cents", "hedge_pnl_cents", "flow_cents", "share",
            ], first, last
        ) { row in
            DailyResult(
                day: try row.day(0), strategy: try row.named(1), allotment: try row.named(2),
                capital: try row.money(3), pnl: try row.money(4),
                hedgePnL: try row.money(5), flow: try row.money(6),
                share: try row.optionalNumber(7, in: RowReader.shares))
        }
    }

    /// Comparisons of the two strategies, by time, over exchange dates, both ends included.
    public func comparisons(from first: Day? = nil, through last: Day? = nil) throws(HistoryError)
        -> [ParallelComparison]
    {
        try read(
            "comparisons",
            """
            SELECT timestamp, multibook_proposed, legacy_proposed, multibook_exposure_cents, legacy_exposure_cents,
                only_one, opposite, size_ratio
            FROM comparisons WHERE day BETWEEN ? AND ? ORDER BY timestamp
            """,
            [
                "timestamp", "multibook_proposed", "legacy_proposed", "multibook_exposure_cents",
                "legacy_exposure_cents", "only_one", "opposite", "size_ratio",
            ], first, last
        ) { row in
            ParallelComparison(
                time: try row.instant(0), multibookProposed: try row.strings(1), legacyProposed: try row.strings(2),
                multibookExposure: try row.money(3), legacyExposure: try row.money(4),
                onlyOne: try row.strings(5), opposite: try row.strings(6),
                sizeRatio: try row.optionalNumber(7, in: RowReader.magnitudes))
        }
    }

    /// Faults in data, gravest last within a day; those without a day come first.
    public func findings(from first: Day? = nil, through last: Day? = nil) throws(HistoryError) -> [Finding] {
        try read(
            "findings",
            """
            SELECT id, day, severity, rule, subject, place, message FROM findings
            WHERE day IS NULL OR day BETWEEN ? AND ? ORDER BY day, id
            """, ["id", "day", "severity", "rule", "subject", "place", "message"], first, last
        ) { row in
            Finding(
                severity: try row.named(2), rule: try row.text(3), subject: try row.text(4),
                day: try row.optionalDay(1), place: try row.text(5), message: try row.text(6))
        }
    }

    /// Where the history comes from, oldest first.
    public func runs() throws(HistoryError) -> [RunRecord] {
        let columns = [
            "id", "kind", "from_day", "to_day", "initial_equity_cents", "share", "seed", "is_synthetic", "provenance",
            "parameters",
        ]
        return try reading { db in
            try Row.fetchAll(db, sql: "SELECT \(columns.joined(separator: ", ")) FROM runs ORDER BY id").map {
                let row = RowReader(table: "runs", keyAt: 0, columns: columns, row: $0)
                return RunRecord(
                    kind: try row.text(1), from: try row.day(2), to: try row.day(3),
                    initialEquity: try row.money(4), share: try row.number(5, in: RowReader.shares),
                    seed: try row.optionalText(6).flatMap { UInt64($0) }, isSynthetic: try row.flag(7),
                    provenance: try row.text(8), parameters: try row.text(9))
            }
        }
    }

    /// Rows of a selection between two days, which its first two parameters bound.
    func read<Result>(
        _ table: String, _ sql: String, _ columns: [String], _ first: Day?, _ last: Day?,
        _ make: (RowReader) throws -> Result
    ) throws(HistoryError) -> [Result] {
        try reading { db in
            let rows = try Row.fetchCursor(
                db, sql: sql, arguments: [first?.iso ?? "0000-00-00", last?.iso ?? "9999-12-31"])
            var results: [Result] = []
            var number: Int64 = 0
            while let row = try rows.next() {
                number += 1
                results.append(try make(RowReader(table: table, key: number, columns: columns, row: row)))
            }
            return results
        }
    }
}
