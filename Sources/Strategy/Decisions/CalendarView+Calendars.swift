public import Dates
public import Market

extension CalendarView {
    /// What the desk's calendars say at a snapshot's moment. Where one does not reach, the answer is "not known".
    public init(
        at time: Instant, day: Day, sessions: TradingCalendar, events: EconomicCalendar, settings: StrategySettings
    ) {
        let next = try? sessions.next(after: day)
        self.init(
            nextSession: next, sessionAfterNext: next.flatMap { try? sessions.next(after: $0) },
            blackout: CalendarView.blackout(at: time, events: events, hours: settings.blackoutHours),
            eventAhead: CalendarView.isEventAhead(of: time, events: events, days: settings.confidence.eventDays))
    }

    private static func blackout(at time: Instant, events: EconomicCalendar, hours: Int) -> Blackout {
        do {
            let near = try events.events(within: hours * 3600, of: time)
            guard let event = near.first else { return .clear }
            return .near(event: event.kind.name, time: event.time)
        } catch {
            return .unknown(error.description)
        }
    }

    private static func isEventAhead(of time: Instant, events: EconomicCalendar, days: Int) -> Bool? {
        guard let near = try? events.events(within: days * 86_400, of: time) else { return nil }
        return near.contains { $0.time >= time }
    }
}
