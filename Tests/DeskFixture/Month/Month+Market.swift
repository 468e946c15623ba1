internal import Dates
internal import Ledger

/// What the market showed.
extension Month {
    /// The symbols' prices on the first day, in cents.
    private static let prices = [
        "SPY": 62_000, "QQQ": 55_500, "IWM": 21_500, "DIA": 44_000, "XLE": 8_800, "XLK": 25_000, "VIX": 1_600,
    ]

    /// How far all prices stand above the first day's, in thousandths, a session each.
    private static let rises = [
        0, 2, 5, 3, 6, 9, 11, 8, 4, 7, 10, 12, 15, 11, 9, 13, 16, 14, 18, 12, 15, 19,
    ]

    /// A symbol's price in dollars; VIX in points, which falls by ten thousandths where the funds rise by one.
    static func price(_ symbol: String, on day: Day) -> Double {
        let cents = prices[symbol] ?? 0
        let rise = sessions.firstIndex(of: day).map { rises[$0] } ?? 0
        return Double(cents * (1000 + (symbol == "VIX" ? -10 : 1) * rise)) / 100_000
    }

    static func market(on day: Day) -> [MarketDay] {
        prices.keys.sorted().map { symbol in
            MarketDay(
                day: day, symbol: symbol, price: price(symbol, on: day),
                dividend: symbol == "SPY" && day == july(17) ? 1.5 : 0,
                impliedVolatility: symbol == "VIX" ? nil : 0.16, ivRank: symbol == "VIX" ? nil : 45)
        }
    }
}
