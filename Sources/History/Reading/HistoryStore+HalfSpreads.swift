internal import GRDB
public import Ledger

extension HistoryStore {
    /// Half the market's width at the opening of each trade of a mode, in dollars for all of its contracts: the sum over
    /// the legs of contracts × 100 × (ask − bid) ÷ 2, by the trade's number. Trades without fills are not in it.
    public func openingHalfSpreads(mode: TradeMode) throws(HistoryError) -> [Trade.ID: Double] {
        let columns = ["trade_id", "quantity", "bid", "ask"]
        return try reading { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT f.trade_id, f.quantity, f.bid, f.ask FROM fills f JOIN trades t ON t.id = f.trade_id
                    WHERE f.is_opening = 1 AND lower(t.mode) = ? ORDER BY f.id
                    """, arguments: [mode.rawValue])
            var widths: [Trade.ID: Double] = [:]
            while let values = try rows.next() {
                let row = RowReader(table: "fills", key: values[0], columns: columns, row: values)
                let width = try row.number(3) - row.number(2)
                let contracts = Double(try row.integer(1).magnitude)
                widths[try row.integer(0), default: 0] += contracts * 100 * width / 2
            }
            return widths
        }
    }
}
