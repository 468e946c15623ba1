public import Dates
public import History
import Ledger
public import Market
public import Metrics

/// Reads what a weekly review is computed from.
public enum ReviewLoader {
    /// The input of one week's review.
    ///
    /// - Parameters:
    ///   - week: within the history's span.
    ///   - asOf: the date taken for today; later records are not looked at.
    ///   - calendar: tells the sessions and so the calendar days to the next one.
    ///   - reported: figures of earlier weeks as they were reported, to be compared with what they are now.
    /// - Throws: what the history or the calendar throws.
    public static func input(
        week: ISOWeek, asOf: Day, from store: HistoryStore, calendar: TradingCalendar, settings: ReviewSettings,
        reported: [ReportedFigure] = []
    ) throws -> ReviewInput {
        let span = try HistorySpan(of: store)
        // The week's own days must be covered; what a history holds far from them need not be.
        let sessions = try calendar.sessions(
            from: min(max(span.first, calendar.coverage.lowerBound), week.monday),
            through: calendar.next(after: week.sunday))
        let results = try store.dailyResults()
        var input = ReviewInput(
            week: week, asOf: asOf, trades: try store.trades(),
            marks: try store.marks(from: week.monday.adding(-14), through: week.sunday),
            snapshots: try store.snapshots(from: week.monday.adding(-14), through: week.sunday),
            dailyResults: results,
            candidates: CandidateTally.tallies(of: try store.candidates(from: week.monday, through: week.sunday)),
            sessions: sessions, initialEquity: try initialEquity(store, results), settings: settings,
            reported: reported)
        // A night without a decision leaves the one before in force; two weeks hold the newest but for a gate that rests.
        let decision = try store.gateRecords(from: week.monday.adding(-14), through: min(week.sunday, asOf)).last
        input.gateDecision = decision?.decision.rawValue
        input.gateEvidence = decision?.grade
        input.restated = try restated(reported, input, store)
        return input
    }

    /// The run's equity before its first session; for an import the capital of the first day.
    static func initialEquity(_ store: HistoryStore, _ results: [DailyResult]) throws -> Money {
        if let run = try store.runs().last(where: { $0.kind != "import" }) { return run.initialEquity }
        let first = results.lazy.filter { $0.allotment == .allotted }
        guard let day = first.map(\.day).min() else { return .zero }
        return first.filter { $0.day == day }.reduce(.zero) { $0 + $1.capital }
    }

    /// The figures of the weeks that were reported, computed again from the history as it is now.
    private static func restated(
        _ reported: [ReportedFigure], _ current: ReviewInput, _ store: HistoryStore
    ) throws -> [ReportedFigure] {
        var figures: [ReportedFigure] = []
        for week in Set(reported.map(\.week)).sorted() {
            var input = current
            input.week = week
            input.asOf = week.sunday
            input.reported = []
            input.restated = []
            input.marks = try store.marks(from: week.monday.adding(-14), through: week.sunday)
            input.snapshots = try store.snapshots(from: week.monday.adding(-14), through: week.sunday)
            input.candidates = CandidateTally.tallies(
                of: try store.candidates(from: week.monday, through: week.sunday))
            figures += WeeklyReview(input).scalars.compactMap { scalar in
                scalar.value.number.map { ReportedFigure(week: week, name: scalar.name, value: $0) }
            }
        }
        return figures
    }
}
