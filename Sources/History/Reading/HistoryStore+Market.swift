public import Dates
public import Ledger

extension HistoryStore {
    /// What the market showed at each session's decision, by day and symbol, both ends included.
    public func marketDays(from first: Day? = nil, through last: Day? = nil) throws(HistoryError) -> [MarketDay] {
        let columns = ["day", "symbol", "price", "split_ratio", "dividend", "implied_volatility", "iv_rank"]
        return try read(
            "market_days",
            "SELECT \(columns.joined(separator: ", ")) FROM market_days WHERE day BETWEEN ? AND ? ORDER BY day, symbol",
            columns, first, last
        ) { row in
            MarketDay(
                day: try row.day(0), symbol: try row.text(1), price: try row.number(2, in: RowReader.positive),
                splitRatio: try row.number(3, in: RowReader.positive),
                dividend: try row.number(4, in: RowReader.magnitudes),
                impliedVolatility: try row.optionalNumber(5, in: RowReader.magnitudes),
                ivRank: try row.optionalNumber(6, in: 0...100))
        }
    }
}
