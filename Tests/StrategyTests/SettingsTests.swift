import Foundation
import Ledger
import Options
import Testing

@testable import Strategy

@Suite("Settings, fees and positions")
struct SettingsTests {
    @Test("settings survive being written and read")
    func codable() throws {
        var settings = StrategySettings()
        settings.limits.whenOverLimit = .cut
        settings.incomePop.exits.deltaBreach = 0.4
        let read = try JSONDecoder().decode(StrategySettings.self, from: JSONEncoder().encode(settings))
        #expect(read == settings)
    }

    // Two legs of three contracts: 6 × 0.70 = 4.20. At 0.655 a contract a single one costs 0.71, rounded up.
    @Test("fees are per contract and leg, rounded up to the cent")
    func fees() {
        #expect(FeeSchedule().fees(legs: 2, contracts: 3) == Money(cents: 420))
        var odd = FeeSchedule()
        odd.regulatory = 0.0551
        #expect(odd.fees(legs: 1, contracts: 1) == Money(cents: 71))
        #expect(odd.fees(legs: 1, contracts: 0) == .zero)
    }

    @Test("a trade without legs or expiration is no position")
    func position() throws {
        var trade = try #require(Fixture.position()).trade
        trade.expiration = nil
        #expect(Position(trade) == nil)
        trade.expiration = Fixture.today
        trade.legs = []
        #expect(Position(trade) == nil)
    }

    @Test("a split gives more contracts at lower strikes, and prices go back to the trade's terms")
    func split() throws {
        let position = try #require(Fixture.position()).split(ratio: 2).split(ratio: 3)
        #expect(position.contracts == 12)
        #expect(position.legs.map(\.contract.strikeThousandths) == [15_000, 14_167])
        #expect(position.perTradeShare(Price(tenThousandths: 1_000)) == Price(tenThousandths: 6_000))
        #expect(position.width == Price(tenThousandths: 8_333))
        #expect(position.trade.legs == Fixture.position()?.trade.legs)
        #expect(Fixture.hedge()?.width == nil)
        #expect(Fixture.hedge()?.maxLoss == Money(cents: 24_210))
    }

    @Test(
        "numbers read the same everywhere",
        arguments: [
            (0.125, 2, "0.13"), (-0.125, 2, "-0.13"), (2.5, 0, "3"), (-0.001, 2, "0.00"), (1234.5, 1, "1234.5"),
            (.nan, 2, "–"), (1e300, 0, "–"), (99.999, 2, "100.00"),
        ] as [(Double, Int, String)])
    func text(value: Double, decimals: Int, text: String) {
        #expect(decimal(value, decimals) == text)
    }

    @Test(
        "strikes are written without needless decimals", arguments: [(430_000, "430"), (62_500, "62.5"), (500, "0.5")])
    func strikes(thousandths: Int, text: String) {
        #expect(strikeText(thousandths) == text)
    }
}
