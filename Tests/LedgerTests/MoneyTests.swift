import Ledger
import Testing

@Suite struct MoneyTests {
    @Test(
        "A number of dollars becomes the nearest cent, halves away from zero",
        arguments: [
            (0.0, Int64(0)), (1.005, 100), (1.006, 101), (-1.006, -101), (0.125, 13), (-0.125, -13),
            (1e12, 100_000_000_000_000),
        ])
    func nearest(dollars: Double, cents: Int64) throws {
        // 1.005 is 1.00499999999999989… in binary, so its nearest cent is 1.00.
        #expect(try #require(Money(dollars: dollars)).cents == cents)
    }

    @Test("What cannot be held is refused", arguments: [Double.nan, .infinity, -.infinity, 1e17, -1e17])
    func refused(dollars: Double) {
        #expect(Money(dollars: dollars) == nil)
        #expect(Price(dollars * 1) == nil)
    }

    @Test(
        "Money is written with two digits of cents",
        arguments: [(Int64(0), "0.00"), (5, "0.05"), (-5, "-0.05"), (123_450, "1234.50"), (-100, "-1.00")])
    func written(cents: Int64, text: String) {
        #expect(Money(cents: cents).description == text)
    }

    @Test("Sums are exact where binary fractions are not")
    func exact() {
        let dime = Money(cents: 10)
        #expect((0..<1_000_000).reduce(Money.zero) { sum, _ in sum + dime } == Money(cents: 10_000_000))
        #expect(dime * -3 == -(dime + dime + dime))
        #expect(dime - dime == .zero && -dime < dime && dime.dollars == 0.1)
    }
}
