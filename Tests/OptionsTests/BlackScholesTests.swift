import Mathematics
import Options
import Testing

/// Inputs drawn over all that a desk meets and more.
func randomInputs(_ random: inout RandomSource) -> PricingInputs {
    let spot = 1 + 999 * random.uniform()
    return PricingInputs(
        right: random.uniform() < 0.5 ? .call : .put, spot: spot,
        strike: spot * Elementary.exp(2 * random.uniform() - 1), years: 3 * random.uniform(),
        rate: 0.15 * random.uniform() - 0.03, dividendYield: 0.1 * random.uniform() - 0.01,
        volatility: 0.02 + random.uniform())
}

@Suite("European options")
struct BlackScholesTests {
    @Test("Prices are right to rounding at all distances from the money", arguments: ExactPrice.all)
    func price(exact: ExactPrice) {
        let error = (BlackScholes.price(exact.inputs) - exact.price).magnitude
        // Ten roundings of spot or strike near the money; far out, where the price is tiny beside both, its own.
        #expect(error < 2e-15 * (exact.inputs.spot + exact.inputs.strike))
        #expect(error < 1e-11 * exact.price)
    }

    @Test("A call less a put of the same strike is a forward")
    func parity() {
        var random = RandomSource(seed: 1)
        for _ in 0..<2_000 {
            var call = randomInputs(&random)
            call.right = .call
            var put = call
            put.right = .put
            let forward =
                call.spot * Elementary.exp(-call.dividendYield * call.years)
                - call.strike * Elementary.exp(-call.rate * call.years)
            let (first, second) = (BlackScholes.valuation(call), BlackScholes.valuation(put))
            #expect((first.price - second.price - forward).magnitude < 1e-14 * (call.spot + call.strike))
            #expect(
                (first.delta - second.delta - Elementary.exp(-call.dividendYield * call.years)).magnitude < 1e-14)
            #expect(first.gamma == second.gamma && first.vega == second.vega)
        }
    }

    @Test("Greeks are the slopes of the price")
    func slopes() {
        var random = RandomSource(seed: 2)
        for _ in 0..<500 {
            var inputs = randomInputs(&random)
            inputs.years += 0.05
            inputs.volatility += 0.05
            let value = BlackScholes.valuation(inputs)
            func slope(_ path: WritableKeyPath<PricingInputs, Double>, _ width: Double) -> Double {
                var (low, high) = (inputs, inputs)
                low[keyPath: path] -= width
                high[keyPath: path] += width
                return (BlackScholes.price(high) - BlackScholes.price(low)) / (2 * width)
            }
            let scale = 1e-6 * inputs.spot
            let width = 1e-4 * inputs.spot
            #expect((slope(\.spot, width) - value.delta).magnitude < 1e-5)
            #expect((slope(\.volatility, 1e-4) / 100 - value.vega).magnitude < scale)
            #expect((slope(\.rate, 1e-4) / 100 - value.rho).magnitude < scale)
            #expect((-slope(\.years, 1e-4) / 365 - value.theta).magnitude < scale)
            var (low, high) = (inputs, inputs)
            low.spot -= width
            high.spot += width
            let bend = (BlackScholes.valuation(high).delta - BlackScholes.valuation(low).delta) / (2 * width)
            #expect((bend - value.gamma).magnitude < 1e-5)
        }
    }

    // Hand arithmetic: the discounted forward payoff where nothing is random.
    @Test(
        "At the edges the value is the discounted payoff, never something that is not a number",
        arguments: [
            (Right.call, 110, 100, 0, 0.2, 10), (.put, 110, 100, 0, 0.2, 0), (.call, 100, 100, 0, 0.2, 0),
            (.put, 90, 100, 0, 0, 10), (.call, 110, 100, 1, 0, 14.8770575499286),
            (.put, 90, 100, 1, 0, 5.1229424500714), (.call, 0, 100, 1, 0.2, 0),
            (.put, 0, 100, 1, 0.2, 95.1229424500714), (.call, 100, 0, 1, 0.2, 100), (.put, 100, 0, 1, 0.2, 0),
            (.call, 0, 0, 1, 0.2, 0), (.put, 0, 0, 0, 0, 0), (.call, 1e300, 1e-300, 1, 0.2, 1e300),
            (.put, 1e-300, 1e300, 1, 0.2, 9.51229424500714e299), (.call, 100, 1e308, 1, 0.2, 0),
        ] as [(Right, Double, Double, Double, Double, Double)])
    func edges(right: Right, spot: Double, strike: Double, years: Double, volatility: Double, expected: Double) {
        let value = BlackScholes.valuation(
            PricingInputs(right: right, spot: spot, strike: strike, years: years, rate: 0.05, volatility: volatility))
        #expect((value.price - expected).magnitude <= 1e-13 * expected)
        for figure in [value.price, value.delta, value.gamma, value.theta, value.vega, value.rho] {
            #expect(figure.isFinite)
        }
        #expect(right == .call ? (0...1).contains(value.delta) : (-1...0).contains(value.delta))
    }

    @Test("Inputs that no option can have are named")
    func invalid() {
        func check(_ fault: InvalidPricingInput, _ change: (inout PricingInputs) -> Void) {
            var inputs = PricingInputs(right: .put, spot: 100, strike: 90, years: 0.1, rate: 0.05, volatility: 0.2)
            change(&inputs)
            #expect(throws: fault) { try inputs.validated() }
            #expect(fault.description.hasPrefix("the "))
        }
        check(.negative("spot", -1)) { $0.spot = -1 }
        check(.notFinite("strike")) { $0.strike = .nan }
        check(.negative("years", -0.1)) { $0.years = -0.1 }
        check(.notFinite("rate")) { $0.rate = .infinity }
        check(.notFinite("dividend yield")) { $0.dividendYield = .nan }
        check(.negative("volatility", -0.2)) { $0.volatility = -0.2 }
        check(.notFinite("volatility")) { $0.volatility = .infinity }
    }

    @Test("Sound inputs pass as they are, negative rates included")
    func valid() throws {
        let inputs = PricingInputs(
            right: .put, spot: 0, strike: 90, years: 0, rate: -0.05, dividendYield: -0.01, volatility: 0)
        #expect(try inputs.validated() == inputs)
    }
}
