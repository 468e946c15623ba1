internal import Dates
internal import Ledger

/// What the market did over the span: the benchmark's returns and trend, and the level of VIX.
struct MarketPath {
    /// Sessions over which a trend is told.
    static let trendSessions = 60

    /// Whether the benchmark stood above its price of 60 sessions before.
    enum Trend: String, CaseIterable {
        case up = "rising"
        case down = "falling"
    }

    /// Daily returns of owning the benchmark, dividends and splits included.
    let returns: Returns
    private let levels: [Day: Double]
    private let trends: [Day: Trend]

    /// The path of a symbol in recorded market days.
    init(_ market: [MarketDay], benchmark: String, upTo end: Day) {
        levels = Dictionary(
            market.lazy.filter { $0.symbol == "VIX" }.map { ($0.day, $0.price) }, uniquingKeysWith: { $1 })
        let days = market.filter { $0.symbol == benchmark && $0.day <= end }.sorted { $0.day < $1.day }
        var values: [Double] = []
        var wealth = [1.0]
        for (before, day) in zip(days, days.dropFirst()) {
            let value = (day.price * day.splitRatio + day.dividend) / before.price - 1
            values.append(value)
            wealth.append((wealth.last ?? 1) * (1 + value))
        }
        returns = Returns(base: days.first?.day, days: days.dropFirst().map(\.day), values: values)
        var trends: [Day: Trend] = [:]
        for index in days.indices.dropFirst(Self.trendSessions) {
            trends[days[index].day] = wealth[index] > wealth[index - Self.trendSessions] ? .up : .down
        }
        self.trends = trends
    }

    /// The level of VIX on a day; nil where it was not recorded.
    func level(on day: Day) -> VIXRegime? { levels[day].flatMap(VIXRegime.init(level:)) }

    /// The benchmark's trend on a day; nil before there were 60 sessions to tell it from.
    func trend(on day: Day) -> Trend? { trends[day] }
}
