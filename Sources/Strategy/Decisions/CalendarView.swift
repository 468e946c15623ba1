public import Dates

/// What the calendars say of one moment: all that a decision may know of the days ahead.
public struct CalendarView: Hashable, Sendable {
    /// Whether an opening is barred by an economic event.
    public enum Blackout: Hashable, Sendable {
        /// No event is near.
        case clear
        /// This event is near.
        case near(event: String, time: Instant)
        /// The calendar does not cover the moment, for this reason.
        case unknown(String)
    }

    /// The session after today's; nil where the calendar does not reach.
    public let nextSession: Day?
    /// The session after that.
    public let sessionAfterNext: Day?
    /// Whether an opening is barred now.
    public let blackout: Blackout
    /// Whether an event lies within the days that the confidence score looks ahead; nil when that is not known.
    public let eventAhead: Bool?

    /// What the calendars say of one moment.
    public init(nextSession: Day?, sessionAfterNext: Day?, blackout: Blackout, eventAhead: Bool?) {
        self.nextSession = nextSession
        self.sessionAfterNext = sessionAfterNext
        self.blackout = blackout
        self.eventAhead = eventAhead
    }

    /// Whether options of an expiration must be closed today, because the next session is their last or there is
    /// none left. Where the calendar does not reach, four calendar days are taken for the longest closing.
    func isLastChance(for expiration: Day, today: Day) -> Bool {
        guard let nextSession, let sessionAfterNext else { return today.days(to: expiration) <= 4 }
        // An expiration on a closed day has its last session before it.
        return expiration <= nextSession || expiration < sessionAfterNext
    }
}
