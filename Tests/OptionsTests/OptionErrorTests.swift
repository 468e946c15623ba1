import Options
import Testing

@Suite("What is said of an option that cannot be read or priced")
struct OptionErrorTests {
    @Test(
        "Of a symbol it is said which part is wrong, and how it is written",
        arguments: [
            (
                "SPY", "'SPY' is not an OCC symbol: write root (1–6), YYMMDD, C or P, strike × 1000 in 8 digits"
            ),
            (
                "spy260814P00600000",
                "'spy260814P00600000' is not an OCC symbol: the root must be 1–6 capital letters or digits, a letter first"
            ),
            ("SPY261314P00600000", "'SPY261314P00600000' is not an OCC symbol: '261314' is not a date YYMMDD"),
            ("SPY260814X00600000", "'SPY260814X00600000' is not an OCC symbol: 'X' stands where C or P should"),
            (
                "SPY260814P00000000",
                "'SPY260814P00000000' is not an OCC symbol: the strike '00000000' is not 8 digits above zero"
            ),
        ])
    func symbols(symbol: String, text: String) {
        let error = #expect(throws: OCCSymbolError.self) { try OptionContract(occ: symbol) }
        #expect(error?.description == text)
    }

    /// A call at the money for half a year, with one input changed.
    private func inputs(_ change: (inout PricingInputs) -> Void = { _ in }) -> PricingInputs {
        var inputs = PricingInputs(
            right: .call, spot: 100, strike: 100, years: 0.5, rate: 0, dividendYield: 0, volatility: 0.2)
        change(&inputs)
        return inputs
    }

    @Test("Of an input it is said which it is, the rule and the value")
    func pricing() {
        let faults: [(PricingInputs, String)] = [
            (inputs { $0.spot = .nan }, "the spot must be a finite number"),
            (inputs { $0.rate = .infinity }, "the rate must be a finite number"),
            (inputs { $0.dividendYield = .nan }, "the dividend yield must be a finite number"),
            (inputs { $0.strike = -95 }, "the strike must not be negative; it is -95.0"),
            (inputs { $0.years = -0.5 }, "the years must not be negative; it is -0.5"),
            (inputs { $0.volatility = -0.2 }, "the volatility must not be negative; it is -0.2"),
        ]
        for (inputs, text) in faults {
            let error = #expect(throws: InvalidPricingInput.self) { try inputs.validated() }
            #expect(error?.description == text)
        }
    }

    @Test("Of a price that no volatility gives it is said why, whatever the exercise")
    func impliedVolatility() {
        let faults: [(Double, PricingInputs, String)] = [
            (5, inputs { $0.spot = -1 }, "no implied volatility: the spot must not be negative; it is -1.0"),
            (.nan, inputs(), "no implied volatility: the price must be a finite number"),
            (
                5, inputs { $0.years = 0 },
                "no implied volatility: at expiration, or with a spot or strike of zero, volatility moves no price"
            ),
            (5, inputs { $0.strike = 95 }, "no implied volatility: the price holds no time value"),
            (
                4, inputs { $0.strike = 95 },
                "no implied volatility: the price 4.0 is below the least possible value 5.0"
            ),
            (
                100, inputs(), "no implied volatility: the price 100.0 is not below the greatest possible value 100.0"
            ),
        ]
        for (price, inputs, text) in faults {
            let european = #expect(throws: NoImpliedVolatility.self) {
                try BlackScholes.impliedVolatility(ofPrice: price, inputs)
            }
            let american = #expect(throws: NoImpliedVolatility.self) {
                try AmericanOption.impliedVolatility(ofPrice: price, inputs)
            }
            #expect(european?.description == text && american?.description == text)
        }
    }
}
