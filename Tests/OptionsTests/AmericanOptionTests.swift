import Mathematics
import Options
import Testing

@Suite("American options")
struct AmericanOptionTests {
    // Andersen, Lake and Offengenden, "High Performance American Option Pricing" (2016), table 2 and, last, QuantLib's
    // standard example of their method: premium over European exercise at strike 100, 100 and 95.
    @Test(
        "The early exercise premium is the published one",
        arguments: [
            (100, 0.05, 0.106952702, 1e-6), (100, 0.075, 0.36711116, 1e-6), (95, 0.075, 0.23866, 1e-4),
        ] as [(Double, Double, Double, Double)])
    func premium(strike: Double, rate: Double, expected: Double, tolerance: Double) {
        let inputs = PricingInputs(
            right: .put, spot: 100, strike: strike, years: 1, rate: rate, dividendYield: 0.05, volatility: 0.25)
        let premium = AmericanOption.price(inputs) - BlackScholes.price(inputs)
        #expect((premium - expected).magnitude < tolerance)
    }

    @Test("At the edges the value is the exact limit", arguments: AmericanLimit.all)
    func limits(limit: AmericanLimit) {
        let value = AmericanOption.valuation(limit.inputs)
        #expect((value.price - limit.price).magnitude <= limit.tolerance)
        for figure in [value.price, value.delta, value.gamma, value.theta, value.vega, value.rho] {
            #expect(figure.isFinite)
        }
    }

    @Test("Prices and Greeks agree with an independent solver", arguments: AmericanReference.all)
    func reference(reference: AmericanReference) {
        let value = AmericanOption.valuation(reference.inputs)
        #expect((value.price - reference.price).magnitude < 2e-8 * reference.inputs.strike)
        #expect((value.delta - reference.delta).magnitude < 2e-6)
        #expect((value.gamma - reference.gamma).magnitude < 3e-6)
        #expect((value.vega - reference.vega).magnitude < 2e-7 * reference.inputs.strike)
        #expect((value.rho - reference.rho).magnitude < 5e-7 * reference.inputs.strike)
    }

    @Test("Long lives, high rates and tiny or huge volatilities stay within 10⁻⁶ of the strike", arguments: strained)
    func hard(reference: AmericanReference) {
        let price = AmericanOption.price(reference.inputs)
        #expect((price - reference.price).magnitude < 1e-6 * reference.inputs.strike)
    }

    // As AmericanReference.all; Greeks are not compared.
    static let strained: [AmericanReference] = [
        AmericanReference(.put, 100, 100, 0, 0.05, 365, 0.01, 0.03676954815667734, 0, 0, 0, 0),
        AmericanReference(.put, 100, 100, 0, 0.05, 365, 0.03, 0.32441199855603325, 0, 0, 0, 0),
        AmericanReference(.put, 100, 120, 0.5, 0.01, 3650, 0.05, 109.00245002702466, 0, 0, 0, 0),
        AmericanReference(.put, 100, 95, 0.3, 0.01, 365, 0.02, 19.972912137999185, 0, 0, 0, 0),
        AmericanReference(.call, 100, 100, 0.05, 0, 365, 0.02, 0.14669187174372042, 0, 0, 0, 0),
        AmericanReference(.put, 100, 100, 0.01, 0.2, 3650, 0.1, 0.9542880833797844, 0, 0, 0, 0),
        AmericanReference(.put, 100, 99.99, 0, 0.05, 1, 0.05, 0.0938160171834552, 0, 0, 0, 0),
        AmericanReference(.put, 100, 130, 0.04, 0.001, 3650, 0.3, 73.74733793560848, 0, 0, 0, 0),
        AmericanReference(.put, 100, 100, 0, 0.08, 10_950, 0.2, 8.187250678611985, 0, 0, 0, 0),
        AmericanReference(.put, 100, 150, 0, 0.0001, 3650, 0.8, 124.86376212539989, 0, 0, 0, 0),
        AmericanReference(.put, 100, 100, 0.05, 0.05, 365, 3, 83.85604588084965, 0, 0, 0, 0),
    ]

    @Test("Theta is what a day of waiting costs")
    func theta() {
        for reference in AmericanReference.all.suffix(4) where reference.inputs.years > 0.1 {
            var (later, earlier) = (reference.inputs, reference.inputs)
            later.years -= 0.25 / 365
            earlier.years += 0.25 / 365
            let cost = (AmericanOption.price(later) - AmericanOption.price(earlier)) / 0.5
            #expect((AmericanOption.valuation(reference.inputs).theta - cost).magnitude < 2e-5)
        }
    }

    @Test("An American option is worth at least European exercise and exercise now, and rises with volatility")
    func bounds() {
        var random = RandomSource(seed: 8)
        for _ in 0..<10 {
            var inputs = randomInputs(&random)
            inputs.rate = max(inputs.rate, 0)
            inputs.dividendYield = max(inputs.dividendYield, 0)
            let price = AmericanOption.price(inputs)
            let slack = 1e-7 * inputs.strike
            #expect(price >= BlackScholes.price(inputs) - slack)
            #expect(price >= inputs.right.sign * (inputs.spot - inputs.strike) - slack)
            inputs.volatility += 0.01
            #expect(AmericanOption.price(inputs) >= price - slack)
        }
    }

    @Test("A call without dividends is never exercised early")
    func callWithoutDividends() {
        let inputs = PricingInputs(right: .call, spot: 120, strike: 100, years: 1, rate: 0.05, volatility: 0.2)
        #expect(AmericanOption.price(inputs) == BlackScholes.price(inputs))
    }

    @Test("Deep in the money a put is exercised: it is worth its payoff and moves with the spot alone")
    func exercised() {
        let inputs = PricingInputs(right: .put, spot: 60, strike: 100, years: 0.5, rate: 0.05, volatility: 0.2)
        let value = AmericanOption.valuation(inputs)
        #expect(value == Valuation(price: 40, delta: -1, gamma: 0, theta: 0, vega: 0, rho: 0))
    }

    // QuantLib 1.44, FdBlackScholesVanillaEngine, 2000 × 2000 points: a negative rate above a more negative yield's
    // level has two exercise boundaries.
    @Test("Between two boundaries, under negative rates, the grid takes over")
    func twoBoundaries() {
        let inputs = PricingInputs(
            right: .put, spot: 100, strike: 100, years: 1, rate: -0.01, dividendYield: -0.03, volatility: 0.15)
        #expect((AmericanOption.price(inputs) - 5.262605).magnitude < 2e-4)
    }

    @Test("The volatility behind an American price comes back")
    func impliedVolatility() throws {
        for reference in AmericanReference.all.prefix(3) {
            let found = try AmericanOption.impliedVolatility(
                ofPrice: AmericanOption.price(reference.inputs), reference.inputs)
            #expect((found - reference.inputs.volatility).magnitude < 1e-9)
        }
    }

    @Test("A price that no volatility gives is refused with its reason")
    func refused() {
        var inputs = PricingInputs(right: .put, spot: 90, strike: 100, years: 0.5, rate: 0.05, volatility: 0.2)
        func solve(_ price: Double) throws(NoImpliedVolatility) {
            _ = try AmericanOption.impliedVolatility(ofPrice: price, inputs)
        }
        #expect(throws: NoImpliedVolatility.noTimeValue) { try solve(10) }
        #expect(throws: NoImpliedVolatility.belowMinimum(price: 9.5, minimum: 10)) { try solve(9.5) }
        #expect(throws: NoImpliedVolatility.atOrAboveMaximum(price: 100, maximum: 100)) { try solve(100) }
        #expect(throws: NoImpliedVolatility.invalidInput(.notFinite("price"))) { try solve(.nan) }
        inputs.years = 0
        #expect(throws: NoImpliedVolatility.independentOfVolatility) { try solve(11) }
        inputs.spot = -1
        #expect(throws: NoImpliedVolatility.invalidInput(.negative("spot", -1))) { try solve(11) }
    }
}
