internal import Dates
internal import Market
internal import Metrics

extension EconomicCalendar {
    /// Whether an event lies within so many hours of a moment; unknown where the calendar does not reach.
    func nearness(of time: Instant, hours: Int) -> ChecklistInput.Nearness {
        do {
            guard let event = try events(within: hours * 3600, of: time).first else { return .clear }
            return .near(event: event.kind.name, time: event.time)
        } catch {
            return .unknown(error.description)
        }
    }
}
