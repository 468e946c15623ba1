import Archive
import Dates
import DeskFixture
import Foundation
import History
import Ledger
import Mail
import Market
import Nightly
import PublishingFixture
import Testing

@testable import Operations

@Suite("The work of a night")
struct NightWorkTests {
    private static let week = [
        "import skipped: nothing in inbox", "quality done: 1 snapshot, 0 findings",
        // The small desk's trade was opened without a stop.
        "checklist attention: 1 of 5 checks failed", "gate done: HOLD at 50 %, discipline",
        "report-daily done: 2026/07-31/daily/r1", "report-gate done: 2026/07-31/gate/r1",
        "report-weekly done: 2026/W31/weekly/r1",
        "mail done: weekly 2026-W31 r1 to ada@example.org: sent 2026-07-31 17:30 New York (250 queued)",
        "alerts done: The daily checklist; alerts went out",
    ].map { "2026-07-31 \($0)" }

    @Test("Each step once, in order, with what came of it; the history, the archive, the mail and the log have it")
    func whole() throws {
        let desk = try NightDesk()
        defer { desk.desk.remove() }
        #expect(try desk.run(after: "2026-07-31").words == Self.week)
        let runs = try desk.desk.archive.history().runs
        #expect(runs.map(\.place.name) == ["2026-07-31-daily-r1", "2026-07-31-gate-r1", "2026-W31-weekly-r1"])
        #expect(try desk.desk.archive.verify() == [])
        #expect(try desk.desk.store.gateRecords().map(\.day) == [Day("2026-07-31")])
        #expect(runs.map(\.outcome.share) == [0.5, 0.5, 0.5])
        #expect(desk.mailbox?.messages.map(\.id.text) == ["weekly.2026-W31.r1.\(runs[2].inputID)@example.com"])
        #expect(
            desk.log.lines == [
                "2026-07-31T21:30:00Z WARNING: The daily checklist [checklist] 2026-07-31: 1 of 5 checks failed. "
                    + "See report daily."
            ])
        let steps = try desk.desk.store.jobSteps()
        #expect(
            steps.count == 9 && steps.allSatisfy { $0.state == .done || $0.step == "import" && $0.state == .skipped })
    }

    @Test("A night that is run twice does nothing the second time")
    func twice() throws {
        let desk = try NightDesk()
        defer { desk.desk.remove() }
        _ = try desk.run(after: "2026-07-31")
        let files = try desk.desk.files()
        #expect(try desk.run(after: "2026-07-31").words == [])
        // Nor does it when all of it is asked for by name: every step gives the same when it is done again.
        let again = try desk.work
        let night = NightlyPlan(
            sessions: try #require(Desk.calendar).sessions, through: try PublishingDesk.day("2026-07-31"), done: []
        ).nights[0]
        let outcomes = try night.steps.map { try again.perform($0, of: night, isLast: true, failed: []) }
        #expect(
            outcomes.dropFirst(3).map(\.detail) == [
                "HOLD at 50 %, discipline, on record", "2026/07-31/daily/r1, unchanged",
                "2026/07-31/gate/r1, unchanged", "2026/W31/weekly/r1, unchanged", "nothing to send",
                "The daily checklist",
            ])
        #expect(try desk.desk.files() == files)
        #expect(try desk.desk.store.gateRecords().count == 1)
        #expect(desk.mailbox?.attempts == 1 && desk.log.lines.count == 1)
    }

    @Test("Missed nights are caught up, oldest first; mail and alerts concern the present and wait for the last one")
    func caughtUp() throws {
        let desk = try NightDesk()
        defer { desk.desk.remove() }
        _ = try desk.run(after: "2026-07-24")
        #expect(desk.mailbox?.messages.count == 1)
        let entries = try desk.run(after: "2026-07-31")
        let nights = ["2026-07-27", "2026-07-28", "2026-07-29", "2026-07-30", "2026-07-31"]
        #expect(
            entries.map(\.session.iso) == nights.flatMap { [String](repeating: $0, count: $0 == nights[4] ? 9 : 8) })
        for step in [NightlyStep.mail, .alerts] {
            let details = entries.filter { $0.step == step }.map(\.detail)
            #expect(details.dropLast() == [String](repeating: "left to the last night of this run", count: 4)[...])
        }
        #expect(desk.mailbox?.messages.count == 2)
        #expect(try desk.desk.store.gateRecords().map(\.day.iso) == ["2026-07-24"] + nights)
        #expect(try desk.desk.archive.verify() == [])
    }

    @Test("Nights that are caught up give the pages that they would have given in time")
    func sameAsInTime() throws {
        let (late, inTime) = (try NightDesk(), try NightDesk(sessions: 8))
        defer {
            late.desk.remove()
            inTime.desk.remove()
        }
        for (day, next) in [("2026-07-29", 8), ("2026-07-30", 9)] {
            _ = try inTime.run(after: day)
            try Desk.addSession(next, to: inTime.desk.store)
        }
        _ = try inTime.run(after: "2026-07-31")
        _ = try late.run(after: "2026-07-31", since: "2026-07-29")
        // When a decision was taken stands in the history, and so the input id is another.
        func pages(_ desk: NightDesk) throws -> [String: String] {
            var pages: [String: String] = [:]
            for run in try desk.desk.archive.history().runs {
                let text = String(decoding: try desk.desk.files(run.place.path)["report.md"] ?? Data(), as: UTF8.self)
                pages[run.place.name] = text.replacing(run.inputID, with: "")
            }
            return pages
        }
        let expected = try pages(inTime)
        #expect(expected.count == 7 && expected.values.allSatisfy { !$0.isEmpty })
        #expect(try pages(late) == expected)
    }

    @Test(
        "Killed before or after any step was remembered, the next run goes on: one decision, one mail, the same pages",
        arguments: NightlyStep.allCases, [true, false])
    func killed(step: NightlyStep, hasBegun: Bool) throws {
        let desk = try NightDesk()
        defer { desk.desk.remove() }
        #expect(throws: NightDesk.Death.self) {
            try desk.run(after: "2026-07-31", dyingAt: (step, hasBegun))
        }
        _ = try desk.run(after: "2026-07-31")
        #expect(
            try desk.desk.archive.history().runs.map(\.place.name)
                == ["2026-07-31-daily-r1", "2026-07-31-gate-r1", "2026-W31-weekly-r1"])
        #expect(try desk.desk.store.gateRecords().count == 1)
        #expect(desk.mailbox?.messages.count == 1)
        #expect(desk.log.lines.count == 1)
        #expect(try desk.run(after: "2026-07-31").words == [])
    }

    @Test(
        "A step that fails is told and tried again; the others are done all the same, and once it works it is told too")
    func failure() throws {
        let desk = try NightDesk()
        defer { desk.desk.remove() }
        // Something stands where the gate's page must go.
        let place = "\(desk.desk.archive.root)/2026/07-31/gate"
        try FileManager.default.createDirectory(
            atPath: "\(desk.desk.archive.root)/2026/07-31", withIntermediateDirectories: true)
        try Data().write(to: URL(fileURLWithPath: place))
        let words = try desk.run(after: "2026-07-31").words
        let fault = "\(place): is in the way of the archive (a file) and is left as it is; move it elsewhere"
        #expect(words[5] == "2026-07-31 report-gate failed: \(fault)")
        #expect(words[6] == "2026-07-31 report-weekly done: 2026/W31/weekly/r1")
        #expect(
            words[8] == "2026-07-31 alerts done: A step of the nightly job failed, The archive is not as it was "
                + "published, The daily checklist; alerts went out")
        #expect(
            desk.log.lines[0]
                == "2026-07-31T21:30:00Z CRITICAL: A step of the nightly job failed [nightly.steps] 2026-07-31 report-gate: "
                + "\(fault). The next run tries again: report nightly.")
        try FileManager.default.removeItem(atPath: place)
        #expect(
            try desk.run(after: "2026-07-31").words == [
                "2026-07-31 report-gate done: 2026/07-31/gate/r1", "2026-07-31 mail skipped: nothing to send",
                "2026-07-31 alerts done: The daily checklist; alerts went out",
            ])
        #expect(desk.log.lines.contains { $0.contains("RECOVERED: A step of the nightly job failed") })
    }

    @Test(
        "A night that the history does not know yet is not at its end: the next run does it again, but for the decision"
    )
    func notYetThere() throws {
        let desk = try NightDesk(sessions: 9)
        defer { desk.desk.remove() }
        _ = try desk.run(after: "2026-07-30")
        let first = try desk.run(after: "2026-07-31").words
        #expect(first[1] == "2026-07-31 quality unfinished: no daily results, no snapshot, 0 findings")
        #expect(first[3].hasPrefix("2026-07-31 gate attention: HOLD at 50 %, health"))
        #expect(first[4] == "2026-07-31 report-daily unfinished: 2026/07-31/daily/r1")
        #expect(first.count { $0.contains(" unfinished: ") } == 8)
        #expect(desk.log.lines.last?.contains("WARNING: The gate cannot believe its figures") == true)
        #expect(desk.log.lines.contains { $0.contains("CRITICAL: The history has nothing of the last session") })
        try Desk.addSession(9, to: desk.desk.store)
        desk.desk.clock.advance(seconds: 3600)
        let second = try desk.run(after: "2026-07-31").words
        #expect(second.count == 8 && !second.contains { $0.hasPrefix("2026-07-31 gate ") })
        #expect(second[1] == "2026-07-31 quality done: 1 snapshot, 0 findings")
        #expect(second[3] == "2026-07-31 report-daily done: 2026/07-31/daily/r2")
        let daily = try #require(try desk.desk.archive.history().runs.last { $0.place.kind == "daily" })
        #expect(
            daily.reason
                == "Changed since r1: daily_results, portfolio_metrics, position_marks, snapshot_details")
        #expect(desk.log.lines.last?.contains("RECOVERED: The history has nothing of the last session") == true)
        #expect(try desk.desk.store.gateRecords().map(\.rule) == ["discipline", "health"])
        // Both revisions of the weekly review went out: the first was mailed before the data came.
        #expect(desk.mailbox?.messages.count == 2)
        #expect(try desk.run(after: "2026-07-31").words == [])
    }

    @Test("A session that is still missing when the next one has ended is given up")
    func givenUp() throws {
        let desk = try NightDesk()
        defer { desk.desk.remove() }
        _ = try desk.run(after: "2026-08-03")
        let second = try desk.run(after: "2026-08-04")
        #expect(second.filter { $0.session == Day("2026-08-03") }.map(\.state).contains(.unfinished) == false)
        #expect(try desk.run(after: "2026-08-04").allSatisfy { $0.session == Day("2026-08-04") })
    }

    @Test("A file in the inbox is the night's first step, and one that is refused fails it alone")
    func inbox() throws {
        let desk = try NightDesk(sessions: 9)
        defer { desk.desk.remove() }
        try desk.leave("date,strategy\n", as: "equity.csv")
        let first = try desk.run(after: "2026-07-31").words
        #expect(
            first[0]
                == "2026-07-31 import failed: equity.csv: 1 row refused: equity.csv:1: has no column 'allotted_capital' (it "
                + "has date, strategy); add it to the header; mend the file where it lies, or import it with report import "
                + "--keep-going")
        #expect(first.count == 9)
        try desk.leave(
            "date,strategy,allotted_capital,pnl\n2026-07-31,MULTIBOOK,250000.00,10.00\n2026-07-31,LEGACY,250000.00,0.00\n",
            as: "equity.csv")
        let second = try desk.run(after: "2026-07-31").words
        #expect(
            second[0]
                == "2026-07-31 import done: equity.csv: 2 rows of equity: 2 imported (0 with a finding), 0 there already, 0 "
                + "refused")
        // The results are there now; a snapshot is not, and somebody should look.
        #expect(second[1] == "2026-07-31 quality attention: no snapshot, 0 findings")
        #expect(second.contains { $0.hasPrefix("2026-07-31 report-daily ") && $0.contains("/daily/r2") })
    }
}
