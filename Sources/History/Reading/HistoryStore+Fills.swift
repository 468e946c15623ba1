public import Dates
internal import GRDB
public import Ledger
internal import Options

extension HistoryStore {
    /// Legs of executions, in the order of recording, over the exchange dates of their trades' fills.
    public func fills(ofTrade id: Int64) throws(HistoryError) -> [Fill] {
        try reading { db in
            let columns = [
                "trade_id", "timestamp", "is_opening", "underlying", "expiration", "right", "strike_thousandths",
                "quantity", "price", "bid", "ask",
            ]
            return try Row.fetchAll(
                db, sql: "SELECT \(columns.joined(separator: ", ")) FROM fills WHERE trade_id = ? ORDER BY id",
                arguments: [id]
            ).map { values in
                try Self.fill(RowReader(table: "fills", key: id, columns: columns, row: values))
            }
        }
    }

    /// Every leg of every execution of trades with capital up to a day, by trade and in the order of recording.
    public func fills(through last: Day? = nil) throws(HistoryError) -> [Fill] {
        let columns = [
            "trade_id", "timestamp", "is_opening", "underlying", "expiration", "right", "strike_thousandths",
            "quantity", "price", "bid", "ask",
        ]
        return try read(
            "fills",
            """
            SELECT \(columns.map { "f." + $0 }.joined(separator: ", "))
            FROM fills f JOIN trade_details d ON d.trade_id = f.trade_id
            WHERE d.entry_day BETWEEN ? AND ? AND d.allotment = 'allotted' ORDER BY f.trade_id, f.id
            """, columns, nil, last, Self.fill)
    }

    private static func fill(_ row: RowReader) throws -> Fill {
        let contract = OptionContract(
            underlying: try row.text(3), expiration: try row.day(4), right: try row.named(5),
            strikeThousandths: try row.count(6, in: LedgerBounds.strikeThousandths))
        return Fill(
            tradeID: try row.integer(0), time: try row.instant(1), isOpening: try row.flag(2),
            contract: contract, quantity: try row.count(7, in: LedgerBounds.quantity), price: try row.price(8),
            bid: try row.number(9, in: RowReader.magnitudes), ask: try row.number(10, in: RowReader.magnitudes))
    }
}
