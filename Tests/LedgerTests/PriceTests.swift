import Ledger
import Testing

@Suite struct PriceTests {
    @Test(
        "A decimal text is read exactly",
        arguments: [
            ("1.25", Int64(12_500)), ("-0.305", -3_050), ("+2", 20_000), ("0.0001", 1), (".5", 5_000), ("5.", 50_000),
            ("1.23450000", 12_345), ("922337203685477.5807", .max),
        ])
    func reading(text: String, units: Int64) throws {
        #expect(try #require(Price(decimal: text)).tenThousandths == units)
    }

    @Test(
        "What is not a price of four decimals is refused",
        arguments: [
            "", ".", "-", "1e2", "1,25", "1.2.3", "0.00001", "nan", "inf", " 1", "922337203685477.5808",
            "9223372036854775808",
        ])
    func refused(text: String) {
        #expect(Price(decimal: text) == nil)
    }

    @Test(
        "Rounding to the cent goes the way it says",
        arguments: [(12_345, 12_300, 12_400), (-12_345, -12_400, -12_300), (12_300, 12_300, 12_300), (0, 0, 0)])
    func rounding(units: Int64, down: Int64, up: Int64) {
        #expect(Price(tenThousandths: units).roundedDownToCent() == Price(tenThousandths: down))
        #expect(Price(tenThousandths: units).roundedUpToCent() == Price(tenThousandths: up))
    }

    @Test("A price of four decimals makes whole cents of a contract")
    func totals() throws {
        let price = try #require(Price(0.6235))
        #expect(price.total(contracts: 3) == Money(cents: 18_705))
        #expect(price + .zero - price == .zero && -price < price && price.dollars == 0.6235)
    }

    @Test(
        "Prices are written with two to four decimals",
        arguments: [(Int64(12_500), "1.25"), (-3_050, "-0.305"), (20_000, "2.00"), (1, "0.0001")])
    func written(units: Int64, text: String) {
        #expect(Price(tenThousandths: units).description == text)
    }
}
