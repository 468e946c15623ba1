import Dates
import Mathematics
import Options
import Testing

@Suite("OCC symbols")
struct OCCSymbolTests {
    @Test(
        "A compact and a padded symbol name the same contract",
        arguments: ["SPY260918P00580000", "SPY   260918P00580000"])
    func reading(symbol: String) throws {
        let contract = try OptionContract(occ: symbol)
        #expect(contract.underlying == "SPY")
        #expect(contract.expiration == Day(2026, 9, 18))
        #expect(contract.right == .put)
        #expect(contract.strikeThousandths == 580_000)
        #expect(contract.strike == 580)
        #expect(contract.occ == "SPY260918P00580000")
    }

    @Test(
        "Roots of one to six characters and fractional strikes are read",
        arguments: [
            ("F240119C00012500", "F", 12_500), ("BRKB250620P00410000", "BRKB", 410_000),
            ("SPXW  250620C05000000", "SPXW", 5_000_000), ("GOOGL1250117C00150125", "GOOGL1", 150_125),
            // Seen in a real chain of 2015: a mini option on ten shares, not on 100 of SPY.
            ("SPY7170120P00265000", "SPY7", 265_000),
        ])
    func roots(symbol: String, root: String, strike: Int) throws {
        let contract = try OptionContract(occ: symbol)
        #expect(contract.underlying == root)
        #expect(contract.strikeThousandths == strike)
    }

    @Test(
        "A malformed symbol is refused with the part that is wrong",
        arguments: [
            ("", OCCSymbolError.length("")),
            ("SPY", .length("SPY")),
            ("SPY260918P005800000000000", .length("SPY260918P005800000000000")),
            ("spy260918P00580000", .root("spy260918P00580000")),
            ("7SP260918P00580000", .root("7SP260918P00580000")),
            ("      260918P00580000", .root("      260918P00580000")),
            ("S Y   260918P00580000", .root("S Y   260918P00580000")),
            ("SPY 260918P00580000", .root("SPY 260918P00580000")),
            ("SPY260231P00580000", .expiration("SPY260231P00580000", seen: "260231")),
            ("SPY26O918P00580000", .expiration("SPY26O918P00580000", seen: "26O918")),
            ("SPY260918X00580000", .right("SPY260918X00580000", seen: "X")),
            ("SPY260918p00580000", .right("SPY260918p00580000", seen: "p")),
            ("SPY260918P0058000a", .strike("SPY260918P0058000a", seen: "0058000a")),
            ("SPY260918P00000000", .strike("SPY260918P00000000", seen: "00000000")),
        ])
    func refused(symbol: String, error: OCCSymbolError) {
        #expect(throws: error) { try OptionContract(occ: symbol) }
        #expect(error.description.contains("'\(symbol)'"))
    }

    @Test("Any contract returns from its symbol")
    func roundTrip() throws {
        var random = RandomSource(seed: 17)
        for _ in 0..<500 {
            let contract = OptionContract(
                underlying: ["A", "QQQ", "XLE", "SPXW", "GOOGLX"][random.index(below: 5)],
                expiration: Day(daysSince1970: 10_957 + random.index(below: 36_524)),
                right: Right.allCases[random.index(below: 2)], strikeThousandths: 1 + random.index(below: 99_999_999))
            #expect(try OptionContract(occ: contract.occ) == contract)
        }
    }
}
