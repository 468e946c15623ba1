public import Dates
public import History
internal import Ledger
public import Market
public import Metrics

/// Reads what a session's review is computed from.
public enum SessionLoader {
    /// The review of a session as it stood at its end.
    ///
    /// - Parameters:
    ///   - session: a day on which the exchange traded.
    ///   - events: tells whether an opening was near an economic event.
    /// - Throws: what the history or the calendar of sessions throws; a calendar of events that does not reach the
    ///   session is no error, but leaves the blackout check unknown.
    public static func review(
        of session: Day, from store: HistoryStore, calendar: TradingCalendar, events: EconomicCalendar,
        limits: ChecklistLimits
    ) throws -> SessionReview {
        let close = try calendar.session(on: session)?.close ?? NewYork.instant(session, hour: 16)
        // Two weeks hold a snapshot but for a history that has stopped, which is then looked through once.
        var snapshots = try store.snapshots(from: session.adding(-14), through: session)
        if snapshots.isEmpty { snapshots = try store.snapshots(through: session) }
        let trades = try store.trades(through: session).filter { $0.allotment == .allotted }
        let isOfDesk = { (trade: Trade) in trade.structure != .hedge }
        let marks = try store.marks(from: session, through: session)
        var calendarAnswer = nearness(close, events, hours: limits.blackoutHours)
        if case .near = calendarAnswer { calendarAnswer = .clear }
        let input = ChecklistInput(
            session: session, close: close, snapshot: snapshots.last { $0.day == session },
            lastSnapshotBefore: snapshots.last { $0.day < session }?.time,
            open: trades.filter { $0.isOpen(atEndOf: session) },
            marks: Dictionary(marks.map { ($0.tradeID, $0) }) { _, last in last },
            openings: trades.filter { $0.entryDay == session && isOfDesk($0) }.map {
                ChecklistInput.Opening(trade: $0, event: nearness($0.entryTime, events, hours: limits.blackoutHours))
            },
            calendar: calendarAnswer, limits: limits)
        return SessionReview(
            input, results: try store.dailyResults(from: session, through: session),
            closed: trades.filter { $0.exitDay == session && isOfDesk($0) })
    }

    /// Whether an economic event lies near a moment; not known where the calendar does not reach.
    static func nearness(_ time: Instant, _ events: EconomicCalendar, hours: Int) -> ChecklistInput.Nearness {
        do {
            guard let event = try events.events(within: hours * 3600, of: time).first else { return .clear }
            return .near(event: event.kind.name, time: event.time)
        } catch {
            return .unknown(error.description)
        }
    }

    /// The last session that had ended by a moment: what a checklist is made for when nobody names a day.
    public static func lastSession(endedBy now: Instant, calendar: TradingCalendar) throws(CalendarError) -> Day {
        let today = NewYork.day(at: now)
        if let session = try calendar.session(on: today), session.close <= now { return today }
        return try calendar.previous(before: today)
    }

    /// The first session that opens, at 09:30 in New York, after a moment: the one on which what is recorded now can hold.
    public static func nextSession(openingAfter now: Instant, calendar: TradingCalendar) throws(CalendarError) -> Day {
        let today = NewYork.day(at: now)
        guard NewYork.instant(today, hour: 9, minute: 30) > now, try calendar.isSession(today) else {
            return try calendar.next(after: today)
        }
        return today
    }
}
