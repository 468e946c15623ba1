public import Dates
internal import GRDB
public import Ledger
internal import Options

extension HistoryStore {
    /// Trades by number: allotted and shadow, hedges too, with legs and confidence components.
    ///
    /// - Parameter day: the history as it stood at the end of this day: trades entered later are left out, and exits
    ///   after it are not yet known. Nil for all.
    /// - Throws: `damaged` for a value that cannot be read.
    public func trades(through day: Day? = nil) throws(HistoryError) -> [Trade] {
        try reading { db in
            let last = day?.iso ?? "9999-12-31"
            var legs = try LegReader(db, last)
            var components = try ComponentReader(db, last)
            let rows = try Row.fetchCursor(db, sql: Self.tradeSelection, arguments: [last])
            var trades: [Trade] = []
            while let row = try rows.next() {
                let reader = RowReader(table: "trades", keyAt: 0, columns: Self.tradeColumns, row: row)
                let key = try reader.integer(0)
                trades.append(
                    try Self.trade(reader, key, last, try legs.take(key), try components.take(key)))
            }
            return trades
        }
    }

    /// The highest number of a trade; 0 in a history without trades. New trades are numbered from the next.
    public func lastTradeID() throws(HistoryError) -> Int64 {
        try reading { db in try Int64.fetchOne(db, sql: "SELECT max(id) FROM trades") ?? 0 }
    }

    private static let tradeColumns = [
        "id", "book_type", "allotment", "mode", "symbol", "structure", "contracts", "entry_time", "credit_price",
        "entry_fee_cents", "expiration", "width_price", "confidence", "entry_iv_rank", "entry_delta",
        "directional_filter_passed", "entry_spot", "entry_vix", "stop_rule", "is_synthetic", "exit_time",
        "cost_price", "fee_cents", "reason", "exit_day",
    ]

    private static let tradeSelection = """
        SELECT t.id, t.book_type, d.allotment, t.mode, t.symbol, d.structure, t.contracts, d.entry_time,
            d.credit_price, d.entry_fee_cents, d.expiration, d.width_price, d.confidence, t.entry_iv_rank,
            t.entry_delta, t.directional_filter_passed, d.entry_spot, d.entry_vix, d.stop_rule, d.is_synthetic,
            x.exit_time, x.cost_price, x.fee_cents, x.reason, x.exit_day
        FROM trades t JOIN trade_details d ON d.trade_id = t.id LEFT JOIN trade_exits x ON x.trade_id = t.id
        WHERE d.entry_day <= ? ORDER BY t.id
        """

    private static func trade(
        _ row: RowReader, _ id: Int64, _ last: String, _ legs: [Leg], _ components: [ConfidenceComponent]
    ) throws -> Trade {
        var exit: TradeExit?
        if let exitDay = try row.optionalText(24), exitDay <= last {
            exit = TradeExit(
                time: try row.instant(20), cost: try row.price(21),
                fees: try row.money(22), reason: try row.named(23))
        }
        guard let book = Book(rawValue: try row.text(1).uppercasedASCII) else {
            throw row.damaged(1)
        }
        // Rows that the old desk wrote vary in case.
        guard let mode = TradeMode(rawValue: try row.text(3).lowercasedASCII) else {
            throw row.damaged(3)
        }
        let contracts = try row.count(6, in: LedgerBounds.contracts)
        // Credit, width and cost to close; the last two may be unknown.
        for column in [8, 11, 21] {
            guard let price = try row.optionalPrice(column) else { continue }
            guard LedgerBounds.holds(price, contracts: contracts) else { throw row.damaged(column) }
        }
        return Trade(
            id: id, book: book, allotment: try row.named(2), mode: mode, symbol: try row.text(4),
            structure: try row.named(5), legs: legs, contracts: contracts, entryTime: try row.instant(7),
            entryCredit: try row.price(8), entryFees: try row.money(9),
            expiration: try row.optionalDay(10),
            width: try row.optionalPrice(11),
            confidence: try row.optionalCount(12, in: 0...100), confidenceComponents: components,
            entryIVRank: try row.optionalNumber(13), entryDelta: try row.optionalNumber(14),
            directionalFilterPassed: try row.optionalFlag(15), entrySpot: try row.optionalNumber(16),
            entryVIX: try row.optionalNumber(17), stopRule: try row.optionalText(18),
            isSynthetic: try row.optionalFlag(19) ?? false, exit: exit)
    }
}

/// Walks the legs beside the trades: both come in order of the trade's number, so one pass serves all.
private struct LegReader {
    private static let columns = [
        "trade_id", "underlying", "expiration", "right", "strike_thousandths", "quantity",
    ]
    private let rows: RowCursor
    private var next: Row?

    init(_ db: Database, _ last: String) throws {
        rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT l.trade_id, l.underlying, l.expiration, l.right, l.strike_thousandths, l.quantity
                FROM trade_legs l JOIN trade_details d ON d.trade_id = l.trade_id
                WHERE d.entry_day <= ? ORDER BY l.trade_id, l.position
                """, arguments: [last])
        next = try rows.next()
    }

    mutating func take(_ trade: Int64) throws -> [Leg] {
        var legs: [Leg] = []
        while let row = next {
            let reader = RowReader(table: "trade_legs", keyAt: 0, columns: Self.columns, row: row)
            guard try reader.integer(0) == trade else { break }
            let contract = OptionContract(
                underlying: try reader.text(1), expiration: try reader.day(2), right: try reader.named(3),
                strikeThousandths: try reader.count(4, in: LedgerBounds.strikeThousandths))
            legs.append(Leg(contract: contract, quantity: try reader.count(5, in: LedgerBounds.quantity)))
            next = try rows.next()
        }
        return legs
    }
}

/// The same for the summands of the confidence score.
private struct ComponentReader {
    private static let columns = ["trade_id", "name", "points"]
    private let rows: RowCursor
    private var next: Row?

    init(_ db: Database, _ last: String) throws {
        rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT c.trade_id, c.name, c.points
                FROM confidence_components c JOIN trade_details d ON d.trade_id = c.trade_id
                WHERE d.entry_day <= ? ORDER BY c.trade_id, c.position
                """, arguments: [last])
        next = try rows.next()
    }

    mutating func take(_ trade: Int64) throws -> [ConfidenceComponent] {
        var components: [ConfidenceComponent] = []
        while let row = next {
            let reader = RowReader(table: "confidence_components", keyAt: 0, columns: Self.columns, row: row)
            guard try reader.integer(0) == trade else { break }
            components.append(
                ConfidenceComponent(name: try reader.text(1), points: try reader.count(2, in: -1_000_000...1_000_000)))
            next = try rows.next()
        }
        return components
    }
}
