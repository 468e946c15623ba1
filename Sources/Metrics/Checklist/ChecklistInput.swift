public import Dates
public import Ledger

/// Everything that a session's checklist is computed from.
public struct ChecklistInput: Sendable {
    /// Whether an economic event lies near a moment.
    public enum Nearness: Hashable, Sendable {
        /// None does.
        case clear
        /// One does: its name and its moment.
        case near(event: String, time: Instant)
        /// The calendar cannot say, for this reason.
        case unknown(String)
    }

    /// A trade that was opened in the session.
    public struct Opening: Hashable, Sendable {
        /// The trade.
        public let trade: Trade
        /// Whether it was opened near an event.
        public let event: Nearness

        /// A trade that was opened in the session.
        public init(trade: Trade, event: Nearness) {
            self.trade = trade
            self.event = event
        }
    }

    /// The session.
    public var session: Day
    /// When it closed.
    public var close: Instant
    /// The session's last snapshot; nil when it has none.
    public var snapshot: PortfolioSnapshot?
    /// The newest snapshot before the session, for the message where the session has none.
    public var lastSnapshotBefore: Instant?
    /// Positions with capital that are open at the session's end, hedges included.
    public var open: [Trade]
    /// The last marks of the session, by trade.
    public var marks: [Int64: PositionMark]
    /// Trades with capital that were opened in the session, without hedges.
    public var openings: [Opening]
    /// Whether the calendar of events covers the session: ``Nearness/unknown(_:)`` where it does not.
    public var calendar: Nearness
    /// What the desk may risk.
    public var limits: ChecklistLimits

    /// Everything that a session's checklist is computed from.
    public init(
        session: Day, close: Instant, snapshot: PortfolioSnapshot? = nil, lastSnapshotBefore: Instant? = nil,
        open: [Trade] = [], marks: [Int64: PositionMark] = [:], openings: [Opening] = [],
        calendar: Nearness = .clear, limits: ChecklistLimits = ChecklistLimits()
    ) {
        self.session = session
        self.close = close
        self.snapshot = snapshot
        self.lastSnapshotBefore = lastSnapshotBefore
        self.open = open
        self.marks = marks
        self.openings = openings
        self.calendar = calendar
        self.limits = limits
    }
}
