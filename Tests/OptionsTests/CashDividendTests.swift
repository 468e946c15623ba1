import Options
import Testing

@Suite("Options on shares that pay dividends in cash")
struct CashDividendTests {
    // Hull, "Options, Futures, and Other Derivatives", 5th ed., p. 253, exercise 12.8; two decimals.
    @Test("A European call with two dividends, escrowed, has the price of the book")
    func escrowed() {
        let inputs = PricingInputs(right: .call, spot: 40, strike: 40, years: 0.5, rate: 0.09, volatility: 0.3)
        let dividends = [
            CashDividend(years: 2.0 / 12, amount: 0.5), CashDividend(years: 5.0 / 12, amount: 0.5),
            CashDividend(years: 0.6, amount: 0.5),
        ]
        #expect((BlackScholes.price(inputs.escrowing(dividends)) - 3.67).magnitude < 0.01)
    }

    @Test("Dividends above the spot leave nothing")
    func exhausted() {
        let inputs = PricingInputs(right: .call, spot: 1, strike: 40, years: 0.5, volatility: 0.3)
        #expect(inputs.escrowing([CashDividend(years: 0.1, amount: 2)]).spot == 0)
    }

    /// QuantLib 1.44, FdBlackScholesVanillaEngine with cash dividends, 4000 × 4000 points.
    struct DividendReference: Sendable {
        let inputs: PricingInputs
        let dividends: [CashDividend]
        let price: Double

        /// Right, spot, strike, rate, days, volatility, dividends as (days, dollars), price.
        init(
            _ right: Right, _ spot: Double, _ strike: Double, _ rate: Double, _ days: Double, _ volatility: Double,
            _ dividends: [(Double, Double)], _ price: Double
        ) {
            inputs = PricingInputs(
                right: right, spot: spot, strike: strike, years: days / 365, rate: rate, volatility: volatility)
            self.dividends = dividends.map { CashDividend(years: $0.0 / 365, amount: $0.1) }
            self.price = price
        }
    }

    static let references: [DividendReference] = [
        DividendReference(.call, 100, 95, 0.05, 90, 0.2, [(60, 1.0)], 7.202228),
        DividendReference(.call, 580, 560, 0.05, 45, 0.15, [(20, 1.8)], 25.753226),
        DividendReference(.call, 100, 90, 0.03, 365, 0.25, [(80, 2.0), (262, 2.0)], 14.684287),
        DividendReference(.put, 100, 105, 0.05, 180, 0.25, [(60, 1.5)], 9.622842),
        DividendReference(.put, 580, 600, 0.045, 45, 0.18, [(20, 1.8)], 26.447906),
        DividendReference(.put, 50, 50, 0.08, 365, 0.3, [(91, 0.5), (182, 0.5), (273, 0.5), (364, 0.5)], 4.999551),
        DividendReference(.call, 100, 80, 0.01, 30, 0.2, [(10, 3.0)], 20.021915),
    ]

    @Test("American options agree with an independent grid to 3·10⁻⁶ of the strike", arguments: references)
    func american(reference: DividendReference) {
        let price = AmericanOption.price(reference.inputs, dividends: reference.dividends)
        #expect((price - reference.price).magnitude < 3e-6 * reference.inputs.strike)
    }

    @Test("A call deep in the money is exercised before a dividend that exceeds its time value, else it is held")
    func exercise() {
        let inputs = PricingInputs(right: .call, spot: 100, strike: 80, years: 30.0 / 365, rate: 0.01, volatility: 0.2)
        let soon = AmericanOption.price(inputs, dividends: [CashDividend(years: 1e-6, amount: 3)])
        #expect((soon - 20).magnitude < 1e-3)
        let small = AmericanOption.price(inputs, dividends: [CashDividend(years: 0.02, amount: 0.01)])
        #expect(small > 20.05)
    }

    @Test("Without dividends before expiration the exact method answers; a vanishing one changes nothing")
    func agreement() {
        for reference in [AmericanReference.all[7]] {
            let exact = AmericanOption.valuation(reference.inputs)
            let late = CashDividend(years: reference.inputs.years + 0.1, amount: 5)
            #expect(AmericanOption.valuation(reference.inputs, dividends: [late]) == exact)
            let tiny = CashDividend(years: reference.inputs.years / 2, amount: 1e-9)
            let grid = AmericanOption.valuation(reference.inputs, dividends: [tiny])
            #expect((grid.price - exact.price).magnitude < 2e-6 * reference.inputs.strike)
            #expect((grid.delta - exact.delta).magnitude < 1e-5)
            #expect((grid.gamma - exact.gamma).magnitude < 2e-5)
            #expect((grid.theta - exact.theta).magnitude < 2e-5)
            #expect((grid.vega - exact.vega).magnitude < 1e-4)
        }
    }
}
