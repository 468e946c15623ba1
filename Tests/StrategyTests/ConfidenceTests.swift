import Dates
import Ledger
import Market
import Options
import Testing

@testable import Strategy

@Suite("The confidence score")
struct ConfidenceTests {
    let settings = StrategySettings()

    /// The points of one summand for a put spread that sells the 90 put, 10 below the price, with 45 days to go.
    static func points(
        _ name: String, indicators: Indicators = Fixture.indicators, side: Right? = .put, vix: Double? = 20,
        eventAhead: Bool? = false, targetDays: Int = 45, width: Int = 5_000
    ) throws -> Int {
        let spread = try #require(SpreadRuleTests.choice().spread(width: width))
        let summands = marketConfidence(
            spread, side: side, underlying: Fixture.underlying(indicators: indicators), vix: vix,
            eventAhead: eventAhead, targetDays: targetDays, settings: StrategySettings())
        return try #require(summands.first { $0.name == name }).points
    }

    // Thresholds of the spec; each includes itself.
    @Test(
        "IV rank earns 5 from 40, 10 from 60, 15 from 80",
        arguments: [(39.9, 0), (40, 5), (59.9, 5), (60, 10), (79.9, 10), (80, 15), (100, 15), (nil, 0)]
            as [(Double?, Int)])
    func ivRank(rank: Double?, points: Int) throws {
        #expect(try Self.points("iv-rank", indicators: Indicators(ivRank: rank)) == points)
    }

    @Test(
        "the day's move earns 5 from 1.5 %, 10 from 2 %, 15 from 3 %, up or down",
        arguments: [(0.0149, 0), (0.015, 5), (-0.0199, 5), (-0.02, 10), (0.03, 15), (-0.05, 15), (nil, 0)]
            as [(Double?, Int)])
    func dayMove(move: Double?, points: Int) throws {
        #expect(try Self.points("day-move", indicators: Indicators(dayMove: move)) == points)
    }

    @Test("volume above its mean earns 5", arguments: [(1.0, 0), (1.01, 5), (nil, 0)] as [(Double?, Int)])
    func volume(ratio: Double?, points: Int) throws {
        #expect(try Self.points("volume", indicators: Indicators(volumeRatio: ratio)) == points)
    }

    // The price is 100: 1 % above an average of 99 is 99.99, 1 % below one of 101 is 99.99 too.
    @Test(
        "RSI beyond 60/40 and a price over 1 % from the average, both in the trade's direction, earn 10",
        arguments: [
            (60.1, 99.0, Right.put, 10), (60, 99, .put, 0), (60.1, 99.02, .put, 0), (39.9, 101.02, .call, 10),
            (40, 102, .call, 0), (39.9, 101, .call, 0), (70, 95, .call, 0), (30, 105, .put, 0), (70, 95, nil, 0),
        ] as [(Double, Double, Right?, Int)])
    func momentum(rsi: Double, average: Double, side: Right?, points: Int) throws {
        let indicators = Indicators(sma20: average, rsi14: rsi)
        #expect(try Self.points("momentum", indicators: indicators, side: side) == points)
    }

    // S·σ·√T = 100 σ √(45 ÷ 365): 10 for σ = 0.284800… (10 ÷ 35.112344…).
    @Test(
        "a short strike at least one expected move away earns 10",
        arguments: [(0.2847, 10), (0.2849, 0), (nil, 0)] as [(Double?, Int)])
    func expectedMove(volatility: Double?, points: Int) throws {
        #expect(try Self.points("expected-move", indicators: Indicators(impliedVolatility: volatility)) == points)
    }

    @Test("days within 2 of the target earn 5", arguments: [(45, 5), (43, 5), (47, 5), (42, 0), (48, 0)])
    func daysToExpiration(target: Int, points: Int) throws {
        #expect(try Self.points("dte", targetDays: target) == points)
    }

    // 0.33 on 2 is 16.5 %; a condor of 5 brings 24.2 %.
    @Test("a credit at the target earns 5")
    func credit() throws {
        #expect(try Self.points("credit", width: 2_000) == 0)
        let condor = try #require(SpreadRuleTests.choice(.ironCondor).spread(width: 5_000))
        let summands = marketConfidence(
            condor, side: .put, underlying: Fixture.underlying(), vix: 20, eventAhead: false, targetDays: 45,
            settings: settings)
        #expect(summands.first { $0.name == "credit" }?.points == 5)
    }

    @Test(
        "an event ahead, and one that cannot be ruled out, cost 10", arguments: [(true, -10), (false, 0), (nil, -10)])
    func event(ahead: Bool?, points: Int) throws {
        #expect(try Self.points("event", eventAhead: ahead) == points)
    }

    @Test("a VIX above 30, and one that is not known, cost 5", arguments: [(30, 0), (30.1, -5), (nil, -5)])
    func vix(vix: Double?, points: Int) throws {
        #expect(try Self.points("vix", vix: vix) == points)
    }

    @Test("the summands add up to the score, which stays within 0 and 100")
    func sum() {
        let plain = Confidence([("iv-rank", 15), ("volume", 0), ("vix", -5)], base: 50)
        #expect(plain.score == 60)
        #expect(plain.components.map(\.name) == ["base", "iv-rank", "vix"])
        let high = Confidence([("iv-rank", 60)], base: 50)
        #expect(high.score == 100)
        #expect(high.components.last == ConfidenceComponent(name: "clamp", points: -10))
        let low = Confidence([("event", -60)], base: 50)
        #expect(low.score == 0)
        #expect(low.components.last == ConfidenceComponent(name: "clamp", points: 10))
    }

    @Test(
        "tiers are half-open and nothing trades below 70",
        arguments: [
            (69, nil), (70, 0.03), (79, 0.03), (80, 0.05), (89, 0.05), (90, 0.08), (100, 0.08),
        ] as [(Int, Double?)])
    func tiers(score: Int, fraction: Double?) {
        let found = tierRule(Confidence([], base: score), fractions: SpreadBookSettings.primary.size)
        #expect(found.fraction == fraction)
        #expect(found.result.passed == (fraction != nil))
        #expect(found.result.value == Double(score))
    }

    // By hand: 3 % of 100,000 is 3,000; at 438.40 a contract that buys 6 (2,630.40), and 5 % of 8,000 is 400: none.
    @Test("contracts are rounded down and never up", arguments: [(100_000, 0.03, 6), (8_000, 0.05, 0), (0, 0.05, 0)])
    func size(capital: Int64, fraction: Double, contracts: Int) {
        let found = sizeRule(
            capital: Money(cents: capital * 100), fraction: fraction, maxLoss: Money(cents: 43_840))
        #expect(found.contracts == contracts)
        #expect(found.result.passed == (contracts >= 1))
    }

    @Test("a spread that cannot lose has no size")
    func sizeWithoutLoss() {
        #expect(sizeRule(capital: Money(cents: 100), fraction: 1, maxLoss: .zero).result.passed == false)
    }

    @Test(
        "LEGACY trades one contract, two from a confidence of 80, as long as its capital bears the loss",
        arguments: [(79, 1_000, 1, true), (80, 1_000, 2, true), (80, 800, 2, false), (10, 438, 1, false)])
    func legacySize(score: Int, capital: Int64, contracts: Int, passed: Bool) {
        let found = legacySizeRule(
            capital: Money(cents: capital * 100), confidence: Confidence([], base: score),
            maxLoss: Money(cents: 43_840), settings: LegacySettings())
        #expect(found.contracts == contracts)
        #expect(found.result.passed == passed)
    }
}
