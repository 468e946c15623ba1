import Ledger
import Options
import Testing

@testable import History

@Suite("What a trade's opening was quoted in")
struct HalfSpreadTests {
    @Test("Half the width of every opening leg, times its contracts; closings and other modes are not in it")
    func widths() throws {
        let history = try Folder().history()
        func trade(_ id: Int64, _ mode: TradeMode) -> Trade {
            Trade(
                id: id, book: .primary, mode: mode, symbol: "SPY", structure: .putCredit, contracts: 3,
                entryTime: instant("2026-07-20T19:45:00Z"), entryCredit: Price(tenThousandths: 6_000), entryFees: .zero)
        }
        func fill(_ id: Int64, _ quantity: Int, _ bid: Double, _ ask: Double, opening: Bool = true) -> Fill {
            Fill(
                tradeID: id, time: instant("2026-07-20T19:45:00Z"), isOpening: opening,
                contract: OptionContract(
                    underlying: "SPY", expiration: day("2026-09-04"), right: .put, strikeThousandths: 600_000),
                quantity: quantity, price: Price(tenThousandths: 1), bid: bid, ask: ask)
        }
        var record = SessionRecord(day: day("2026-07-20"))
        record.opened = [trade(1, .paper), trade(2, .live), trade(3, .paper)]
        record.fills = [
            fill(1, -3, 1.5, 1.75), fill(1, 3, 1, 1.5), fill(1, 3, 1, 9, opening: false), fill(2, -3, 1, 2),
        ]
        try history.write(record)
        // 300 × 0.125 + 300 × 0.25.
        #expect(try history.openingHalfSpreads(mode: .paper) == [1: 112.5])
        #expect(try history.openingHalfSpreads(mode: .live) == [2: 150])
        #expect(try history.openingHalfSpreads(mode: .simulated).isEmpty)
    }
}
