import Market
import Testing

@Suite("At-the-money volatility by time to expiration")
struct VolatilityTermStructureTests {
    /// 20 % over a tenth of a year, then 30 % a year on average over two tenths.
    private let curve = VolatilityTermStructure(years: [0.1, 0.2], totalVariance: [0.004, 0.018])

    /// Hand arithmetic: √(total variance ÷ years).
    @Test(
        "total variance is linear between nodes and per year constant outside of them",
        arguments: [(0.01, 0.2), (0.1, 0.2), (0.15, 0.27080128015453203), (0.2, 0.3), (1, 0.3)])
    func volatility(years: Double, expected: Double) {
        #expect(isClose(curve.volatility(years: years), expected, within: 1e-15))
    }
}
