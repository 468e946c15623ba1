import Dates
import DeskFixture
import Metrics
import Reports
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
            naming: names, week: ISOWeek("2026-W31"), asOf: try #require(Day("2026-07-31")))
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
            naming: ["week"], week: nil, asOf: try #require(Day("2026-07-30"))
        ) { week in
            asked.append(week)
            return []
        }
        #expect(figures.scalars.first { $0.name == "week" }?.value == .text("2026-W30"))
        #expect(asked == [try #require(ISOWeek("2026-W30"))])
    }
}
