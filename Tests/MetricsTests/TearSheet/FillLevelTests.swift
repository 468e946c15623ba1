import Dates
import Ledger
import Metrics
import Options
import Testing

/// A put spread of two contracts, by hand. Sold at the open: short put 3.00–3.20, long put 2.00–2.10; bought back at
/// 1.00–1.10 and 0.60–0.70. At mid the credit is 1.05 a share and the cost 0.40; at the marketable side 0.90 and 0.50.
@Suite("The same trades at three levels of fills")
struct FillLevelTests {
    private func contract(_ strike: Int) throws -> OptionContract {
        OptionContract(
            underlying: "SPY", expiration: try #require(Day("2026-09-04")), right: .put,
            strikeThousandths: strike * 1000)
    }

    private func legs(_ id: Int64, opening: Bool, short: (Double, Double), long: (Double, Double)) throws -> [Fill] {
        let time = TestTrade.time(opening ? "2026-07-20" : "2026-07-24")
        return [
            Fill(
                tradeID: id, time: time, isOpening: opening, contract: try contract(600), quantity: opening ? -2 : 2,
                price: TestTrade.price("1"), bid: short.0, ask: short.1),
            Fill(
                tradeID: id, time: time, isOpening: opening, contract: try contract(595), quantity: opening ? 2 : -2,
                price: TestTrade.price("1"), bid: long.0, ask: long.1),
        ]
    }

    private func trade(_ id: Int64, credit: String = "0.98", cost: String = "0.44") -> Trade {
        TestTrade.make(
            id, contracts: 2, entry: "2026-07-20", credit: credit, fees: 280, exit: "2026-07-24", cost: cost,
            exitFees: 280)
    }

    private func rows(_ trades: [Trade], _ fills: [Fill]) throws -> [[Value]] {
        let sheet = TearSheet(
            TearSheetInput(end: try #require(Day("2026-07-31")), trades: trades, fills: fills))
        return try #require(sheet.datasets.first { $0.name == "fill_levels" }).rows
    }

    @Test("Mid and the marketable side enclose what was booked; fees are the same at all three")
    func levels() throws {
        let fills =
            try legs(1, opening: true, short: (3, 3.2), long: (2, 2.1))
            + legs(1, opening: false, short: (1, 1.1), long: (0.6, 0.7))
        let table = try rows([trade(1)], fills)
        #expect(table.map { $0[0] } == [.text("mid"), .text("as booked"), .text("marketable")])
        // (1.05 − 0.40) × 200 − 5.60, (0.98 − 0.44) × 200 − 5.60, (0.90 − 0.50) × 200 − 5.60.
        #expect(
            table.map { $0[4] } == [
                .money(Money(cents: 12_440)), .money(Money(cents: 10_240)), .money(Money(cents: 7_440)),
            ])
        #expect(
            table.map { $0[7] } == [.money(.zero), .money(Money(cents: 2_200)), .money(Money(cents: 5_000))])
        #expect(table.map { $0[3] } == [.number(1), .number(1), .number(1)])
        #expect(table[0][6] == .undefined(.noLosses))
    }

    @Test("What was settled at expiration costs the same at every level")
    func settled() throws {
        let table = try rows(
            [trade(1, cost: "5")], try legs(1, opening: true, short: (3, 3.2), long: (2, 2.1)))
        #expect(
            table.map { $0[4] } == [
                .money(Money(cents: -79_560)), .money(Money(cents: -80_960)), .money(Money(cents: -82_560)),
            ])
        #expect(table[0][6] == .number(0))
    }

    @Test("A trade without executions, or with a leg that nobody would price, is counted apart")
    func missing() throws {
        let broken = try legs(2, opening: true, short: (3.2, 3), long: (2, 2.1))
        let half =
            try legs(3, opening: true, short: (3, 3.2), long: (2, 2.1))
            + legs(3, opening: false, short: (.nan, 1.1), long: (0.6, 0.7))
        let input = TearSheetInput(
            end: try #require(Day("2026-07-31")), trades: [trade(1), trade(2), trade(3)], fills: broken + half)
        let sheet = TearSheet(input)
        #expect(sheet.scalars.first { $0.name == "fills_missing" }?.value == .integer(3))
        #expect(try rows([trade(1)], []).map { $0[1] } == [.integer(0), .integer(0), .integer(0)])
    }
}
