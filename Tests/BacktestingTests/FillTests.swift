import Dates
import Ledger
import Options
import Strategy
import Testing

@testable import Backtesting

@Suite("Fills lie between the middle and the far side, rounded against the desk")
struct FillTests {
    static func leg(_ right: Right, _ strike: Int, _ quantity: Int, _ bid: Double, _ ask: Double) -> LegQuote {
        LegQuote(
            leg: Leg(
                contract: OptionContract(
                    underlying: "SPY", expiration: Day(daysSince1970: 20_000), right: right,
                    strikeThousandths: strike * 1000), quantity: quantity),
            bid: bid, ask: ask, impliedVolatility: 0.2, delta: 0.1, gamma: 0.01, theta: -0.01, vega: 0.1)
    }

    static let vertical = ComboQuote(legs: [leg(.put, 90, -1, 1.00, 1.04), leg(.put, 85, 1, 0.50, 0.54)])
    static let condor = ComboQuote(
        legs: vertical.legs + [leg(.call, 110, -1, 0.90, 0.94), leg(.call, 115, 1, 0.40, 0.44)])
    static let hedge = ComboQuote(legs: [leg(.call, 24, 1, 0.80, 0.90)])

    @Test(
        "the share of the half-spread given up depends on level and legs",
        arguments: [
            (FillSettings.Level.standard, 1, 0.75), (.standard, 2, 0.686_666_666_666_666_7), (.standard, 4, 0.56),
            (.kind, 2, 0.25), (.harsh, 4, 1.0),
        ])
    func fractions(level: FillSettings.Level, legs: Int, expected: Double) {
        var settings = FillSettings()
        settings.level = level
        #expect(abs(settings.fraction(legs: legs) - expected) < 1e-12)
    }

    // By hand: the vertical's middle is 0.50, half of its bid–ask 0.04; the condor's 1.00 and 0.08; the hedge's
    // middle −0.85 and 0.05.
    @Test(
        "opening receives the middle less the share, down to the cent",
        arguments: [
            (vertical, 0.0, 5_000), (vertical, 0.25, 4_900), (vertical, 0.69, 4_700), (vertical, 1.0, 4_600),
            (condor, 0.56, 9_500), (hedge, 0.75, -8_900), (hedge, 1.0, -9_000),
        ] as [(ComboQuote, Double, Int64)])
    func opening(quote: ComboQuote, fraction: Double, expected: Int64) throws {
        let execution = try #require(Execution.opening(quote, fraction: fraction))
        #expect(execution.price == Price(tenThousandths: expected))
    }

    @Test(
        "closing pays the middle plus the share, up to the cent",
        arguments: [
            (vertical, 0.0, 5_000), (vertical, 0.25, 5_100), (vertical, 0.69, 5_300), (condor, 0.56, 10_500),
            (hedge, 0.75, -8_100), (hedge, 1.0, -8_000),
        ] as [(ComboQuote, Double, Int64)])
    func closing(quote: ComboQuote, fraction: Double, expected: Int64) throws {
        let width: Price? = quote == Self.hedge ? nil : Price(5)
        let execution = try #require(Execution.closing(quote, fraction: fraction, width: width))
        #expect(execution.price == Price(tenThousandths: expected))
    }

    @Test(
        "the legs' prices add up to the combo's", arguments: [vertical, condor, hedge], [0.0, 0.25, 0.56, 0.69, 1.0])
    func legsAddUp(quote: ComboQuote, fraction: Double) throws {
        let opening = try #require(Execution.opening(quote, fraction: fraction))
        let closing = try #require(Execution.closing(quote, fraction: fraction, width: Price(5)))
        func sum(_ execution: Execution, _ sign: Int) -> Price {
            zip(quote.legs, execution.legPrices).reduce(.zero) {
                $0 + Price(tenThousandths: $1.1.tenThousandths * Int64($1.0.leg.quantity * sign))
            }
        }
        #expect(sum(opening, -1) == opening.price)
        #expect(sum(closing, -1) == closing.price)
    }

    @Test("nobody pays more than the width, nor less than nothing, to close")
    func closingIsBounded() throws {
        let deep = ComboQuote(legs: [Self.leg(.put, 90, -1, 9.5, 10.5), Self.leg(.put, 85, 1, 4.5, 5.5)])
        #expect(Execution.closing(deep, fraction: 1, width: Price(5))?.price == Price(5))
        let inverted = ComboQuote(legs: [Self.leg(.put, 90, -1, 0, 0.01), Self.leg(.put, 85, 1, 0.05, 0.06)])
        #expect(Execution.closing(inverted, fraction: 0, width: Price(5))?.price == .zero)
        let worthless = ComboQuote(legs: [Self.leg(.call, 24, 1, 0, 0.10)])
        #expect(Execution.closing(worthless, fraction: 1, width: nil)?.price == .zero)
    }

    @Test("a market without a finite price is not filled")
    func notFinite() {
        let quote = ComboQuote(legs: [Self.leg(.put, 90, -1, 1, .infinity)])
        #expect(Execution.opening(quote, fraction: 0.5) == nil)
        #expect(Execution.closing(quote, fraction: 0.5, width: Price(5)) == nil)
    }

    // By hand: at 87 the short 90 put is worth 3, the long 85 put nothing; at 80 they are worth 10 and 5.
    @Test("settlement is at intrinsic value", arguments: [(87.0, 3.0), (80.0, 5.0), (95.0, 0.0)])
    func settlement(spot: Double, cost: Double) throws {
        let execution = try #require(Execution.settlement(of: Self.vertical.legs.map(\.leg), spot: spot))
        #expect(execution.price == Price(cost))
    }
}
