public import Dates
public import Ledger

/// Everything that a weekly review is computed from: ledger values, and nothing that has to be fetched.
///
/// What lies after the week or after ``asOf`` is not looked at, so that a review of a past week needs no trimming.
public struct ReviewInput: Sendable {
    /// The week under review.
    public var week: ISOWeek
    /// The date that the review takes for today.
    public var asOf: Day
    /// All trades since the start, of both strategies: with capital, in shadow, and hedges.
    public var trades: [Trade]
    /// Marks of positions, at least from the last session before the week to the week's end.
    public var marks: [PositionMark]
    /// The desk's risk, at least from the last session before the week to the week's end.
    public var snapshots: [PortfolioSnapshot]
    /// All daily results since the start, of both strategies, with capital and in shadow.
    public var dailyResults: [DailyResult]
    /// What was considered in the week.
    public var candidates: [CandidateTally]
    /// Exchange sessions in order, from the first of the history to at least one after the week.
    public var sessions: [Day]
    /// The desk's equity before the first session.
    public var initialEquity: Money
    /// What the review takes for granted.
    public var settings: ReviewSettings
    /// The newest gate decision in words; nil where none is on record.
    public var gateDecision: String?
    /// How strong its evidence was, in words; nil where none is on record.
    public var gateEvidence: String?
    /// Figures of earlier weeks as they were reported then.
    public var reported: [ReportedFigure]
    /// The same figures as they are now.
    public var restated: [ReportedFigure]

    /// What a review is computed from.
    public init(
        week: ISOWeek, asOf: Day, trades: [Trade] = [], marks: [PositionMark] = [],
        snapshots: [PortfolioSnapshot] = [], dailyResults: [DailyResult] = [], candidates: [CandidateTally] = [],
        sessions: [Day], initialEquity: Money, settings: ReviewSettings = ReviewSettings(),
        gateDecision: String? = nil, gateEvidence: String? = nil, reported: [ReportedFigure] = [],
        restated: [ReportedFigure] = []
    ) {
        self.week = week
        self.asOf = asOf
        self.trades = trades
        self.marks = marks
        self.snapshots = snapshots
        self.dailyResults = dailyResults
        self.candidates = candidates
        self.sessions = sessions
        self.initialEquity = initialEquity
        self.settings = settings
        self.gateDecision = gateDecision
        self.gateEvidence = gateEvidence
        self.reported = reported
        self.restated = restated
    }
}
