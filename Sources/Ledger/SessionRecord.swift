public import Dates
public import Input

/// All that one session leaves in the history. The backtester makes one a session; the history keeps it whole or
/// not at all.
public struct SessionRecord: Hashable, Sendable {
    /// The session.
    public var day: Day
    /// Trades opened, as they stood after their opening fill.
    public var opened: [Trade] = []
    /// Trades closed, with their exit.
    public var closed: [Trade] = []
    /// Every leg of every execution.
    public var fills: [Fill] = []
    /// Marks of everything open at the session's last snapshot, with capital and in shadow.
    public var marks: [PositionMark] = []
    /// The desk's risk, in order of time.
    public var snapshots: [PortfolioSnapshot] = []
    /// One result for each strategy and allotment.
    public var results: [DailyResult] = []
    /// Everything that was considered.
    public var candidates: [CandidateRecord] = []
    /// Old against new, one a tick.
    public var comparisons: [ParallelComparison] = []
    /// What the market showed.
    public var market: [MarketDay] = []
    /// Data-quality findings.
    public var findings: [Finding] = []

    /// A session that has left nothing yet.
    public init(day: Day) {
        self.day = day
    }
}
