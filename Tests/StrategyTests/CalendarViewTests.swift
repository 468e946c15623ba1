import Dates
import Input
import Market
import Testing

@testable import Strategy

@Suite("What the calendars say")
struct CalendarViewTests {
    /// Tuesday 2024-01-02 is followed by a holiday; the calendar ends on Tuesday the 9th.
    static func view(_ day: Day, events: [EconomicEvent], through: Int = 30, minute: Int = 45) throws -> CalendarView {
        let sessions = try TradingCalendar(
            coverage: CSVReader(text: "calendar,first,last\nsessions,2024-01-01,2024-01-09\n", file: "coverage"),
            holidays: CSVReader(text: "date\n2024-01-03\n", file: "holidays"),
            earlyCloses: CSVReader(text: "date,close_et\n", file: "early"))
        let range = Fixture.today.adding(-30)...Fixture.today.adding(through)
        return CalendarView(
            at: NewYork.instant(day, hour: 15, minute: minute), day: day, sessions: sessions,
            events: EconomicCalendar(
                events: events, coverage: [.fomc: range, .cpi: range, .employment: range]),
            settings: StrategySettings())
    }

    static func event(_ kind: EconomicEvent.Kind, _ days: Int, hour: Int, minute: Int) -> EconomicEvent {
        EconomicEvent(
            kind: kind, time: NewYork.instant(Fixture.today.adding(days), hour: hour, minute: minute),
            status: .happened)
    }

    @Test("the next two sessions skip holidays, and are not known beyond the calendar")
    func sessions() throws {
        let view = try Self.view(Fixture.today, events: [])
        #expect(view.nextSession == Fixture.today.adding(2))
        #expect(view.sessionAfterNext == Fixture.today.adding(3))
        let last = try Self.view(Fixture.today.adding(6), events: [])
        #expect(last.nextSession == Fixture.today.adding(7))
        #expect(last.sessionAfterNext == nil)
        #expect(try Self.view(Fixture.today.adding(7), events: []).nextSession == nil)
    }

    // At 15:45 of day 0 an event at 15:45 of day ±1 is exactly 24 hours away, one a minute further is not near.
    @Test(
        "an event within 24 hours bars openings, before and after",
        arguments: [
            (1, 15, 45, true), (1, 15, 46, false), (-1, 15, 45, true), (-1, 15, 44, false), (1, 8, 30, true),
            (2, 8, 30, false),
        ])
    func near(days: Int, hour: Int, minute: Int, isNear: Bool) throws {
        let event = Self.event(.cpi, days, hour: hour, minute: minute)
        let view = try Self.view(Fixture.today, events: [event])
        #expect(view.blackout == (isNear ? .near(event: "CPI release", time: event.time) : .clear))
    }

    @Test(
        "an event counts for the score when it lies ahead within five days",
        arguments: [(5, true), (6, false), (-1, false)])
    func ahead(days: Int, isAhead: Bool) throws {
        let view = try Self.view(Fixture.today, events: [Self.event(.fomc, days, hour: 14, minute: 0)])
        #expect(view.eventAhead == isAhead)
    }

    @Test("beyond the coverage nothing is known: the blackout first, the days ahead sooner still")
    func uncovered() throws {
        let partly = try Self.view(Fixture.today, events: [], through: 3)
        #expect(partly.blackout == .clear)
        #expect(partly.eventAhead == nil)
        guard case .unknown(let reason) = try Self.view(Fixture.today, events: [], through: 0).blackout else {
            Issue.record("a day that is not covered was taken for a quiet one")
            return
        }
        #expect(reason.contains("covers"))
    }

    @Test(
        "events are named in words",
        arguments: [
            (EconomicEvent.Kind.fomc, "FOMC statement"), (.cpi, "CPI release"), (.employment, "employment report"),
        ])
    func names(kind: EconomicEvent.Kind, name: String) throws {
        let event = Self.event(kind, 0, hour: 14, minute: 0)
        #expect(try Self.view(Fixture.today, events: [event]).blackout == .near(event: name, time: event.time))
    }
}
