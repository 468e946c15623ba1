import Dates
import Ledger
import Market
import Options
import Testing

@testable import Strategy

@Suite("Width, credit and quote of a spread")
struct SpreadRuleTests {
    let settings = StrategySettings()

    static func choice(
        _ structure: Structure = .putCredit, slice: OptionChain.Slice = Fixture.slice(days: 45)
    ) -> WidthChoice {
        let shorts = structure.soldSides.compactMap { right in
            slice.strikes.firstIndex(of: right == .put ? 90_000 : 110_000).map { (right: right, index: $0) }
        }
        return WidthChoice(underlying: "SPY", slice: slice, days: 45, structure: structure, shorts: shorts)
    }

    @Test("widths are those that are listed within the range, for a condor on both sides")
    func widths() throws {
        let vertical = Self.choice()
        #expect(vertical.widths(from: 2, to: 10) == [2_000, 5_000, 10_000])
        #expect(vertical.widths(from: 2.5, to: 9) == [5_000])
        // Calls are listed 2, 5 and 10 above 110 as well.
        #expect(Self.choice(.ironCondor).widths(from: 0, to: 6) == [2_000, 5_000])
        let narrow = Fixture.slice(days: 45, calls: [Quoted(strike: 110, bid: 1, ask: 1.02, delta: 0.16)])
        #expect(Self.choice(.ironCondor, slice: narrow).widths(from: 0, to: 20) == [])
        #expect(Self.choice(.hedge).widths(from: 0, to: 20) == [])
    }

    // Puts by hand: 90 sold at 1.10, 88 bought at 0.77: 0.33; 85 at 0.47: 0.63; 80 at 0.22: 0.88.
    @Test(
        "the credit is what the market pays at once, in whole cents",
        arguments: [(2_000, 3_300), (5_000, 6_300), (10_000, 8_800)] as [(Int, Int64)])
    func credit(width: Int, credit: Int64) throws {
        let spread = try #require(Self.choice().spread(width: width))
        #expect(spread.credit == Price(tenThousandths: credit))
        #expect(spread.width == Price(tenThousandths: Int64(width) * 10))
        #expect(spread.legs.map(\.quantity) == [-1, 1])
        #expect(spread.shortStrikes == [90])
    }

    // The condor adds the calls: 110 sold at 0.90, 115 bought at 0.32: 0.58 on top of 0.63.
    @Test("a condor's credit is both sides', its maximum loss one side's")
    func condor() throws {
        let spread = try #require(Self.choice(.ironCondor).spread(width: 5_000))
        #expect(spread.credit == Price(1.21))
        #expect(spread.quote.legs.count == 4)
        // (5.00 − 1.21) × 100 + 4 × 0.70.
        #expect(spread.maxLossPerContract(FeeSchedule()) == Money(cents: 38_180))
    }

    // Credit ÷ width: 16.5 % at 2, 12.6 % at 5, 8.8 % at 10. Nearest to 20 % is the first, whose bid–ask is 0.04 on 2,
    // 2 %; nearest to 12 % the second; nearest to 5 % the third.
    @Test("the width is the one nearest to the target", arguments: [(0.20, 2.0), (0.12, 5.0), (0.05, 10.0)])
    func nearest(target: Double, width: Double) throws {
        var settings = settings
        settings.credit.target = target
        let spread = try #require(chooseWidth(Self.choice(), settings: settings))
        #expect(spread.width.dollars == width)
    }

    @Test("a width with good quotes is preferred to a better credit with bad ones")
    func quotesFirst() throws {
        var settings = settings
        // 0.04 on 2 is 2 %, on 5 0.8 %.
        settings.maximumQuoteWidth = 0.01
        let spread = try #require(chooseWidth(Self.choice(), settings: settings))
        #expect(spread.width.dollars == 5)
        settings.maximumQuoteWidth = 0.001
        let worst = try #require(chooseWidth(Self.choice(), settings: settings))
        #expect(worst.width.dollars == 2, "where none is good the credit decides, and the quote rule refuses")
    }

    @Test("LEGACY takes the listed width nearest to five dollars", arguments: [(5.0, 5.0), (3.0, 2.0), (9.0, 10.0)])
    func legacyWidth(wanted: Double, width: Double) throws {
        var legacy = LegacySettings()
        legacy.width = wanted
        #expect(try #require(chooseLegacyWidth(Self.choice(), settings: legacy)).width.dollars == width)
        #expect(chooseLegacyWidth(Self.choice(.hedge), settings: legacy) == nil)
    }

    @Test("a leg that is not quoted makes no spread")
    func unquoted() throws {
        var puts = Fixture.puts
        puts[1].bid = .nan
        let choice = Self.choice(slice: Fixture.slice(days: 45, puts: puts))
        #expect(choice.spread(width: 5_000) == nil)
        #expect(choice.spread(width: 3_000) == nil, "87 is not listed")
        #expect(chooseWidth(choice, settings: settings)?.width.dollars == 2)
        puts[3].ask = .infinity
        puts[3].bid = .infinity
        let infinite = Self.choice(slice: Fixture.slice(days: 45, puts: puts))
        #expect(infinite.spread(width: 2_000) == nil)
    }

    @Test(
        "the credit must reach the floor of its structure and policy",
        arguments: [
            (Structure.putCredit, CreditSettings.Policy.nearest, 0.08), (.ironCondor, .nearest, 0.16),
            (.putCredit, .require, 0.20), (.ironCondor, .require, 0.20),
        ])
    func floors(structure: Structure, policy: CreditSettings.Policy, floor: Double) throws {
        var credit = CreditSettings()
        credit.policy = policy
        #expect(creditFloor(structure, credit) == floor)
        let spread = try #require(Self.choice(structure).spread(width: 5_000))
        let result = creditRule(spread, settings: credit)
        // 12.6 % for the vertical, 24.2 % for the condor.
        #expect(abs((result.value ?? 0) - (structure == .putCredit ? 0.126 : 0.242)) < 1e-12)
        #expect(result.passed == ((result.value ?? 0) >= floor))
        #expect(result.limit == floor)
    }

    @Test("LEGACY asks only for a credit")
    func legacyCredit() throws {
        #expect(legacyCreditRule(try #require(Self.choice().spread(width: 10_000))).passed == true)
        var puts = Fixture.puts
        puts[1].ask = 1.20
        let free = try #require(Self.choice(slice: Fixture.slice(days: 45, puts: puts)).spread(width: 5_000))
        #expect(legacyCreditRule(free).passed == false)
        #expect(creditRule(free, settings: settings.credit).passed == false)
    }

    // Bid–ask of 90 and 85 together on a width of 5: 0.20 is exactly 4 %.
    @Test("bid–ask may be 4 % of the width", arguments: [(0.10, true), (0.11, false)])
    func quoteWidth(spread: Double, passed: Bool) throws {
        var puts = Fixture.puts
        puts[1] = Quoted(strike: 85, bid: 0.45, ask: 0.55, delta: -0.08)
        puts[3] = Quoted(strike: 90, bid: 1.10, ask: 1.10 + spread, delta: -0.16)
        let found = try #require(Self.choice(slice: Fixture.slice(days: 45, puts: puts)).spread(width: 5_000))
        #expect(quoteRule(found, age: 0, settings: settings).passed == passed)
    }

    @Test("a short without a bid and stale quotes are refused")
    func badQuotes() throws {
        let good = try #require(Self.choice().spread(width: 5_000))
        #expect(quoteRule(good, age: 900, settings: settings).passed == true)
        let stale = quoteRule(good, age: 901, settings: settings)
        #expect(stale.passed == false)
        #expect(stale.detail == "quotes 901 s old, more than 900 s")
        var puts = Fixture.puts
        puts[3].bid = 0
        puts[3].ask = 0.05
        let bidless = try #require(Self.choice(slice: Fixture.slice(days: 45, puts: puts)).spread(width: 5_000))
        let result = quoteRule(bidless, age: 0, settings: settings)
        #expect(result.passed == false)
        #expect(result.detail == "no bid for the short P 90" || result.detail == "no bid for the short put 90")
    }

    @Test("a combo adds its legs up with their signs")
    func combo() throws {
        let quote = try #require(Self.choice().spread(width: 5_000)).quote
        // Middles 1.11 and 0.46, half-spreads 0.01 each; deltas −0.16 sold, −0.08 bought; vega |Δ|.
        #expect(abs(quote.mid - 0.65) < 1e-12)
        #expect(abs(quote.halfSpread - 0.02) < 1e-12)
        #expect(abs(quote.marketableCost - 0.67) < 1e-12)
        #expect(abs(quote.delta - 0.08) < 1e-12)
        #expect(abs(quote.vega + 0.08) < 1e-12)
        #expect(abs(quote.theta) < 1e-12)
        #expect(abs(quote.gamma) < 1e-12)
        #expect(quote.shortDelta == -0.16)
        #expect(abs((quote.impliedVolatility ?? 0) - 0.2) < 1e-12)
        let condor = try #require(Self.choice(.ironCondor).spread(width: 5_000)).quote
        #expect(condor.shortDelta == -0.16, "of two equal the first")
        #expect(ComboQuote(legs: []).impliedVolatility == nil)
        #expect(ComboQuote(legs: []).shortDelta == nil)
    }

    @Test("strikes are found exactly, between two only where asked for")
    func lookup() throws {
        let chain = Fixture.chain([Fixture.slice(days: 45)])
        func leg(_ strike: Double, days: Int = 45) -> Leg {
            Leg(contract: Fixture.contract(.put, strike, days: days), quantity: -1)
        }
        #expect(chain.quote(of: leg(90))?.bid == 1.10)
        #expect(chain.quote(of: leg(91)) == nil)
        let between = try #require(chain.quote(of: leg(91), interpolating: true))
        #expect(abs(between.bid - 1.30) < 1e-12)
        #expect(abs(between.delta + 0.185) < 1e-12)
        #expect(chain.quote(of: leg(79), interpolating: true) == nil)
        #expect(chain.quote(of: leg(121), interpolating: true) == nil)
        #expect(chain.quote(of: leg(107), interpolating: true) == nil, "neighbours without puts")
        #expect(chain.quote(of: leg(90, days: 44)) == nil)
        #expect(chain.quote(of: [leg(90), leg(91)]) == nil)
    }
}
