internal import Dates
internal import GRDB
internal import Input
internal import Ledger
internal import Options

/// The insertions that sessions and imports share, each prepared once per connection.
struct Statements {
    let db: Database

    init(_ db: Database) {
        self.db = db
    }

    func run(_ sql: String, _ values: [(any DatabaseValueConvertible)?]) throws {
        try db.cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
    }

    /// Lays down a trade as it stands after its opening fill.
    func insert(_ trade: Trade) throws {
        let strikes = trade.planStrikes
        try run(
            """
            INSERT INTO trades (id, timestamp, symbol, spread_type, short_strike, long_strike, contracts, credit,
                status, mode, analysis_id, book_type, entry_iv_rank, entry_delta, directional_filter_passed)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, NULL, ?, ?, ?, ?)
            """,
            [
                trade.id, trade.entryTime.iso, trade.symbol, trade.structure.rawValue, strikes.short, strikes.long,
                trade.contracts, trade.credit.dollars, trade.mode.rawValue, trade.book.rawValue, trade.entryIVRank,
                trade.entryDelta, trade.directionalFilterPassed,
            ])
        try insertDetails(trade)
        for (position, leg) in trade.legs.enumerated() {
            try run(
                """
                INSERT INTO trade_legs (trade_id, position, underlying, expiration, right, strike_thousandths, quantity)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    trade.id, position, leg.contract.underlying, leg.contract.expiration.iso,
                    leg.contract.right.rawValue, leg.contract.strikeThousandths, leg.quantity,
                ])
        }
        for (position, component) in trade.confidenceComponents.enumerated() {
            try run(
                "INSERT INTO confidence_components (trade_id, position, name, points) VALUES (?, ?, ?, ?)",
                [trade.id, position, component.name, component.points])
        }
    }

    /// The companion row of a trade whose row in `trades` stands already.
    func insertDetails(_ trade: Trade) throws {
        try run(
            """
            INSERT INTO trade_details (trade_id, strategy, allotment, structure, entry_time, entry_day, credit_price,
                entry_fee_cents, expiration, width_price, confidence, entry_spot, entry_vix, stop_rule, is_synthetic)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                trade.id, trade.strategy.rawValue, trade.allotment.rawValue, trade.structure.rawValue,
                trade.entryTime.iso, trade.entryDay.iso, trade.entryCredit.tenThousandths, trade.entryFees.cents,
                trade.expiration?.iso, trade.width?.tenThousandths, trade.confidence, trade.entrySpot, trade.entryVIX,
                trade.stopRule, trade.isSynthetic,
            ])
    }

    /// Records where a part of the history comes from.
    func insert(_ run: RunRecord) throws {
        try self.run(
            """
            INSERT INTO runs (kind, from_day, to_day, initial_equity_cents, share, seed, is_synthetic, provenance,
                parameters) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                run.kind, run.from.iso, run.to.iso, run.initialEquity.cents, run.share, run.seed.map(String.init),
                run.isSynthetic, run.provenance, run.parameters,
            ])
    }

    /// Closes a trade that is open in the history.
    func close(_ id: Int64, _ exit: TradeExit) throws {
        try run("UPDATE trades SET status = 'closed' WHERE id = ? AND lower(status) = 'open'", [id])
        guard db.changesCount == 1 else { throw HistoryError.unknownTrade(id: id, wanted: "an open trade") }
        try run(
            """
            INSERT INTO trade_exits (trade_id, exit_time, exit_day, cost_price, fee_cents, reason)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [id, exit.time.iso, exit.day.iso, exit.cost.tenThousandths, exit.fees.cents, exit.reason.rawValue])
    }

    /// - Returns: the number of the snapshot in `portfolio_metrics`.
    func insert(_ snapshot: PortfolioSnapshot) throws -> Int64 {
        try run(
            """
            INSERT INTO portfolio_metrics (timestamp, total_delta, total_theta, total_vega, total_gamma, day_at_risk,
                vix_level, hedge_active) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                snapshot.time.iso, snapshot.totalDelta, snapshot.totalTheta, snapshot.totalVega, snapshot.totalGamma,
                snapshot.dayAtRisk, snapshot.vix, snapshot.hedgeActive,
            ])
        let id = db.lastInsertedRowID
        try run(
            """
            INSERT INTO snapshot_details (snapshot_id, taken_at, day, open_risk, equity_cents, mean_iv_rank,
                hedge_required) VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                id, snapshot.time.iso, snapshot.day.iso, snapshot.openRisk, snapshot.equity?.cents,
                snapshot.meanIVRank, snapshot.hedgeRequired,
            ])
        return id
    }

    func insert(_ result: DailyResult) throws {
        try run(
            """
            INSERT INTO daily_results (day, strategy, allotment, capital_cents, pnl_cents, hedge_pnl_cents, flow_cents,
                share) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                result.day.iso, result.strategy.rawValue, result.allotment.rawValue, result.capital.cents,
                result.pnl.cents, result.hedgePnL.cents, result.flow.cents, result.share,
            ])
    }

    /// A finding that stands there already is not repeated, so that a repeated import leaves the history as it is.
    func insert(_ findings: [Finding]) throws {
        for finding in findings {
            try run(
                """
                INSERT OR IGNORE INTO findings (day, severity, rule, subject, place, message)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                [
                    finding.day?.iso, finding.severity.rawValue, finding.rule, finding.subject, finding.place,
                    finding.message,
                ])
        }
    }
}

extension Trade {
    /// The one pair of strikes for which the plan's `trades` has room: a vertical's, a condor's put side, a hedge's
    /// long strike. All legs stand in `trade_legs`.
    var planStrikes: (short: Double?, long: Double?) {
        let side = legs.filter { structure != .ironCondor || $0.contract.right == .put }
        return (
            side.first { $0.quantity < 0 }?.contract.strike, side.first { $0.quantity > 0 }?.contract.strike
        )
    }
}
