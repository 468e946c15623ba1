import Archive
import Dates
import Foundation
import History
import Ledger
import Notebooks
import Publishing
import PublishingFixture
import Reports
import Reviews
import Rollout
import Testing

@Suite("What the index shows of a report")
struct OutcomeTests {
    /// A daily page with these cells.
    private func outcome(_ body: String, _ prepare: (PublishingDesk) throws -> Void = { _ in }) throws -> Outcome {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        try prepare(desk)
        let text = "---\ntitle: Page\nkind: daily\nformats: [markdown]\n---\n\(body)\n"
        let report = try desk.publisher.publish(desk.order(day: "2026-07-31", template: text))
        #expect(report.run.outcome == (try desk.archive.manifest(of: report.run).outcome))
        return report.run.outcome
    }

    @Test(
        "The headline is the first heading, without what the title says already",
        arguments: [
            ("# 2026-07-31: All is well", "All is well"), ("# All is well\n\n# More", "All is well"),
            ("# 2026-07-31: Loss: more than before", "Loss: more than before"), ("No heading.", ""),
            ("## A second level counts", "A second level counts"),
        ])
    func headline(body: String, headline: String) throws {
        #expect(try outcome(body) == Outcome(title: "Page", headline: headline))
    }

    @Test(
        "The verdict is the gravest of the checks, else of the figures against their targets",
        arguments: [
            (["pass", "warn"], "warn", 0, 0), (["pass", "unknown", "warn"], "unknown", 0, 1),
            (["fail", "unknown", "pass", "fail"], "fail", 2, 1), (["pass"], "pass", 0, 0),
        ])
    func verdict(checks: [String], verdict: String, failed: Int, unknown: Int) throws {
        let rows = checks.enumerated().map { "(\($0.offset), 'Check \($0.offset)', '\($0.element)')" }
        let body = """
            # Checks

            ```sql judged
            --| show: no
            select column1 as id, column2 as title, column3 as verdict from (values \(rows.joined(separator: ", ")))
            ```

            ```checks all_checks
            title: Checks
            data: judged
            check: title
            ```

            ```figures targets
            title: Targets
            items:
              - { label: Target, value: as_of, verdict: missed, target: more }
            ```
            """
        let outcome = try outcome(body)
        #expect(outcome.verdict == verdict && outcome.failed == failed && outcome.unknown == unknown)
    }

    @Test("Without checks it is the gravest of the figures against their targets; without those there is none")
    func targets() throws {
        func figures(_ verdicts: [String]) -> String {
            let items = verdicts.map { "  - { label: \($0), value: as_of, verdict: \($0), target: more }" }
            return "# Figures\n\n```figures targets\ntitle: Targets\nitems:\n\(items.joined(separator: "\n"))\n```"
        }
        #expect(try outcome(figures(["met", "missed", "too early"])).verdict == "missed")
        #expect(try outcome(figures(["met"])).verdict == "met")
        #expect(try outcome("# Words").verdict == nil)
    }

    /// A decision of the gate after 30 July.
    private func decide(_ desk: PublishingDesk) throws {
        let day = try PublishingDesk.day("2026-07-30")
        let data = try desk.publisher.reports.data
        let night = try GateLoader.night(
            after: day, from: desk.store, calendar: data.calendar, events: data.events,
            conditions: GateConditions(ruleVersion: "gate 1"),
            surroundings: GateSurroundings(failedCells: [], isArchiveWhole: true, hasKillSwitchFile: false))
        _ = try desk.store.record(try #require(night.record(decidedAt: NewYork.instant(day, hour: 18))))
    }

    @Test("Once the gate has decided, every page says what holds; the decision belongs to pages that speak of it")
    func gate() throws {
        let silent = try outcome("# Words", decide)
        // Ten sessions are too few for anything but to stay at half of the capital.
        #expect(silent.decision == nil && silent.share == 0.5)
        for name in ["gate_summary", "gate_rule"] {
            let outcome = try outcome("# {{ \(name) }}", decide)
            #expect(outcome.decision == "HOLD" && outcome.share == 0.5, "\(name)")
        }
        let before = try outcome("# {{ gate_rule }}")
        #expect(before.decision == nil && before.share == nil)
    }

    @Test("The facts at a page's head are the gate's decision and the share in force, once there is one")
    func facts() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        #expect(try desk.publisher.publish(desk.order(day: "2026-07-29")).document.facts == [])
        try decide(desk)
        let report = try desk.publisher.publish(desk.order(day: "2026-07-31"))
        #expect(report.document.facts.map(\.name) == ["Gate", "In force"])
        #expect(report.document.facts.map(\.text) == ["HOLD at 50 %", "50.0%"])
        #expect(
            try desk.archive.manifest(of: report.run).facts == [
                .init(name: "Gate", text: "HOLD at 50 %"), .init(name: "In force", text: "50.0%"),
            ])
        // A decision plays no part before its night.
        #expect(try desk.publisher.publish(desk.order(day: "2026-07-29")).isNew == false)
    }
}
