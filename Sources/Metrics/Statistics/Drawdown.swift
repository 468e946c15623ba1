public import Dates

/// One descent of a compounded equity curve below its running peak.
public struct Drawdown: Hashable, Sendable {
    /// Wealth at the trough ÷ wealth at the peak − 1: negative, −1 where the capital is gone.
    public let depth: Double
    /// The last session at the peak; the base day where the curve fell at once.
    public let peak: Day
    /// The session at the lowest point.
    public let trough: Day
    /// The first session back at the peak; nil while it is not.
    public let recovery: Day?
    /// The last session of the series, up to which an unrecovered drawdown has lasted.
    public let asOf: Day
    /// Sessions from the peak to the recovery, or so far.
    public let sessions: Int

    /// A descent with its dates.
    public init(depth: Double, peak: Day, trough: Day, recovery: Day?, asOf: Day, sessions: Int) {
        self.depth = depth
        self.peak = peak
        self.trough = trough
        self.recovery = recovery
        self.asOf = asOf
        self.sessions = sessions
    }

    /// Calendar days from the peak to the recovery, or so far.
    public var days: Int { peak.days(to: recovery ?? asOf) }
}
