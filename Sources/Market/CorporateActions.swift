public import Dates

/// All dividends and splits that are known, by symbol and by day.
public struct CorporateActions: Sendable {
    private let dividends: [String: [Dividend]]
    private let splits: [String: [Split]]
    private let byDay: [Day: [CorporateAction]]

    /// Dividends by symbol, and splits; in any order.
    public init(dividends: [String: [Dividend]] = [:], splits: [Split] = []) {
        self.dividends = dividends.mapValues { $0.sorted { ($0.exDate, $0.amount) < ($1.exDate, $1.amount) } }
        self.splits = Dictionary(grouping: splits.sorted { $0.day < $1.day }, by: \.symbol)
        var byDay: [Day: [CorporateAction]] = [:]
        for symbol in Set(self.dividends.keys).union(self.splits.keys).sorted() {
            for split in self.splits[symbol] ?? [] {
                byDay[split.day, default: []].append(.split(symbol: symbol, ratio: split.ratio))
            }
            for dividend in self.dividends[symbol] ?? [] {
                byDay[dividend.exDate, default: []].append(.dividend(symbol: symbol, amount: dividend.amount))
            }
        }
        self.byDay = byDay
    }

    /// What takes effect before the open of a day: symbols in alphabetical order, of each its split before its dividend.
    public func on(_ day: Day) -> [CorporateAction] { byDay[day] ?? [] }

    /// A symbol's dividends, ascending by ex-date.
    public func dividends(of symbol: String) -> [Dividend] { dividends[symbol] ?? [] }

    /// A symbol's splits, ascending by day.
    public func splits(of symbol: String) -> [Split] { splits[symbol] ?? [] }

    /// The first dividend that goes ex after a day and no later than another.
    public func nextDividend(of symbol: String, after day: Day, through last: Day) -> Dividend? {
        dividends(of: symbol).first { $0.exDate > day && $0.exDate <= last }
    }

    /// Bars restated to the shares of a day: prices before each split up to that day divided by its ratio, volumes
    /// multiplied. Splits after the day are not known on it and change nothing.
    public func restated(_ bars: [Bar], of symbol: String, asOf day: Day) -> [Bar] {
        let known = splits(of: symbol).filter { $0.day <= day }
        guard !known.isEmpty else { return bars }
        return bars.map { bar in
            let ratio = known.reduce(1) { $1.day > bar.day ? $0 * $1.ratio : $0 }
            guard ratio != 1 else { return bar }
            return Bar(
                day: bar.day, open: bar.open / ratio, high: bar.high / ratio, low: bar.low / ratio,
                close: bar.close / ratio, volume: bar.volume * ratio)
        }
    }
}
