import Mathematics
import Options
import Testing

@Suite("Columns of options")
struct ValuationColumnsTests {
    private func columns(_ inputs: [PricingInputs]) -> ValuationColumns {
        BlackScholes.valuations(
            right: inputs.map(\.right), spot: inputs.map(\.spot), strike: inputs.map(\.strike),
            years: inputs.map(\.years), rate: inputs.map(\.rate), dividendYield: inputs.map(\.dividendYield),
            volatility: inputs.map(\.volatility))
    }

    @Test(
        "A column has the bits of its options one by one, at even and odd lengths", arguments: [0, 1, 2, 3, 64, 1001])
    func sameBits(count: Int) {
        var random = RandomSource(seed: 99)
        let inputs = (0..<count).map { _ in randomInputs(&random) }
        let values = columns(inputs)
        #expect(values.count == count)
        for (index, one) in inputs.enumerated() { #expect(values[index] == BlackScholes.valuation(one)) }
    }

    @Test("Options without randomness keep their limits beside ordinary ones")
    func limits() {
        let sound = PricingInputs(right: .put, spot: 100, strike: 95, years: 0.1, rate: 0.04, volatility: 0.2)
        var inputs = [PricingInputs](repeating: sound, count: 9)
        inputs[1].years = 0
        inputs[2].volatility = 0
        inputs[5].spot = 0
        inputs[6].strike = 0
        inputs[8].right = .call
        inputs[8].volatility = 0
        let values = columns(inputs)
        for (index, one) in inputs.enumerated() { #expect(values[index] == BlackScholes.valuation(one)) }
        #expect(!values.price.contains(where: \.isNaN) && !values.gamma.contains(where: \.isNaN))
    }

    @Test("A slice has the bits of its calls and puts one by one", arguments: [0, 1, 7, 40])
    func slice(count: Int) {
        var random = RandomSource(seed: 5)
        let strikes = (0..<count).map { 80 + Double($0) }
        var volatilities = strikes.map { _ in 0.1 + 0.3 * random.uniform() }
        if count > 2 { volatilities[2] = 0 }
        let (calls, puts) = BlackScholes.slice(
            spot: 100, years: 0.12, rate: 0.045, dividendYield: 0.013, strikes: strikes, volatilities: volatilities)
        #expect(calls.count == count && puts.count == count)
        for index in 0..<count {
            var inputs = PricingInputs(
                right: .call, spot: 100, strike: strikes[index], years: 0.12, rate: 0.045, dividendYield: 0.013,
                volatility: volatilities[index])
            #expect(calls[index] == BlackScholes.valuation(inputs))
            inputs.right = .put
            #expect(puts[index] == BlackScholes.valuation(inputs))
        }
    }
}
