import Dates
import Ledger
import Market
import Testing

@testable import Strategy

@Suite("Limits of a sleeve")
struct LimitTests {
    let limits = LimitSettings()

    /// What a sleeve of $100,000 has used that keeps these positions.
    static func use(_ positions: [Position?] = [], closedToday: [Trade] = []) -> RiskUse {
        var sleeve = Fixture.sleeve(positions)
        sleeve.closedToday = closedToday
        let snapshot = Fixture.snapshot(
            [Fixture.underlying(), Fixture.underlying("QQQ")], vixChain: Fixture.vixChain())
        let held = sleeve.positions.map { HeldPosition($0, in: snapshot) }
        return RiskUse(sleeve, keeping: held, today: Fixture.today)
    }

    /// A QQQ trade that can lose $440 and has $800 of delta a contract.
    static func trade(
        _ book: Book = .primary, symbol: String = "QQQ", days: Int = 45, delta: Double = 800, loss: Int64 = 440
    ) -> SizedTrade {
        SizedTrade(
            book: book, symbol: symbol, expiration: Fixture.today.adding(days), dollarDelta: delta,
            maxLoss: Money(cents: loss * 100))
    }

    func result(_ rule: Rule, _ trade: SizedTrade, _ contracts: Int, _ use: RiskUse) throws -> RuleResult {
        try #require(
            limitRules(trade, contracts: contracts, use: use, limits: limits).first { $0.rule == rule.rawValue })
    }

    // Of 100,000: 22 × 440 = 9,680, 23 × 440 = 10,120; a limit met exactly passes.
    @Test(
        "day-at-risk is 10 % of everything opened today",
        arguments: [(440, 22, true), (440, 23, false), (500, 20, true)])
    func dayRisk(loss: Int64, contracts: Int, passed: Bool) throws {
        let found = try result(.dayRisk, Self.trade(loss: loss), contracts, Self.use())
        #expect(found.passed == passed)
        #expect(abs((found.value ?? 0) - Double(loss * Int64(contracts)) / 100_000) < 1e-12)
        #expect(found.limit == 0.10)
    }

    // One position: (5.00 − 0.60) × 100 × 2 + 2.80 = 882.80.
    @Test("what was opened today counts for the day, closed again or not; what is older does not")
    func dayRiskHistory() throws {
        let today = try #require(Fixture.position(daysAgo: 0))
        let yesterday = try #require(Fixture.position(daysAgo: 1))
        #expect(Self.use([today]).dayRisk == Money(cents: 88_280))
        #expect(Self.use([yesterday]).dayRisk == .zero)
        #expect(Self.use([yesterday], closedToday: [today.trade]).dayRisk == Money(cents: 88_280))
        #expect(Self.use([yesterday]).openRisk == Money(cents: 88_280))
        #expect(Self.use([], closedToday: [today.trade]).openRisk == .zero)
    }

    @Test("open risk is at most 50 %")
    func openRisk() throws {
        // 113 × 440 = 49,720; with 882.80 open that is 50,602.80.
        #expect(try result(.openRisk, Self.trade(), 113, Self.use()).passed == true)
        #expect(try result(.openRisk, Self.trade(), 113, Self.use([Fixture.position()])).passed == false)
    }

    @Test("open risk in one symbol is at most 20 %")
    func symbolRisk() throws {
        let use = Self.use([Fixture.position(days: 44)])
        // 45 × 440 = 19,800; SPY has 882.80 open, QQQ nothing.
        #expect(try result(.concentration, Self.trade(), 45, use).passed == true)
        #expect(try result(.concentration, Self.trade(symbol: "SPY"), 45, use).passed == false)
        #expect(try result(.concentration, Self.trade(symbol: "SPY"), 43, use).passed == true)
    }

    @Test("there is no second entry in a symbol, book and expiration, nor two a day in a symbol and book")
    func repetition() throws {
        let held = Self.use([Fixture.position()])
        let again = try result(.concentration, Self.trade(symbol: "SPY"), 1, held)
        #expect(again.passed == false)
        #expect(again.detail == "PRIMARY holds SPY 2024-02-16 already")
        #expect(try result(.concentration, Self.trade(.incomePop, symbol: "SPY"), 1, held).passed == true)
        #expect(try result(.concentration, Self.trade(symbol: "SPY", days: 43), 1, held).passed == true)
        let today = Self.use([Fixture.position(daysAgo: 0)])
        let twice = try result(.concentration, Self.trade(symbol: "SPY", days: 43), 1, today)
        #expect(twice.detail == "PRIMARY entered SPY today already")
        #expect(legacyConcentrationRule(Self.trade(.legacy), use: held).passed == true)
        let legacy = Self.use([Fixture.position(.legacy)])
        #expect(legacyConcentrationRule(Self.trade(.legacy, symbol: "SPY"), use: legacy).passed == false)
    }

    @Test("there are at most five INCOME_POP positions", arguments: [(4, true), (5, false)])
    func incomePop(held: Int, passed: Bool) throws {
        let use = Self.use((1...held).map { Fixture.position(.incomePop, symbol: "S\($0)", days: 10) })
        #expect(try result(.concentration, Self.trade(.incomePop), 1, use).passed == passed)
        #expect(try result(.concentration, Self.trade(.primary), 1, use).passed == true)
    }

    // The position's delta: (0.16 − 0.08) × 2 × 100 × 100 = 1,600 dollars, 1.6 % of 100,000.
    @Test("net dollar delta stays within 30 % of capital")
    func delta() throws {
        let use = Self.use([Fixture.position()])
        #expect(abs((use.dollarDelta ?? 0) - 1_600) < 1e-9)
        let inside = try result(.delta, Self.trade(), 35, use)
        #expect(inside.passed == true)
        #expect(abs((inside.value ?? 0) - 0.296) < 1e-12)
        #expect(try result(.delta, Self.trade(), 36, use).passed == false)
        #expect(try result(.delta, Self.trade(delta: -800), 39, use).passed == true)
        #expect(try result(.delta, Self.trade(delta: -800), 40, use).passed == false)
    }

    // 40 contracts of the position: 32 %. A trade of −800 dollars a contract: 31.2 % is nearer, −32.8 % is not.
    @Test("a book outside the band takes only what brings it closer", arguments: [(1, true), (3, true), (81, false)])
    func deltaCloser(contracts: Int, passed: Bool) throws {
        let use = Self.use([Fixture.position(contracts: 40)])
        #expect(try result(.delta, Self.trade(delta: -800), contracts, use).passed == passed)
        #expect(try result(.delta, Self.trade(delta: 100), 1, use).passed == false)
    }

    @Test("delta that is not known lets nothing in; the last mark serves where there is one; the hedge has none")
    func deltaUnknown() throws {
        let absent = try #require(Fixture.position(symbol: "DIA"))
        #expect(try result(.delta, Self.trade(), 1, Self.use([absent])).passed == nil)
        var marked = absent
        marked.lastMark = PositionMark(
            tradeID: 1, time: Fixture.time, mark: .zero, unrealizedPnL: .zero, delta: 20, gamma: 0, theta: 0, vega: -7,
            shortDelta: nil, spot: 300, impliedVolatility: nil)
        #expect(Self.use([marked]).dollarDelta == 6_000)
        #expect(Self.use([Fixture.hedge()]).dollarDelta == 0)
        #expect(try result(.delta, Self.trade(delta: .nan), 1, Self.use()).passed == nil)
    }

    @Test("without capital no share can be told, and none passes")
    func noCapital() {
        let use = RiskUse(Fixture.sleeve(capital: 0), keeping: [], today: Fixture.today)
        let results = limitRules(Self.trade(), contracts: 1, use: use, limits: limits)
        #expect(results.allSatisfy { $0.passed == nil })
        #expect(results.count == 4)
    }
}
