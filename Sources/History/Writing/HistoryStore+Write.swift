internal import Dates
public import Input
public import Ledger
internal import GRDB
internal import Options

extension HistoryStore {
    /// Keeps one session whole, or nothing of it.
    public func write(_ record: SessionRecord) throws(HistoryError) {
        try write([record])
    }

    /// Keeps sessions, all or none, in one transaction: the fast way for a long backtest. Sessions need not be in
    /// order, but a trade has to be opened before, or in the same session as, everything that refers to it.
    public func write(_ records: [SessionRecord]) throws(HistoryError) {
        try writing { db in
            for record in records { try SessionWriter(db).write(record) }
        }
    }

    /// Records where the history comes from.
    public func write(run: RunRecord) throws(HistoryError) {
        try writing { db in try Statements(db).insert(run) }
    }

    /// Records faults in data; one that stands there already is not repeated.
    public func write(findings: [Finding]) throws(HistoryError) {
        try writing { db in try Statements(db).insert(findings) }
    }
}

/// Lays one session's values into the tables.
struct SessionWriter {
    private let statements: Statements
    private let db: Database

    init(_ db: Database) {
        self.db = db
        statements = Statements(db)
    }

    func write(_ record: SessionRecord) throws {
        try statements.run("INSERT OR IGNORE INTO sessions (day) VALUES (?)", [record.day.iso])
        guard db.changesCount == 1 else { throw HistoryError.sessionAlreadyWritten(day: record.day) }
        for trade in record.opened { try statements.insert(trade) }
        for trade in record.closed {
            guard let exit = trade.exit else {
                throw HistoryError.unknownTrade(id: trade.id, wanted: "a closed trade with an exit")
            }
            try statements.close(trade.id, exit)
        }
        for fill in record.fills { try insert(fill) }
        for mark in record.marks { try insert(mark) }
        for snapshot in record.snapshots { _ = try statements.insert(snapshot) }
        for result in record.results { try statements.insert(result) }
        for candidate in record.candidates { try insert(candidate) }
        for comparison in record.comparisons { try insert(comparison) }
        for market in record.market { try insert(market) }
        try statements.insert(record.findings)
    }

    private func insert(_ fill: Fill) throws {
        try statements.run(
            """
            INSERT INTO fills (trade_id, timestamp, is_opening, underlying, expiration, right, strike_thousandths,
                quantity, price, bid, ask) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                fill.tradeID, fill.time.iso, fill.isOpening, fill.contract.underlying, fill.contract.expiration.iso,
                fill.contract.right.rawValue, fill.contract.strikeThousandths, fill.quantity,
                fill.price.tenThousandths, fill.bid, fill.ask,
            ])
    }

    private func insert(_ mark: PositionMark) throws {
        try statements.run(
            """
            INSERT INTO position_marks (day, timestamp, trade_id, mark_price, unrealized_cents, delta, gamma, theta,
                vega, short_delta, spot, implied_volatility) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                mark.day.iso, mark.time.iso, mark.tradeID, mark.mark.tenThousandths, mark.unrealizedPnL.cents,
                mark.delta, mark.gamma, mark.theta, mark.vega, mark.shortDelta, mark.spot, mark.impliedVolatility,
            ])
    }

    private func insert(_ candidate: CandidateRecord) throws {
        try statements.run(
            """
            INSERT INTO candidates (timestamp, day, book, strategy, allotment, symbol, structure, trade_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                candidate.time.iso, candidate.day.iso, candidate.book.rawValue, candidate.book.strategy.rawValue,
                candidate.allotment.rawValue, candidate.symbol, candidate.structure?.rawValue, candidate.tradeID,
            ])
        let id = db.lastInsertedRowID
        for (position, result) in candidate.results.enumerated() {
            try statements.run(
                """
                INSERT INTO rule_outcomes (candidate_id, position, rule, passed, value, threshold, detail)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                [id, position, result.rule, result.passed, result.value, result.limit, result.detail])
        }
    }

    private func insert(_ market: MarketDay) throws {
        try statements.run(
            """
            INSERT INTO market_days (day, symbol, price, split_ratio, dividend, implied_volatility, iv_rank)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                market.day.iso, market.symbol, market.price, market.splitRatio, market.dividend,
                market.impliedVolatility, market.ivRank,
            ])
    }

    private func insert(_ comparison: ParallelComparison) throws {
        try statements.run(
            """
            INSERT INTO comparisons (timestamp, day, multibook_proposed, legacy_proposed, multibook_exposure_cents,
                legacy_exposure_cents, only_one, opposite, size_ratio) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                comparison.time.iso, NewYork.day(at: comparison.time).iso,
                try JSONText.encode(comparison.multibookProposed), try JSONText.encode(comparison.legacyProposed),
                comparison.multibookExposure.cents, comparison.legacyExposure.cents,
                try JSONText.encode(comparison.onlyOne), try JSONText.encode(comparison.opposite),
                comparison.sizeRatio,
            ])
    }
}
