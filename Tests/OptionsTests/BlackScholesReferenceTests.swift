import Options
import Testing

/// Published values: E. G. Haug, "The Complete Guide to Option Pricing Formulas" (McGraw-Hill, 1998).
@Suite("European options against published values")
struct BlackScholesReferenceTests {
    /// A row of a published table, in its order of columns.
    struct Case: Sendable, CustomTestStringConvertible {
        let page: String
        let inputs: PricingInputs
        let price: Double

        init(
            _ page: String, _ right: Right, _ strike: Double, _ spot: Double, _ dividendYield: Double, _ rate: Double,
            _ years: Double, _ volatility: Double, _ price: Double
        ) {
            self.page = page
            self.price = price
            inputs = PricingInputs(
                right: right, spot: spot, strike: strike, years: years, rate: rate, dividendYield: dividendYield,
                volatility: volatility)
        }

        var testDescription: String { "p. \(page): \(inputs.right) \(inputs.strike) at \(inputs.spot)" }
    }

    // Haug: pages 2-8 (second edition numbering), 24 and 27; four decimals.
    @Test(
        "Prices agree with the book to its four decimals",
        arguments: BlackScholesReferenceTests.cases)
    func price(expected: Case) {
        #expect((BlackScholes.price(expected.inputs) - expected.price).magnitude < 1e-4)
    }

    enum Greek: Sendable { case delta, gamma, vega, theta, thetaPerDay, rho, elasticity, dividendRho }

    // Haug, chapter 2, the worked examples of the Greeks: yearly theta; vega and rho per unit.
    @Test(
        "Greeks agree with the book to its four decimals",
        arguments: [
            (Greek.delta, Right.call, 100.0, 105.0, 0.1, 0.1, 0.5, 0.36, 0.5946),
            (Greek.delta, Right.put, 100.0, 105.0, 0.1, 0.1, 0.5, 0.36, -0.3566),
            (Greek.elasticity, Right.put, 100.0, 105.0, 0.1, 0.1, 0.5, 0.36, -4.8775),
            (Greek.gamma, Right.call, 60.0, 55.0, 0.0, 0.1, 0.75, 0.3, 0.0278),
            (Greek.gamma, Right.put, 60.0, 55.0, 0.0, 0.1, 0.75, 0.3, 0.0278),
            (Greek.vega, Right.call, 60.0, 55.0, 0.0, 0.1, 0.75, 0.3, 18.9358),
            (Greek.vega, Right.put, 60.0, 55.0, 0.0, 0.1, 0.75, 0.3, 18.9358),
            (Greek.theta, Right.put, 405.0, 430.0, 0.05, 0.07, 1.0 / 12, 0.2, -31.1924),
            (Greek.thetaPerDay, Right.put, 405.0, 430.0, 0.05, 0.07, 1.0 / 12, 0.2, -0.0855),
            (Greek.rho, Right.call, 75.0, 72.0, 0.0, 0.09, 1.0, 0.19, 38.7325),
            (Greek.dividendRho, Right.put, 490.0, 500.0, 0.05, 0.08, 0.25, 0.15, 42.2254),
        ] as [(Greek, Right, Double, Double, Double, Double, Double, Double, Double)])
    func greek(
        greek: Greek, right: Right, strike: Double, spot: Double, dividendYield: Double, rate: Double, years: Double,
        volatility: Double, expected: Double
    ) {
        let inputs = PricingInputs(
            right: right, spot: spot, strike: strike, years: years, rate: rate, dividendYield: dividendYield,
            volatility: volatility)
        let value = BlackScholes.valuation(inputs)
        let seen =
            switch greek {
            case .delta: value.delta
            case .gamma: value.gamma
            case .vega: value.vega * 100
            case .theta: value.theta * 365
            case .thetaPerDay: value.theta
            case .rho: value.rho * 100
            case .elasticity: value.delta * spot / value.price
            // The derivative in the yield is −T·S·delta.
            case .dividendRho: -years * spot * value.delta
            }
        #expect((seen - expected).magnitude < 1e-4)
    }

    static let cases: [Case] = [
        Case("2-8", .call, 65.0, 60.0, 0.0, 0.08, 0.25, 0.3, 2.1334),
        Case("2-8", .put, 95.0, 100.0, 0.05, 0.1, 0.5, 0.2, 2.4648),
        Case("2-8", .put, 19.0, 19.0, 0.1, 0.1, 0.75, 0.28, 1.7011),
        Case("2-8", .call, 19.0, 19.0, 0.1, 0.1, 0.75, 0.28, 1.7011),
        Case("2-8", .call, 1.6, 1.56, 0.08, 0.06, 0.5, 0.12, 0.0291),
        Case("2-8", .put, 70.0, 75.0, 0.05, 0.1, 0.5, 0.35, 4.087),
        Case("24", .call, 100.0, 90.0, 0.1, 0.1, 0.1, 0.15, 0.0205),
        Case("24", .call, 100.0, 100.0, 0.1, 0.1, 0.1, 0.15, 1.8734),
        Case("24", .call, 100.0, 110.0, 0.1, 0.1, 0.1, 0.15, 9.9413),
        Case("24", .call, 100.0, 90.0, 0.1, 0.1, 0.1, 0.25, 0.315),
        Case("24", .call, 100.0, 100.0, 0.1, 0.1, 0.1, 0.25, 3.1217),
        Case("24", .call, 100.0, 110.0, 0.1, 0.1, 0.1, 0.25, 10.3556),
        Case("24", .call, 100.0, 90.0, 0.1, 0.1, 0.1, 0.35, 0.9474),
        Case("24", .call, 100.0, 100.0, 0.1, 0.1, 0.1, 0.35, 4.3693),
        Case("24", .call, 100.0, 110.0, 0.1, 0.1, 0.1, 0.35, 11.1381),
        Case("24", .call, 100.0, 90.0, 0.1, 0.1, 0.5, 0.15, 0.8069),
        Case("24", .call, 100.0, 100.0, 0.1, 0.1, 0.5, 0.15, 4.0232),
        Case("24", .call, 100.0, 110.0, 0.1, 0.1, 0.5, 0.15, 10.5769),
        Case("24", .call, 100.0, 90.0, 0.1, 0.1, 0.5, 0.25, 2.7026),
        Case("24", .call, 100.0, 100.0, 0.1, 0.1, 0.5, 0.25, 6.6997),
        Case("24", .call, 100.0, 110.0, 0.1, 0.1, 0.5, 0.25, 12.7857),
        Case("24", .call, 100.0, 90.0, 0.1, 0.1, 0.5, 0.35, 4.9329),
        Case("24", .call, 100.0, 100.0, 0.1, 0.1, 0.5, 0.35, 9.3679),
        Case("24", .call, 100.0, 110.0, 0.1, 0.1, 0.5, 0.35, 15.3086),
        Case("24", .put, 100.0, 90.0, 0.1, 0.1, 0.1, 0.15, 9.921),
        Case("24", .put, 100.0, 100.0, 0.1, 0.1, 0.1, 0.15, 1.8734),
        Case("24", .put, 100.0, 110.0, 0.1, 0.1, 0.1, 0.15, 0.0408),
        Case("24", .put, 100.0, 90.0, 0.1, 0.1, 0.1, 0.25, 10.2155),
        Case("24", .put, 100.0, 100.0, 0.1, 0.1, 0.1, 0.25, 3.1217),
        Case("24", .put, 100.0, 110.0, 0.1, 0.1, 0.1, 0.25, 0.4551),
        Case("24", .put, 100.0, 90.0, 0.1, 0.1, 0.1, 0.35, 10.8479),
        Case("24", .put, 100.0, 100.0, 0.1, 0.1, 0.1, 0.35, 4.3693),
        Case("24", .put, 100.0, 110.0, 0.1, 0.1, 0.1, 0.35, 1.2376),
        Case("24", .put, 100.0, 90.0, 0.1, 0.1, 0.5, 0.15, 10.3192),
        Case("24", .put, 100.0, 100.0, 0.1, 0.1, 0.5, 0.15, 4.0232),
        Case("24", .put, 100.0, 110.0, 0.1, 0.1, 0.5, 0.15, 1.0646),
        Case("24", .put, 100.0, 90.0, 0.1, 0.1, 0.5, 0.25, 12.2149),
        Case("24", .put, 100.0, 100.0, 0.1, 0.1, 0.5, 0.25, 6.6997),
        Case("24", .put, 100.0, 110.0, 0.1, 0.1, 0.5, 0.25, 3.2734),
        Case("24", .put, 100.0, 90.0, 0.1, 0.1, 0.5, 0.35, 14.4452),
        Case("24", .put, 100.0, 100.0, 0.1, 0.1, 0.5, 0.35, 9.3679),
        Case("24", .put, 100.0, 110.0, 0.1, 0.1, 0.5, 0.35, 5.7963),
        Case("27", .call, 40.0, 42.0, 0.08, 0.04, 0.75, 0.35, 5.0975),
    ]
}
