import Options
import Testing

/// American prices and Greeks by QuantLib 1.44, QdFpAmericanEngine with its high-precision scheme; Greeks are central
/// differences of its prices (vega and rho per percentage point).
struct AmericanReference: Sendable, CustomTestStringConvertible {
    let inputs: PricingInputs
    let price: Double
    let delta: Double
    let gamma: Double
    let vega: Double
    let rho: Double

    /// Right, spot, strike, dividend yield, rate, days, volatility, then price, delta, gamma, vega and rho.
    init(
        _ right: Right, _ spot: Double, _ strike: Double, _ dividendYield: Double, _ rate: Double, _ days: Double,
        _ volatility: Double, _ price: Double, _ delta: Double, _ gamma: Double, _ vega: Double, _ rho: Double
    ) {
        inputs = PricingInputs(
            right: right, spot: spot, strike: strike, years: days / 365, rate: rate, dividendYield: dividendYield,
            volatility: volatility)
        (self.price, self.delta, self.gamma, self.vega, self.rho) = (price, delta, gamma, vega, rho)
    }

    var testDescription: String { "\(inputs.right) \(inputs.strike) at \(inputs.spot), \(inputs.years) years" }

    static let all: [AmericanReference] = [
        AmericanReference(.put, 100, 95, 0.012, 0.045, 45, 0.25, 1.376208412, -0.251750, 0.036590, 0.111821, -0.029219),
        AmericanReference(
            .put, 100, 105, 0.012, 0.045, 45, 0.25, 6.385114989, -0.689949, 0.042314, 0.122784, -0.065156),
        AmericanReference(
            .put, 580, 640, 0.013, 0.05, 365, 0.18, 69.310571208, -0.687268, 0.004995, 1.872197, -2.032458),
        AmericanReference(.put, 100, 100, 0, 0.05, 365, 0.2, 6.090370607, -0.411059, 0.022989, 0.374878, -0.302173),
        AmericanReference(.put, 100, 110, 0.0, 0.1, 182, 0.4, 14.958108164, -0.563743, 0.017228, 0.266415, -0.201285),
        AmericanReference(.put, 100, 100, 0.08, 0.03, 730, 0.3, 19.963369479, -0.434358, 0.008031, 0.481636, -1.257479),
        AmericanReference(.put, 100, 100, 0.03, 0.03, 365, 0.25, 9.712521565, -0.441332, 0.015686, 0.386500, -0.451823),
        AmericanReference(.call, 100, 95, 0.06, 0.03, 182, 0.25, 8.826118905, 0.622629, 0.022905, 0.257813, 0.187100),
        AmericanReference(.call, 100, 90, 0.05, 0.02, 365, 0.15, 10.664225443, 0.800286, 0.031246, 0.238959, 0.247002),
        AmericanReference(.call, 100, 120, 0.1, 0.05, 1095, 0.3, 8.372097072, 0.326514, 0.007641, 0.537824, 0.490748),
        AmericanReference(.call, 100, 100, 0.02, 0.02, 365, 0.2, 7.837169841, 0.532183, 0.019702, 0.390562, 0.395224),
        AmericanReference(.put, 40, 45, 0, 0.0488, 210, 0.4, 7.358617639, -0.583423, 0.035700, 0.116328, -0.114619),
        AmericanReference(.put, 36, 40, 0, 0.06, 365, 0.2, 4.486674419, -0.696806, 0.086725, 0.109357, -0.103327),
        AmericanReference(
            .put, 100, 100, 0.02, 0.05, 3650, 0.25, 18.214790516, -0.309855, 0.007062, 0.910346, -2.105654),
        AmericanReference(.put, 100, 90, 0.01, 0.05, 7, 0.3, 0.006665254, -0.005013, 0.003489, 0.002007, -0.000095),
    ]
}

/// Exact limits of American prices, as QuantLib's test suite of American options states them ("edge cases").
struct AmericanLimit: Sendable, CustomTestStringConvertible {
    let inputs: PricingInputs
    let price: Double
    let tolerance: Double

    /// Right, strike, spot, dividend yield, rate, years, volatility, price and tolerance.
    init(
        _ right: Right, _ strike: Double, _ spot: Double, _ dividendYield: Double, _ rate: Double, _ years: Double,
        _ volatility: Double, _ price: Double, _ tolerance: Double
    ) {
        inputs = PricingInputs(
            right: right, spot: spot, strike: strike, years: years, rate: rate, dividendYield: dividendYield,
            volatility: volatility)
        (self.price, self.tolerance) = (price, tolerance)
    }

    var testDescription: String { "\(inputs.right) \(inputs.strike) at \(inputs.spot), σ \(inputs.volatility)" }

    static let all: [AmericanLimit] = [
        AmericanLimit(.put, 0.0, 100.0, 0.02, 0.02, 1.0, 0.25, 0.0, 1e-14),
        AmericanLimit(.put, 1e-08, 100.0, 0.02, 0.02, 1.0, 0.25, 0.0, 1e-14),
        AmericanLimit(.call, 0.0, 100.0, 0.01, 0.05, 1.0, 0.25, 100.0, 1e-11),
        AmericanLimit(.call, 1e-07, 100.0, 0.01, 0.05, 1.0, 0.25, 99.9999999, 1e-09),
        AmericanLimit(.call, 50.0, 100.0, 0.01, 0.05, 1.0, 0.0, 51.44351214988111, 1e-10),
        AmericanLimit(.call, 50.0, 100.0, 0.01, 0.05, 1.0, 1e-08, 51.443512149881116, 1e-08),
        AmericanLimit(.put, 120.0, 100.0, 0.5, 0.01, 40.0, 1e-06, 108.98092036570044, 0.0001),
        AmericanLimit(.put, 120.0, 100.0, 0.5, 0.01, 40.0, 0.0, 108.9809045611846, 1e-10),
        AmericanLimit(.put, 120.0, 100.0, 0.01, 0.05, 1.0, 1e-07, 20.0, 1e-09),
        AmericanLimit(.put, 120.0, 100.0, 0.01, 0.05, 1.0, 0.0, 20.0, 1e-12),
        AmericanLimit(.put, 120.0, 100.0, 0.05, 0.0, 1.0, 1e-07, 24.877057549928608, 1e-08),
        AmericanLimit(.put, 120.0, 100.0, 0.05, 0.0, 1.0, 0.0, 24.877057549928608, 1e-10),
        AmericanLimit(.put, 120.0, 1e-06, 0.05, -0.075, 1.0, 0.25, 129.34609715492635, 1e-09),
        AmericanLimit(.put, 120.0, 0.0, 0.05, -0.075, 1.0, 0.25, 129.34609810615578, 1e-10),
        AmericanLimit(.call, 120.0, 1e-06, 0.05, 0.075, 1.0, 0.25, 0.0, 1e-14),
        AmericanLimit(.call, 120.0, 0.0, 0.05, 0.075, 1.0, 0.25, 0.0, 1e-14),
        AmericanLimit(.put, 120.0, 100.0, 0.0, 0.05, 0.0027397260273972603, 0.25, 20.0, 1e-10),
        AmericanLimit(.put, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 1e-14),
        AmericanLimit(.call, 1e-07, 100.0, 0.025, 0.05, 1.0, 1e-08, 99.9999999, 1e-08),
        AmericanLimit(.call, 0.0, 100.0, 0.025, 0.05, 1.0, 1e-08, 100.0, 1e-08),
        AmericanLimit(.call, 1e-07, 100.0, 0.025, 0.05, 1.0, 0.0, 99.9999999, 1e-08),
        AmericanLimit(.call, 0.0, 100.0, 0.025, 0.05, 1.0, 0.0, 100.0, 1e-08),
        AmericanLimit(.call, 100.0, 1e-08, 0.025, 0.05, 1.0, 1e-08, 0.0, 1e-10),
        AmericanLimit(.call, 100.0, 0.0, 0.025, 0.05, 1.0, 0.0, 0.0, 1e-14),
        AmericanLimit(.call, 100.0, 10000000000.0, 0.05, 0.01, 1.0, 0.25, 9999999900.0, 1.0),
        AmericanLimit(.call, 10000000000.0, 100.0, 0.05, 0.01, 1.0, 0.25, 0.0, 1e-14),
    ]
}
