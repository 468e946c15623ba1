import Dates
import DeskFixture
import History
import Metrics
import Notebooks
import Reports
import Reviews
import Rollout
import Testing

@Suite("The figures that a notebook can need")
struct ReportDataTests {
    private func data() throws -> ReportData {
        ReportData(
            store: try Desk.store(), calendar: try #require(Desk.calendar), events: try #require(Desk.events),
            review: ReviewSettings(), limits: ChecklistLimits())
    }

    private func figures(_ names: Set<String>?) throws -> ReportFigures {
        try data().figures(
            naming: names.map { MentionedNames(tables: $0, scalars: $0) }, week: ISOWeek("2026-W31"),
            asOf: try #require(Day("2026-07-31")))
    }

    @Test("All of them are all of the dictionary's")
    func all() throws {
        let figures = try figures(nil)
        let catalogues = MetricCatalogue.sections + [GateCatalogue.gate]
        #expect(Set(figures.datasets.map(\.name)) == Set(catalogues.flatMap(\.datasets).map(\.name)))
        #expect(Set(figures.scalars.map(\.name)) == Set(catalogues.flatMap(\.scalars).map(\.name)))
        #expect(figures.scalars.count == Set(figures.scalars.map(\.name)).count)
    }

    @Test(
        "A review is made only where a name of it is used",
        arguments: [
            (["checklist"], MetricCatalogue.session), (["monthly_returns", "week"], MetricCatalogue.tearSheet),
            (["readiness_verdict"], MetricCatalogue.readiness), (["gate_checks"], GateCatalogue.gate),
        ])
    func some(names: [String], catalogue: Catalogue) throws {
        let figures = try figures(Set(names))
        #expect(catalogue.names.isSubset(of: Set(figures.datasets.map(\.name) + figures.scalars.map(\.name))))
        if !names.contains("week") { #expect(!figures.datasets.contains { $0.name == "kpis" }) }
    }

    @Test("The as-of date alone needs no review, nor do names of the history's views")
    func none() throws {
        let figures = try figures(["as_of", "closed_trades", "my_cell"])
        #expect(figures.datasets.isEmpty && figures.scalars.isEmpty)
    }

    @Test("Without a week it is the last complete one; figures of earlier weeks are asked for only then")
    func week() throws {
        var asked: [ISOWeek] = []
        let figures = try data().figures(
            naming: MentionedNames(scalars: ["week"]), week: nil, asOf: try #require(Day("2026-07-30"))
        ) { week in
            asked.append(week)
            return []
        }
        #expect(figures.scalars.first { $0.name == "week" }?.value == .text("2026-W30"))
        #expect(asked == [try #require(ISOWeek("2026-W30"))])
    }

    @Test("The gate's figures are those of the newest record; before the first there are tables without rows")
    func gate() throws {
        let store = try Desk.store()
        let day = try #require(Day("2026-07-30"))
        let data = ReportData(
            store: store, calendar: try #require(Desk.calendar), events: try #require(Desk.events),
            review: ReviewSettings(), limits: ChecklistLimits())
        func gate(_ asOf: Day) throws -> (rows: Int, session: Value?) {
            let figures = try data.figures(naming: MentionedNames(tables: ["gate_checks"]), week: nil, asOf: asOf)
            return (
                figures.datasets.first { $0.name == "gate_checks" }?.rows.count ?? -1,
                figures.scalars.first { $0.name == "gate_session" }?.value
            )
        }
        #expect(try gate(day) == (0, .undefined(.notRecorded)))
        let night = try GateLoader.night(
            after: day, from: store, calendar: data.calendar, events: data.events,
            conditions: GateConditions(ruleVersion: "x"),
            surroundings: GateSurroundings(failedCells: [], isArchiveWhole: true, hasKillSwitchFile: false))
        let record = try #require(night.record(decidedAt: NewYork.instant(day, hour: 18)))
        _ = try store.record(record)
        let checks = night.decision.checks.count
        #expect(try gate(day) == (checks, .day(day)))
        #expect(try gate(day.adding(1)) == (checks, .day(day)))
        #expect(try gate(day.adding(-1)) == (0, .undefined(.notRecorded)))
    }
}
