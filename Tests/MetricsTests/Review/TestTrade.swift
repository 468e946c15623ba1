import Dates
import Ledger
import Testing

/// Builders for trades, marks and snapshots of tests: only what a test names differs from an ordinary PRIMARY put spread.
enum TestTrade {
    /// 15:45 New York time of a date written `YYYY-MM-DD`.
    static func time(_ day: String, hour: Int = 15, minute: Int = 45) -> Instant {
        NewYork.instant(Day(day) ?? Day(daysSince1970: 0), hour: hour, minute: minute)
    }

    static func price(_ text: String) -> Price { Price(decimal: text) ?? .zero }

    static func make(
        _ id: Int64, _ book: Book = .primary, _ symbol: String = "SPY", _ structure: Structure = .putCredit,
        allotment: Allotment = .allotted, contracts: Int = 1, entry: String, credit: String, fees: Int64 = 130,
        expiration: String? = nil, width: String? = "5", confidence: Int? = nil, vix: Double? = nil,
        exit: String? = nil, cost: String = "0", exitFees: Int64 = 130, reason: ExitReason = .profit
    ) -> Trade {
        Trade(
            id: id, book: book, allotment: allotment, mode: .simulated, symbol: symbol, structure: structure,
            contracts: contracts, entryTime: time(entry), entryCredit: price(credit), entryFees: Money(cents: fees),
            expiration: expiration.flatMap { Day($0) }, width: width.map { price($0) }, confidence: confidence,
            entryVIX: vix,
            exit: exit.map {
                TradeExit(time: time($0), cost: price(cost), fees: Money(cents: exitFees), reason: reason)
            })
    }

    static func mark(
        _ trade: Trade, _ day: String, _ price: String, delta: Double = 0, gamma: Double = 0, theta: Double = 0,
        vega: Double = 0, spot: Double = 100, volatility: Double? = 0.2
    ) -> PositionMark {
        let mark = TestTrade.price(price)
        return PositionMark(
            tradeID: trade.id, time: time(day), mark: mark, unrealizedPnL: trade.unrealizedPnL(mark: mark),
            delta: delta, gamma: gamma, theta: theta, vega: vega, shortDelta: -0.2, spot: spot,
            impliedVolatility: volatility)
    }

    static func snapshot(
        _ time: Instant, theta: Double, equity: Int64? = nil, delta: Double = 0, vix: Double? = nil
    ) -> PortfolioSnapshot {
        PortfolioSnapshot(
            time: time, totalDelta: delta, totalTheta: theta, totalVega: -100, totalGamma: -0.01, dayAtRisk: 0.02,
            vix: vix, hedgeActive: true, openRisk: 0.1, equity: equity.map(Money.init(cents:)))
    }
}

/// Weekdays from one day to another but for the holidays named.
func sessions(_ from: String, _ to: String, without holidays: [String] = []) -> [Day] {
    guard let first = Day(from), let last = Day(to) else { return [] }
    let closed = Set(holidays.compactMap { Day($0) })
    return (0...first.days(to: last)).map { first.adding($0) }.filter { !$0.weekday.isWeekend && !closed.contains($0) }
}
