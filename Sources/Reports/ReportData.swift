public import Dates
public import History
internal import Ledger
public import Market
public import Metrics
public import Notebooks
internal import Reviews
internal import Rollout

/// Where a report's figures come from: an open history, the calendars, and the settings by which it is judged.
public struct ReportData: Sendable {
    /// The history.
    public let store: HistoryStore
    /// The exchange's sessions.
    public let calendar: TradingCalendar
    /// Economic events.
    public let events: EconomicCalendar
    /// What reviews take for granted.
    public let review: ReviewSettings
    /// What the desk may risk.
    public let limits: ChecklistLimits

    /// Where a report's figures come from.
    public init(
        store: HistoryStore, calendar: TradingCalendar, events: EconomicCalendar, review: ReviewSettings,
        limits: ChecklistLimits
    ) {
        self.store = store
        self.calendar = calendar
        self.events = events
        self.review = review
        self.limits = limits
    }

    /// The last session of a week: the day as of which a report about it is complete. A week without one ends with the
    /// session before.
    public func lastSession(of week: ISOWeek) throws(CalendarError) -> Day {
        try calendar.isSession(week.friday) ? week.friday : calendar.previous(before: week.friday)
    }

    /// The figures that a notebook can need.
    ///
    /// - Parameters:
    ///   - names: what the notebook names; only the reviews that have any of these names are computed. Nil for all.
    ///   - week: the week under review; nil for the last complete one on the as-of date.
    ///   - asOf: the date taken for today.
    ///   - reported: figures of earlier weeks as they were reported, asked for only when a weekly review is made.
    /// - Throws: what the history or the calendars throw, or ``ReviewError`` where a week is asked for that the history
    ///   does not have.
    public func figures(
        naming names: MentionedNames?, week: ISOWeek?, asOf: Day,
        reported: (ISOWeek) throws -> [ReportedFigure] = { _ in [] }
    ) throws -> ReportFigures {
        func needs(_ catalogue: Catalogue) -> Bool {
            guard let names else { return true }
            // Every review has the as-of date, and so no review of its own is needed for it.
            let scalars = Set(catalogue.scalars.map(\.name)).subtracting(["as_of"])
            return !names.tables.isDisjoint(with: catalogue.datasets.map(\.name))
                || !names.scalars.isDisjoint(with: scalars)
        }
        var figures = ReportFigures()
        let needsReadiness = needs(MetricCatalogue.readiness)
        var difference: Money?
        if needs(MetricCatalogue.weekly) || needsReadiness {
            let span = try HistorySpan(of: store)
            let week = try week ?? span.lastCompleteWeek(asOf: asOf)
            try span.check(week)
            let input = try ReviewLoader.input(
                week: week, asOf: min(asOf, week.sunday), from: store, calendar: calendar, settings: review,
                reported: needs(MetricCatalogue.weekly) ? try reported(week) : [])
            let review = WeeklyReview(input)
            difference = review.reconciliation.difference
            if needs(MetricCatalogue.weekly) { figures.add(review.scalars, review.datasets) }
        }
        if needs(MetricCatalogue.session) || needsReadiness {
            let session = try calendar.isSession(asOf) ? asOf : calendar.previous(before: asOf)
            let review = try SessionLoader.review(
                of: session, from: store, calendar: calendar, events: events, limits: limits)
            if needs(MetricCatalogue.session) { figures.add(review.scalars, review.datasets) }
            if needsReadiness {
                let readiness = try ReadinessLoader.readiness(
                    asOf: asOf, from: store, calendar: calendar, events: events, session: review,
                    difference: difference, limits: limits)
                figures.add(readiness.scalars, [readiness.dataset])
            }
        }
        if needs(GateCatalogue.gate) {
            let gate = try GateLoader.newestReport(asOf: asOf, from: store)
            figures.add(
                gate?.scalars ?? GateCatalogue.nothing.scalars, gate?.datasets ?? GateCatalogue.nothing.datasets)
        }
        if needs(MetricCatalogue.tearSheet) {
            let sheet = try TearSheetLoader.tearSheet(through: asOf, from: store, settings: review)
            figures.add(sheet.scalars, sheet.datasets)
        }
        return figures
    }
}
