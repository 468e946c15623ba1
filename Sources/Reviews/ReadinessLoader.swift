public import Dates
public import History
internal import Input
public import Ledger
public import Market
public import Metrics

/// Reads what production readiness is computed from.
public enum ReadinessLoader {
    /// Readiness on a day.
    ///
    /// - Parameters:
    ///   - session: the review of the last session up to the day.
    ///   - difference: recorded less computed closing equity, as the weekly review has it; nil where it is not known.
    public static func readiness(
        asOf day: Day, from store: HistoryStore, calendar: TradingCalendar, events: EconomicCalendar,
        session: SessionReview, difference: Money?, limits: ChecklistLimits
    ) throws -> Readiness {
        var sessions: [Day] = []
        var last = try calendar.isSession(day) ? day : calendar.previous(before: day)
        while sessions.count < Readiness.sessions, last > calendar.coverage.lowerBound {
            sessions.insert(last, at: 0)
            last = try calendar.previous(before: last)
        }
        // Sessions before the history's first one are none of its.
        let first = try store.span()?.lowerBound ?? day.adding(1)
        sessions.removeAll { $0 < first }
        let from = sessions.first ?? day
        let wanted = Set(sessions)
        var snapshots: [Day: PortfolioSnapshot] = [:]
        for snapshot in try store.snapshots(from: from, through: day) { snapshots[snapshot.day] = snapshot }
        let results = Dictionary(grouping: try store.dailyResults(from: from, through: day), by: \.day)
        let complete = results.filter { Set($0.value.map(\.strategy)).count == StrategyName.allCases.count }.keys
        let openings = try store.trades(through: day).filter {
            $0.allotment == .allotted && $0.structure != .hedge && $0.entryDay >= from
        }
        var near: Int? = 0
        for opening in openings {
            switch SessionLoader.nearness(opening.entryTime, events, hours: limits.blackoutHours) {
            case .clear: continue
            case .near: near = near.map { $0 + 1 }
            case .unknown: near = nil
            }
        }
        return Readiness(
            ReadinessInput(
                asOf: day, sessions: sessions,
                snapshots: snapshots.values.filter { wanted.contains($0.day) }.sorted { $0.time < $1.time },
                sessionsWithResult: Set(complete),
                errors: try store.findings(from: from, through: day).count { $0.severity == .error && $0.day != nil },
                difference: difference,
                stops: session.checklist.checks.first { $0.key == "stop-losses" } ?? session.checklist.checks[0],
                openingsInBlackout: near, audit: try store.rulesAudit(), signOffs: try store.signOffs(),
                limits: limits))
    }
}
