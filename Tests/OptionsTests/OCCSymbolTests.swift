import Dates
import Options
import Testing

@Suite("OCC symbols")
struct OCCSymbolTests {
    @Test(
        "A compact and a padded symbol name the same contract",
        arguments: [
            "SPY260918P00580000", "SPY   260918P00580000",
        ])
    func reading(symbol: String) throws {
        let contract = try OptionContract(occ: symbol)
        #expect(contract.underlying == "SPY")
        #expect(contract.expiration == Day(2026, 9, 18))
        #expect(contract.right == .put)
        #expect(contract.strikeThousandths == 580_000)
        #expect(contract.occ == "SPY260918P00580000")
    }
}
