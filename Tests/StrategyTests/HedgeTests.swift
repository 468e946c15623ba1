import Dates
import Ledger
import Market
import Options
import Testing

@testable import Strategy

@Suite("The VIX hedge")
struct HedgeTests {
    let settings = StrategySettings()

    @Test(
        "is required below −1,000 of vega and above a mean IV rank of 60, and not known where a gap could decide",
        arguments: [
            (-1_001, 61, true), (-1_000, 61, false), (-1_001, 60, false), (-500, nil, false), (nil, 50, false),
            (nil, 61, nil), (-1_001, nil, nil), (nil, nil, nil),
        ] as [(Double?, Double?, Bool?)])
    func requirement(vega: Double?, rank: Double?, required: Bool?) {
        #expect(hedgeRequirement(vega: vega, meanIVRank: rank, settings: settings.hedge).passed == required)
    }

    @Test("the mean IV rank is of the universe's symbols that have one")
    func mean() {
        func symbol(_ name: String, _ rank: Double?) -> MarketSnapshot.Underlying {
            Fixture.underlying(name, indicators: Indicators(ivRank: rank))
        }
        let snapshot = Fixture.snapshot([symbol("SPY", 40), symbol("QQQ", nil), symbol("IWM", 70), symbol("EEM", 0)])
        #expect(meanIVRank(snapshot, universe: ["SPY", "QQQ", "IWM"]) == 55)
        #expect(meanIVRank(snapshot, universe: ["QQQ", "XLE"]) == nil)
    }

    func candidate(
        vix: Double? = 20, chain: OptionChain? = Fixture.vixChain(), capital: Int64 = 1_000_000
    ) -> Candidate {
        hedgeCandidate(
            requirement: RuleResult(.hedge, true, "required"), capital: Money(cents: capital * 100),
            snapshot: Fixture.snapshot(vix: vix, vixChain: chain), settings: settings)
    }

    // Nearest to Δ 0.30 is the 24 call at 0.28. 1.5 % of 1,000,000 is 15,000; ÷ 2,400 is 6.25: 6 contracts at 0.80
    // with 6 × 0.70 of fees.
    @Test("buys the call nearest to Δ 0.30, for its share of capital as notional")
    func selection() throws {
        let entry = try #require(candidate().entry)
        #expect(entry.legs.map(\.contract) == [Fixture.contract(.call, 24, days: 8, symbol: "VIX")])
        #expect(entry.legs.map(\.quantity) == [1])
        #expect(entry.contracts == 6)
        #expect(entry.limit == Price(-0.80))
        #expect(entry.maxLoss == Money(cents: 48_420))
        #expect(entry.book == .hedge && entry.structure == .hedge && entry.width == nil)
        #expect(candidate().results.map(\.rule) == ["hedge", "data", "dte", "strike", "quote", "size"])
    }

    // By hand for the 24 call: 2 % of 1,000,000 is 20,000 ÷ 2,400 = 8.3; 1 % is 10,000 ÷ 2,400 = 4.2.
    @Test(
        "the notional is 2 % below 15, 1 % above 25, 1.5 % between",
        arguments: [(14.9, 8), (15, 6), (25, 6), (25.1, 4)])
    func notional(vix: Double, contracts: Int) {
        #expect(candidate(vix: vix).entry?.contracts == contracts)
    }

    @Test("a hedge that is required is at least one contract, but none without capital")
    func least() {
        #expect(candidate(capital: 10_000).entry?.contracts == 1)
        #expect(candidate(capital: 0).entry == nil)
    }

    // VIX 20 × 1.20 = 24.
    @Test(
        "without deltas the strike is the listed one nearest to VIX × 1.20",
        arguments: [(20.0, 24_000), (18.0, 22_000)])
    func withoutDeltas(vix: Double, strike: Int) {
        let entry = candidate(vix: vix, chain: Fixture.vixChain(deltas: false)).entry
        #expect(entry?.legs.first?.contract.strikeThousandths == strike)
    }

    @Test(
        "takes the last expiration of 5 to 10 days",
        arguments: [([4, 5, 8, 11], 8), ([10], 10), ([4, 11], nil), ([], nil)] as [([Int], Int?)])
    func expiration(listed: [Int], days: Int?) {
        let found = candidate(chain: Fixture.vixChain(days: listed))
        #expect(found.entry.map { Fixture.today.days(to: $0.expiration) } == days)
        if days == nil { #expect(found.results.last?.rule == "dte") }
    }

    @Test("says why there is none to be had")
    func refusals() {
        #expect(candidate(vix: nil).results.last?.rule == "data")
        #expect(candidate(chain: nil).results.last?.rule == "data")
        let bidless = Fixture.chain(
            [Fixture.slice(days: 8, puts: [], calls: [Quoted(strike: 24, bid: 0, ask: 0.05, delta: 0.3)])])
        #expect(candidate(chain: bidless).results.last?.rule == "quote")
        let empty = Fixture.chain([Fixture.slice(days: 8, puts: [], calls: [])])
        #expect(candidate(chain: empty).results.last?.rule == "strike")
    }

    @Test(
        "is rolled at one day, and closed after three idle sessions",
        arguments: [
            (8, true, 0, nil), (2, true, 0, nil), (1, true, 0, .hedgeRoll), (1, nil, 0, .hedgeRoll),
            (1, false, 1, .hedgeNotRequired), (8, false, 2, nil), (8, false, 3, .hedgeNotRequired),
        ] as [(Int, Bool?, Int, ExitReason?)])
    func exit(days: Int, required: Bool?, idle: Int, reason: ExitReason?) throws {
        let position = try #require(Fixture.hedge(days: days))
        let check = hedgeExit(
            position, today: Fixture.today, required: required, idleSessions: idle, settings: settings.hedge)
        #expect(check?.reason == reason)
    }
}
