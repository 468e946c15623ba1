import Options
import Testing

@Suite struct AmericanRhoTests {
    // Merton (1973): without dividends and with a rate that is not negative an American call is worth its European twin.
    @Test(
        "Without dividends a call's rho is the European one, at rates near zero too",
        arguments: [0, 1e-5, 1e-4, 2.9e-4, 1e-3, 0.05])
    func nearZero(rate: Double) {
        let inputs = PricingInputs(right: .call, spot: 100, strike: 100, years: 1, rate: rate, volatility: 0.2)
        #expect(abs(AmericanOption.valuation(inputs).rho - BlackScholes.valuation(inputs).rho) < 1e-6)
    }
}
