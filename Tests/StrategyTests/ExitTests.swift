import Dates
import Ledger
import Market
import Options
import Testing

@testable import Strategy

@Suite("Exits")
struct ExitTests {
    let exits = SpreadBookSettings.primary.exits
    let fees = FeeSchedule()

    /// The 90/85 put spread quoted so that closing costs this much at the market; its short has a delta of −0.16.
    static func quote(cost: Double, delta: Double = -0.16) -> ComboQuote {
        func leg(_ strike: Double, _ quantity: Int, _ price: Double, _ delta: Double) -> LegQuote {
            LegQuote(
                leg: Leg(contract: Fixture.contract(.put, strike), quantity: quantity), bid: price, ask: price,
                impliedVolatility: 0.2, delta: delta, gamma: 0, theta: 0, vega: 0)
        }
        return ComboQuote(legs: [leg(90, -1, cost + 0.40, delta), leg(85, 1, 0.40, -0.08)])
    }

    // Credit 0.60 × 200 = 120; fees of closing 2 × 2 × 0.70 = 2.80. (120 − 200 c − 2.80) ÷ 120 is 0.50 at c = 0.286
    // and −1.50 at c = 1.486.
    @Test(
        "profit from half the credit, stop from a loss of one and a half, at the marketable cost with fees",
        arguments: [
            (0.28, ExitReason.profit), (0.286, .profit), (0.287, nil), (0.60, nil), (1.485, nil), (1.486, .stop),
            (4.0, .stop),
        ] as [(Double, ExitReason?)])
    func profitAndStop(cost: Double, reason: ExitReason?) throws {
        let position = try #require(Fixture.position())
        #expect(profitOrStop(position, quote: Self.quote(cost: cost), exits: exits, fees: fees)?.reason == reason)
    }

    @Test("the marketable side is paid, not the middle")
    func marketable() throws {
        let position = try #require(Fixture.position())
        let chain = Fixture.chain([Fixture.slice(days: 45)])
        // 90 bought at 1.12, 85 sold at 0.45: 0.67. (120 − 134 − 2.80) ÷ 120 = −0.14.
        let fraction = earnedFraction(position, quote: chain.quote(of: position.legs), fees: fees)
        #expect(abs((fraction ?? 0) + 0.14) < 1e-12)
    }

    @Test("without a market, or a credit, nothing is known of profit and loss")
    func unknown() throws {
        let position = try #require(Fixture.position())
        #expect(profitOrStop(position, quote: nil, exits: exits, fees: fees) == nil)
        let free = try #require(Fixture.position(credit: 0))
        #expect(profitOrStop(free, quote: Self.quote(cost: 9), exits: exits, fees: fees) == nil)
    }

    @Test(
        "the time stop fires at the book's days or fewer",
        arguments: [
            (Book.primary, 22, false), (.primary, 21, true), (.primary, 3, true), (.incomePop, 1, false),
            (.incomePop, 0, true), (.legacy, 7, false), (.legacy, 6, true),
        ])
    func time(book: Book, days: Int, fires: Bool) throws {
        let position = try #require(Fixture.position(book, days: days))
        let limit = try #require(StrategySettings().exits(of: book)).timeStop
        #expect((timeStop(position, today: Fixture.today, days: limit)?.reason == .time) == fires)
    }

    @Test(
        "a short delta beyond 0.30 is a breach, for a condor the larger of two",
        arguments: [(-0.30, false), (-0.301, true), (.nan, false)])
    func delta(delta: Double, fires: Bool) {
        let quote = Self.quote(cost: 0.6, delta: delta)
        #expect((deltaBreach(quote, maximum: 0.30)?.reason == .deltaBreach) == fires)
        #expect(deltaBreach(quote, maximum: 1) == nil)
        #expect(deltaBreach(nil, maximum: 0.30) == nil)
        let call = LegQuote(
            leg: Leg(contract: Fixture.contract(.call, 110), quantity: -1), bid: 1, ask: 1, impliedVolatility: 0.2,
            delta: 0.31, gamma: 0, theta: 0, vega: 0)
        let condor = ComboQuote(legs: Self.quote(cost: 0.6).legs + [call])
        #expect(condor.shortDelta == 0.31)
        #expect(deltaBreach(condor, maximum: 0.30)?.reason == .deltaBreach)
    }

    // Today is a Tuesday. Sessions: Wednesday (+1) and Thursday (+2), or, over a closed Wednesday, +2 and +3.
    @Test(
        "a spread is closed the session before its last, holidays included",
        arguments: [
            (1, 2, 1, true), (1, 2, 2, false), (2, 3, 1, true), (2, 3, 2, true), (2, 3, 3, false), (1, 2, 0, true),
            (3, 7, 5, true), (3, 7, 7, false),
        ])
    func expiry(next: Int, afterNext: Int, days: Int, fires: Bool) throws {
        let view = CalendarView(
            nextSession: Fixture.today.adding(next), sessionAfterNext: Fixture.today.adding(afterNext),
            blackout: .clear, eventAhead: false)
        let position = try #require(Fixture.position(.incomePop, days: days))
        #expect((expiryExit(position, today: Fixture.today, view: view)?.reason == .expiry) == fires)
    }

    @Test("beyond the calendar the longest closing is assumed", arguments: [(4, true), (5, false)])
    func expiryUnknown(days: Int, fires: Bool) throws {
        let view = CalendarView(nextSession: nil, sessionAfterNext: nil, blackout: .clear, eventAhead: nil)
        let position = try #require(Fixture.position(.incomePop, days: days))
        #expect((expiryExit(position, today: Fixture.today, view: view) != nil) == fires)
    }

    // The short 95 call at a price of 100 has an intrinsic value of 5; at 5.30 its extrinsic value is 0.30.
    @Test(
        "a short call in the money is closed on the eve of a dividend above its extrinsic value",
        arguments: [
            (0.31, 1, 5.30, 95.0, true), (0.29, 1, 5.30, 95, false), (0.31, 2, 5.30, 95, false),
            (0.31, 0, 5.30, 95, false), (2.0, 1, 0.50, 105, false), (2.0, 1, 0.50, 100, false),
        ])
    func assignment(dividend: Double, days: Int, price: Double, strike: Double, fires: Bool) {
        func call(_ quantity: Int) -> ComboQuote {
            ComboQuote(legs: [
                LegQuote(
                    leg: Leg(contract: Fixture.contract(.call, strike), quantity: quantity), bid: price, ask: price,
                    impliedVolatility: 0.2, delta: 0.6, gamma: 0, theta: 0, vega: 0)
            ])
        }
        let underlying = Fixture.underlying(
            dividend: Dividend(exDate: Fixture.today.adding(days), amount: dividend))
        let check = assignmentExit(call(-1), underlying: underlying, view: Fixture.clear)
        #expect((check?.reason == .assignment) == fires)
        #expect(assignmentExit(call(1), underlying: underlying, view: Fixture.clear) == nil)
        #expect(assignmentExit(call(-1), underlying: Fixture.underlying(), view: Fixture.clear) == nil)
    }

    @Test("the first rule in the stated order is the reason")
    func order() throws {
        func reason(cost: Double, days: Int, delta: Double) throws -> ExitReason? {
            let position = try #require(Fixture.position(days: days))
            var snapshot = Fixture.snapshot()
            let quote = Self.quote(cost: cost, delta: delta)
            let puts = quote.legs.reversed().map {
                Quoted(strike: $0.leg.contract.strike, bid: $0.bid, ask: $0.ask, delta: $0.delta)
            }
            snapshot = Fixture.snapshot([Fixture.underlying(slices: [Fixture.slice(days: days, puts: puts)])])
            return exitCheck(
                HeldPosition(position, in: snapshot), snapshot: snapshot, view: Fixture.clear, exits: exits, fees: fees
            )?.reason
        }
        #expect(try reason(cost: 0.20, days: 1, delta: -0.5) == .profit)
        #expect(try reason(cost: 2.00, days: 1, delta: -0.5) == .stop)
        #expect(try reason(cost: 0.60, days: 1, delta: -0.5) == .time)
        #expect(try reason(cost: 0.60, days: 30, delta: -0.5) == .deltaBreach)
        #expect(try reason(cost: 0.60, days: 30, delta: -0.2) == nil)
    }

    @Test("a trade says under which rules it is watched")
    func summary() {
        #expect(exits.summary == "profit 50%, stop 150%, time 21, delta 0.30")
        #expect(SpreadBookSettings.incomePop.exits.summary == "profit 25%, stop 100%, time 0")
        #expect(LegacySettings().exits.summary == "profit 35%, stop 100%, time 6")
    }
}
