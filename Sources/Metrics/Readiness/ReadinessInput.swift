public import Dates
public import Ledger

/// Everything that production readiness is computed from.
public struct ReadinessInput: Sendable {
    /// The day on which it is asked for.
    public var asOf: Day
    /// The last sessions up to it, ascending: those that are looked at.
    public var sessions: [Day]
    /// The last snapshot of each of these sessions that has one.
    public var snapshots: [PortfolioSnapshot]
    /// Of these sessions, those for which both strategies have a result.
    public var sessionsWithResult: Set<Day>
    /// Findings of severity error in these sessions.
    public var errors: Int
    /// Recorded less computed closing equity; nil where either is not known.
    public var difference: Money?
    /// The check of stop losses at the last session's end.
    public var stops: Check
    /// Openings inside a blackout in these sessions; nil where the calendar does not cover them.
    public var openingsInBlackout: Int?
    /// Versions of the rules and what they were tested on, oldest first.
    public var audit: [RulesAuditEntry]
    /// People's words, oldest first.
    public var signOffs: [SignOff]
    /// What the desk may risk.
    public var limits: ChecklistLimits

    /// Everything that production readiness is computed from.
    public init(
        asOf: Day, sessions: [Day] = [], snapshots: [PortfolioSnapshot] = [], sessionsWithResult: Set<Day> = [],
        errors: Int = 0, difference: Money? = nil, stops: Check, openingsInBlackout: Int? = nil,
        audit: [RulesAuditEntry] = [], signOffs: [SignOff] = [], limits: ChecklistLimits = ChecklistLimits()
    ) {
        self.asOf = asOf
        self.sessions = sessions
        self.snapshots = snapshots
        self.sessionsWithResult = sessionsWithResult
        self.errors = errors
        self.difference = difference
        self.stops = stops
        self.openingsInBlackout = openingsInBlackout
        self.audit = audit
        self.signOffs = signOffs
        self.limits = limits
    }
}
