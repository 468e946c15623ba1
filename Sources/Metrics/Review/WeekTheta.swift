public import Dates
internal import Ledger

/// The theta that the desk carried through the week.
public struct WeekTheta: Hashable, Sendable {
    /// One session.
    public struct Session: Hashable, Sendable {
        /// The session.
        public let day: Day
        /// Theta of the session's last snapshot, dollars per calendar day; undefined without a snapshot.
        public let theta: Figure
        /// Calendar days to the next session; nil where it is not known.
        public let calendarDays: Int?

        /// Theta × calendar days to the next session, in dollars.
        public var gross: Figure {
            guard let calendarDays else { return .undefined(theta.reason ?? .notRecorded, n: 0) }
            return theta.map { $0 * Double(calendarDays) }
        }
    }

    /// The week's sessions.
    public let sessions: [Session]

    init(_ facts: ReviewFacts) {
        sessions = facts.weekSessions.map { day in
            let last = facts.lastSnapshots.last { $0.day == day }
            let next = facts.session(after: day)
            return Session(
                day: day, theta: last.map { .value($0.totalTheta, n: 1) } ?? .undefined(.noData, n: 0),
                calendarDays: next.map { day.days(to: $0) })
        }
    }

    /// Gross theta of the week, in dollars: the sum over the sessions that have one; n counts them.
    public var gross: Figure {
        let known = sessions.compactMap(\.gross.value)
        guard !known.isEmpty else { return .undefined(sessions.isEmpty ? .noData : .notRecorded, n: 0) }
        return .value(known.reduce(0, +), n: known.count)
    }

    /// A P&L in dollars ÷ gross theta; undefined where theta did not earn.
    public func capture(of pnl: Double) -> Figure {
        guard let theta = gross.value else { return gross }
        guard theta > 0 else { return .undefined(.noTheta, n: gross.n) }
        return .value(pnl / theta, n: gross.n)
    }

    static let definition = DatasetDefinition(
        "theta", "The week's sessions, ascending",
        [
            .init("day", .date, "The session"),
            .init("total_theta", .usdPerDay, "Portfolio theta of the session's last snapshot"),
            .init("calendar_days", .days, "Calendar days to the next session"),
            .init("gross_theta", .usd, "Theta × calendar days to the next session"),
        ])

    var dataset: Dataset {
        Self.definition.dataset(
            sessions.map { session in
                [
                    .day(session.day), Value(session.theta),
                    session.calendarDays.map(Value.integer) ?? .undefined(.notRecorded), Value(session.gross),
                ]
            })
    }
}
