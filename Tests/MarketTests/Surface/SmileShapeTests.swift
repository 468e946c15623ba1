import Market
import Testing

@Suite("The shape of the smile")
struct SmileShapeTests {
    private let smile = SmileShape()

    /// The formula of docs/simulated-market.md with its default coefficients, by mpmath at 30 digits.
    @Test(
        "the ratio to at-the-money volatility follows the hyperbola, and is constant beyond its reach",
        arguments: [
            (-9.0, 7.0, 2.089450898857141), (-4, 7, 1.7243807579812769), (-1, 7, 1.178908644613706),
            (1.5, 7, 0.8051464119752012), (-9, 45, 2.5619937918713314), (-2, 45, 1.5163161446943185),
            (0, 45, 1), (1, 45, 0.7651522541364596), (3, 45, 1.0055677574565742),
        ])
    func ratio(distance: Double, days: Double, expected: Double) {
        let amplitude = smile.amplitude(years: days / 365)
        #expect(isClose(smile.ratio(at: distance, amplitude: amplitude), expected, within: 1e-13))
    }

    /// 1 − 0.85 · exp(−√(T ÷ 0.0294)), by mpmath.
    @Test(
        "the smile is flat at expiration and full a year ahead",
        arguments: [(0.0, 0.15), (1, 0.37361241890110386), (30, 0.8403123114775869), (365, 0.9975079194738031)])
    func amplitude(days: Double, expected: Double) {
        #expect(isClose(smile.amplitude(years: days / 365), expected, within: 1e-14))
    }

    /// √(2/T ∫ Q(k)/K dk) of the same smile, by adaptive quadrature in mpmath over d from −8 to 7.
    @Test(
        "a strip of the smile shows more than its at-the-money volatility",
        arguments: [
            (0.1, 30.0, 1.126200862577836), (0.2, 30, 1.1325125694641158), (0.5, 30, 1.1523484025224895),
            (0.2, 7, 1.0656231196135808),
        ])
    func strip(volatility: Double, days: Double, expected: Double) {
        #expect(isClose(smile.stripRatio(atTheMoney: volatility, years: days / 365), expected, within: 5e-6))
    }

    @Test("without skew the strip shows the volatility itself")
    func flatStrip() {
        // 2/T ∫ Q dK/K² of a flat Black smile is σ² (Demeterfi et al., 1999, equation 26).
        #expect(isClose(smile.stripRatio(atTheMoney: 0.2, years: 0.25, skew: 0), 1, within: 1e-6))
    }

    @Test("no ratio falls below 0.3, whatever the coefficients")
    func leastRatio() {
        let steep = SmileShape(
            putSlope: 1, callSlope: -1, centre: 0, roundness: 0.1, damping: 0, dampingYears: 1, reach: 6)
        #expect(steep.ratio(at: 5, amplitude: 1) == 0.3)
    }
}
