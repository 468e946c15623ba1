import Options
import Testing

/// European prices by mpmath 1.4.1 at 400 digits, from the doubles nearest to the inputs.
struct ExactPrice: Sendable, CustomTestStringConvertible {
    let inputs: PricingInputs
    let price: Double

    /// Right, spot, strike, years, rate, dividend yield, volatility and price.
    init(
        _ right: Right, _ spot: Double, _ strike: Double, _ years: Double, _ rate: Double, _ dividendYield: Double,
        _ volatility: Double, _ price: Double
    ) {
        inputs = PricingInputs(
            right: right, spot: spot, strike: strike, years: years, rate: rate, dividendYield: dividendYield,
            volatility: volatility)
        self.price = price
    }

    var testDescription: String { "\(inputs.right) \(inputs.strike) at \(inputs.spot), \(inputs.years) years" }

    static let all: [ExactPrice] = [
        ExactPrice(.call, 100, 100, 1, 0.05, 0.02, 0.2, 9.227005508154049),
        ExactPrice(.put, 580, 520, 0.1232876712328767, 0.045, 0.013, 0.17, 0.36519424335016093),
        ExactPrice(.call, 580, 640, 0.1232876712328767, 0.045, 0.013, 0.14, 0.31119159152582165),
        ExactPrice(.put, 100, 60, 0.019178082191780823, 0.05, 0, 0.3, 9.262972142436282e-36),
        ExactPrice(.call, 100, 300, 0.5, 0.02, 0, 0.25, 1.7290953500189622e-09),
        ExactPrice(.put, 100, 20, 0.25, 0.03, 0.01, 0.35, 1.1619014916821305e-20),
        ExactPrice(.call, 100, 100, 1e-06, 0.05, 0, 0.2, 0.00798134564453586),
        ExactPrice(.put, 100, 100, 0.00011415525114155251, 0, 0, 0.01, 0.0042624373874335505),
        ExactPrice(.call, 100, 100, 30, 0.03, 0.02, 1.5, 54.87927887372436),
        ExactPrice(.put, 100, 100, 10, -0.01, 0.02, 0.8, 91.0137360633776),
        ExactPrice(.call, 100, 99.999999, 0.1, 0, 0, 0.001, 0.012616162500763797),
        ExactPrice(.put, 1, 1e-06, 1, 0, 0, 1.2, 4.88398222530398e-35),
        ExactPrice(.call, 100, 1000, 1, 0.05, 0, 0.1, 1.5778214926581849e-112),
        ExactPrice(.put, 100, 5, 0.1, 0.05, 0, 0.4, 1.2385367204148338e-125),
        ExactPrice(.call, 1000000.0, 2000000.0, 2, 0.01, 0.03, 0.3, 9677.312750616116),
        ExactPrice(.call, 50, 200, 5, 0.0, 0.0, 3.0, 49.92184553191583),
        ExactPrice(.put, 100, 101, 1, 0.05, 0.05, 2.5, 75.87458577570153),
    ]
}
