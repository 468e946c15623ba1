import Mathematics
import Options
import Testing

@Suite("Implied volatility, European exercise")
struct ImpliedVolatilityTests {
    /// What rounding leaves: half a unit of the price and of the discounted spot and strike, ÷ vega, and a few units of
    /// the volatility.
    private func attainable(_ inputs: PricingInputs) -> Double {
        let vega = BlackScholes.valuation(inputs).vega * 100
        return 2.3e-16 * (inputs.spot + inputs.strike) / vega + 8 * inputs.volatility.ulp
    }

    @Test("The volatility behind an exact price comes back", arguments: ExactPrice.all)
    func exact(exact: ExactPrice) throws {
        let expected = exact.inputs.volatility
        let found = try BlackScholes.impliedVolatility(ofPrice: exact.price, exact.inputs)
        #expect((found - expected).magnitude <= attainable(exact.inputs))
        #expect((found - expected).magnitude < 1e-12)
    }

    @Test("Over moneyness, time and volatility the error stays within what rounding sets")
    func roundTrip() throws {
        var random = RandomSource(seed: 31)
        var solved = 0
        for _ in 0..<6_000 {
            var inputs = randomInputs(&random)
            inputs.years = Elementary.exp(12 * random.uniform() - 9)
            inputs.volatility = Elementary.exp(6 * random.uniform() - 4)
            inputs.strike = inputs.spot * Elementary.exp(6 * random.uniform() - 3)
            let price = BlackScholes.price(inputs)
            guard let found = try? BlackScholes.impliedVolatility(ofPrice: price, inputs) else {
                // Refused only where rounding has eaten the volatility: less than 10⁻¹⁴ of spot and strike above
                // the minimum or below the maximum, or a price that is zero.
                let call = inputs.right == .call
                let asset = inputs.spot * Elementary.exp(-inputs.dividendYield * inputs.years)
                let cash = inputs.strike * Elementary.exp(-inputs.rate * inputs.years)
                let (minimum, maximum) = call ? (max(0, asset - cash), asset) : (max(0, cash - asset), cash)
                let room = min(price - minimum, maximum - price)
                #expect(room <= 1e-14 * (asset + cash))
                continue
            }
            solved += 1
            // The price that is inverted carries some roundings of its own.
            let slack = 8 * attainable(inputs)
            #expect((found - inputs.volatility).magnitude <= slack)
        }
        #expect(solved > 3_000)
    }

    @Test("Where an option is ordinary, volatility is exact to 10⁻¹²")
    func ordinary() throws {
        var random = RandomSource(seed: 32)
        for _ in 0..<2_000 {
            let spot = 50 + 600 * random.uniform()
            let years = (3 + 400 * random.uniform()) / 365
            let volatility = 0.08 + 0.8 * random.uniform()
            let distance = 5 * random.uniform() * volatility * years.squareRoot()
            // Out of the money, up to five standard deviations.
            let isCall = random.uniform() < 0.5
            let inputs = PricingInputs(
                right: isCall ? .call : .put, spot: spot,
                strike: spot * Elementary.exp(isCall ? distance : -distance), years: years, rate: 0.04,
                dividendYield: 0.015, volatility: volatility)
            let found = try BlackScholes.impliedVolatility(ofPrice: BlackScholes.price(inputs), inputs)
            #expect((found - volatility).magnitude < 1e-12)
        }
    }

    @Test(
        "A price that no volatility gives is refused with its reason",
        arguments: [
            (-1.0, NoImpliedVolatility.belowMinimum(price: -1, minimum: 0)), (0, .noTimeValue),
            (100, .atOrAboveMaximum(price: 100, maximum: 100)), (120, .atOrAboveMaximum(price: 120, maximum: 100)),
            (.nan, .invalidInput(.notFinite("price"))), (.infinity, .invalidInput(.notFinite("price"))),
        ])
    func refused(price: Double, reason: NoImpliedVolatility) {
        let inputs = PricingInputs(right: .call, spot: 100, strike: 110, years: 0.5, rate: 0.03, volatility: 0)
        #expect(throws: reason) { try BlackScholes.impliedVolatility(ofPrice: price, inputs) }
        #expect(reason.description.hasPrefix("no implied volatility: "))
    }

    @Test("A price below intrinsic value, an expired option and broken inputs have reasons of their own")
    func otherReasons() {
        var inputs = PricingInputs(right: .put, spot: 100, strike: 110, years: 0.5, volatility: 0)
        #expect(throws: NoImpliedVolatility.belowMinimum(price: 9, minimum: 10)) {
            try BlackScholes.impliedVolatility(ofPrice: 9, inputs)
        }
        #expect(throws: NoImpliedVolatility.noTimeValue) {
            try BlackScholes.impliedVolatility(ofPrice: 10, inputs)
        }
        inputs.years = 0
        #expect(throws: NoImpliedVolatility.independentOfVolatility) {
            try BlackScholes.impliedVolatility(ofPrice: 12, inputs)
        }
        #expect(NoImpliedVolatility.independentOfVolatility.description.contains("at expiration"))
        inputs.years = -1
        #expect(throws: NoImpliedVolatility.invalidInput(.negative("years", -1))) {
            try BlackScholes.impliedVolatility(ofPrice: 12, inputs)
        }
    }

    @Test("The smallest and the largest prices still have a volatility")
    func extremes() throws {
        let inputs = PricingInputs(right: .call, spot: 100, strike: 110, years: 1, volatility: 0)
        for price in [1e-300, 1e-100, 1e-20, 99.999999, 100.0.nextDown] {
            var solved = inputs
            solved.volatility = try BlackScholes.impliedVolatility(ofPrice: price, inputs)
            let again = BlackScholes.price(solved)
            #expect((again - price).magnitude <= 1e-11 * price)
        }
    }
}
