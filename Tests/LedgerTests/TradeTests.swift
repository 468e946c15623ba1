import Dates
import Ledger
import Options
import Testing

@Suite struct TradeTests {
    /// A put spread of three contracts: sold at 0.62, five dollars wide, $3.30 of fees.
    private func spread(exit: TradeExit? = nil) throws -> Trade {
        let entry = NewYork.instant(try #require(Day("2026-06-01")), hour: 15, minute: 45)
        return Trade(
            id: 1, book: .primary, mode: .simulated, symbol: "SPY", structure: .putCredit, contracts: 3,
            entryTime: entry, entryCredit: Price(tenThousandths: 6_200), entryFees: Money(cents: 330),
            expiration: Day("2026-07-17"), width: Price(tenThousandths: 50_000), confidence: 84, exit: exit)
    }

    // By hand: credit 0.62 × 300 = 186.00; max loss (5.00 − 0.62) × 300 + 3.30 = 1,317.30; 0.62 ÷ 5 = 0.124.
    @Test("An open trade knows its credit, its worst case and what it has not yet earned")
    func open() throws {
        let trade = try spread()
        #expect(trade.credit == Money(cents: 18_600))
        #expect(trade.maxLoss == Money(cents: 131_730))
        #expect(trade.creditToWidth == 0.124)
        #expect(trade.unrealizedPnL(mark: Price(tenThousandths: 3_000)) == Money(cents: 18_600 - 9_000 - 330))
        #expect(trade.dteAtEntry == 46 && trade.tier == .from80 && trade.direction == .bullish)
        #expect(trade.strategy == .multibook && trade.entryDay == Day("2026-06-01"))
        #expect(
            trade.realizedPnL == nil && trade.exitDay == nil && trade.daysInTrade == nil && trade.costToClose == nil)
    }

    // By hand: 186.00 − 0.31 × 300 − 3.30 − 3.30 = 86.40.
    @Test("A closed trade has its credit less the cost and all fees")
    func closed() throws {
        let time = NewYork.instant(try #require(Day("2026-06-23")), hour: 15, minute: 45)
        let exit = TradeExit(time: time, cost: Price(tenThousandths: 3_100), fees: Money(cents: 330), reason: .profit)
        let trade = try spread(exit: exit)
        #expect(trade.realizedPnL == Money(cents: 8_640))
        #expect(trade.fees == Money(cents: 660) && trade.daysInTrade == 22)
        #expect(trade.isOpen(atEndOf: try #require(Day("2026-06-22"))))
        #expect(!trade.isOpen(atEndOf: try #require(Day("2026-06-23"))))
        #expect(!trade.isOpen(atEndOf: try #require(Day("2026-05-31"))))
    }

    @Test("A hedge can lose what it cost, and what is not known is not made up")
    func hedge() throws {
        var trade = try spread()
        trade.structure = .hedge
        trade.book = .hedge
        trade.entryCredit = Price(tenThousandths: -11_000)
        trade.width = nil
        trade.confidence = nil
        trade.expiration = nil
        #expect(trade.maxLoss == Money(cents: 33_000 + 330))
        #expect(trade.creditToWidth == nil && trade.tier == nil && trade.dteAtEntry == nil)
        trade.structure = .callCredit
        #expect(trade.maxLoss == nil)
    }
}
