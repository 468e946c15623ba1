import Mathematics
import Options

/// Options like those of a desk, drawn as the peers draw theirs: spot 80–500, strikes within 20 %, 5–90 days,
/// volatility 10–60 %, both rights.
private func deskOptions(_ count: Int) -> [PricingInputs] {
    var random = RandomSource(seed: 7, stream: "benchmarks")
    return (0..<count).map { _ in
        let spot = 80 + 420 * random.uniform()
        return PricingInputs(
            right: random.uniform() < 0.5 ? .call : .put, spot: spot, strike: spot * (0.8 + 0.4 * random.uniform()),
            years: (5 + 85 * random.uniform()) / 365, rate: 0.045, dividendYield: 0.013,
            volatility: 0.1 + 0.5 * random.uniform())
    }
}

func pricingColumns() -> Case { columns("pricing", 10_000) }
func pricingManyColumns() -> Case { columns("pricing-million", 1_000_000) }

private func columns(_ name: String, _ count: Int) -> Case {
    let options = deskOptions(count)
    let right = options.map(\.right)
    let (spot, strike, years) = (options.map(\.spot), options.map(\.strike), options.map(\.years))
    let (rate, dividendYield) = (options.map(\.rate), options.map(\.dividendYield))
    let volatility = options.map(\.volatility)
    return Case(name: name, unit: "price+5 Greeks") {
        let values = BlackScholes.valuations(
            right: right, spot: spot, strike: strike, years: years, rate: rate, dividendYield: dividendYield,
            volatility: volatility)
        return (values.count, values.price.reduce(0, +) + values.theta.reduce(0, +))
    }
}

func pricingSlices() -> Case {
    let strikes = (0..<40).map { 80 + Double($0) }
    let volatilities = strikes.map { 0.2 + 0.001 * (100 - $0) }
    return Case(name: "pricing-slice", unit: "price+5 Greeks") {
        var sum = 0.0
        for index in 0..<100 {
            let (calls, puts) = BlackScholes.slice(
                spot: 100 + 0.001 * Double(index), years: 0.12, rate: 0.045, dividendYield: 0.013, strikes: strikes,
                volatilities: volatilities)
            sum += calls.price[20] + puts.theta[20]
        }
        return (100 * 2 * strikes.count, sum)
    }
}

func pricingSingly() -> Case {
    let options = deskOptions(10_000)
    return Case(name: "pricing-single", unit: "price+5 Greeks") {
        (options.count, options.reduce(0) { $0 + BlackScholes.valuation($1).price })
    }
}

func impliedVolatility() -> Case {
    let options = deskOptions(10_000)
    let prices = options.map(BlackScholes.price)
    return Case(name: "implied-volatility", unit: "volatilities") {
        var sum = 0.0
        for (price, option) in zip(prices, options) {
            sum += (try? BlackScholes.impliedVolatility(ofPrice: price, option)) ?? 0
        }
        return (options.count, sum)
    }
}

func american() -> Case {
    let options = deskOptions(20)
    return Case(name: "american", unit: "prices") {
        (options.count, options.reduce(0) { $0 + AmericanOption.price($1) })
    }
}
