import Archive
import Dates
import DeskFixture
import Foundation
import History
import Ledger
import Metrics
import Notebooks
import Publishing
import PublishingFixture
import Testing

@Suite("Publishing a report")
struct PublisherTests {
    @Test("Its pages, cells and figures come into the archive, and the history's list of reports has it")
    func published() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        let report = try desk.publish("2026-W30")
        #expect(report.isNew && report.warnings == [])
        #expect(report.run.place.path == "2026/W30/weekly/r1")
        // A week that has passed is reviewed as of its last session.
        #expect(report.run.asOf == Day("2026-07-24") && report.document.asOf == Day("2026-07-24"))
        #expect(
            try desk.files(report.run.place.path).keys.sorted()
                == ["cells.json", "figures.json", "index.html", "manifest.json", "report.md"])
        #expect(try desk.archive.verify() == [])
        // (0.60 − 0.30) · 200 less fees of 5.60 dollars.
        #expect(report.scalars.first { $0.name == "realized_pnl" }?.value == .money(Money(cents: 5_440)))
        let record = try #require(try desk.store.reportRuns().first)
        #expect(try desk.store.reportRuns().count == 1)
        #expect(record.report == "weekly" && record.asOf == Day("2026-07-24"))
        #expect(record.place == "2026/W30/weekly/r1" && record.digest == report.run.inputID)
        #expect(record.parameters == ["week": "2026-W30", "note": "none"] && record.recordedAt == desk.clock.now)
        #expect(record.scalars.contains("\"realized_pnl\":54.4,"))
    }

    @Test("The manifest says what it was made from: template, parameters, tables with control totals, cells")
    func manifest() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        let run = try desk.publish("2026-W30").run
        let manifest = try desk.archive.manifest(of: run)
        #expect(manifest.program == Manifest.Program(name: "ThetaDesk", version: "0.4.0"))
        #expect(manifest.templates.map(\.name) == ["weekly.md"])
        #expect(
            manifest.parameters == [
                .init(name: "week", text: "2026-W30", isDefault: false),
                .init(name: "note", text: "none", isDefault: true),
            ])
        #expect(
            manifest.volatile
                == .init(
                    started: desk.clock.now, finished: desk.clock.now, host: "desk", user: "nightly",
                    command: "report nightly"))
        #expect(manifest.reason == nil && manifest.supersedes == nil && manifest.previous == nil)
        let inputs = Dictionary(uniqueKeysWithValues: manifest.inputs.map { ($0.name, $0) })
        // Five sessions of two strategies, of which one earned 54.40 dollars.
        let results = try #require(inputs["daily_results"])
        #expect(results.rows == 10 && results.firstDay == Day("2026-07-20") && results.lastDay == Day("2026-07-24"))
        #expect(results.totals.contains(.init(name: "pnl", text: "54.40")))
        #expect(results.totals.map(\.name) == ["capital", "flow", "hedge_pnl", "pnl"])
        // The trade of the week after plays no part.
        #expect(inputs["trades"]?.rows == 1 && inputs["trade_exits"]?.rows == 1)
        // Outcomes of rules are counted only, and what is only counted is no input.
        #expect(inputs["rule_outcomes"] == nil && inputs["cells"]?.bytes ?? 0 > 0)
        #expect(!inputs.keys.contains { $0.hasPrefix("cells of") })
    }

    @Test("The same again is unchanged: not a byte is written, and the history's list stays as it is")
    func unchanged() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        let first = try desk.publish("2026-W30")
        let files = try desk.files()
        let records = try desk.store.reportRuns()
        desk.clock.advance(seconds: 86_400)
        let second = try desk.publish("2026-W30")
        #expect(!second.isNew && second.run == first.run && second.scalars == first.scalars)
        #expect(try desk.files() == files)
        #expect(try desk.store.reportRuns() == records)
    }

    @Test("Later sessions change nothing in the review of a week that has passed")
    func laterSessions() throws {
        let desk = try PublishingDesk(sessions: 5)
        defer { desk.remove() }
        let first = try desk.publish("2026-W30").run
        for index in 5..<10 { try Desk.addSession(index, to: desk.store) }
        #expect(try desk.publish("2026-W30").run == first)
    }

    @Test("A publication that was cut off before the history knew of it is entered by the next run")
    func cutOff() throws {
        var desk = try PublishingDesk()
        defer { desk.remove() }
        struct Crash: Error {}
        desk.checkpoint = { if $0 == .placed { throw Crash() } }
        #expect(
            throws: ArchiveError.unfinished(place: try #require(Place("2026/W30/weekly/r1")), reason: "Crash()")
        ) { try desk.publish("2026-W30") }
        #expect(try desk.store.reportRuns() == [])
        desk.checkpoint = { _ in }
        let report = try desk.publish("2026-W30")
        #expect(!report.isNew && report.run.place.revision == 1)
        #expect(try desk.store.reportRuns().map(\.place) == ["2026/W30/weekly/r1"])
        #expect(try desk.archive.verify() == [])
    }

    @Test("What a crash left is brought into order first: the next report stands beside it, and a correction is one")
    func afterCrash() throws {
        var desk = try PublishingDesk()
        defer { desk.remove() }
        desk.checkpoint = { if $0 == .placed { throw CancellationError() } }
        #expect(throws: ArchiveError.self) { try desk.publisher.publish(desk.order(day: "2026-07-30")) }
        desk.checkpoint = { _ in }
        let next = try desk.publisher.publish(desk.order(day: "2026-07-31"))
        #expect(next.document.links.first?.name == "Previous: 2026-07-30")
        #expect(try desk.publisher.reproduce(next.run, templates: desk.catalogue).isSame)
        desk.checkpoint = { if $0 == .placed { throw CancellationError() } }
        #expect(throws: ArchiveError.self) { try desk.publish("2026-W31") }
        desk.checkpoint = { _ in }
        try desk.importLateTrade()
        #expect(try desk.publish("2026-W31").run.place.revision == 2)
    }

    @Test(
        "The notebook's formats are the report's, whatever they are",
        arguments: [
            ("[markdown]", ["cells.json", "figures.json", "manifest.json", "report.md"]),
            ("[html]", ["cells.json", "figures.json", "index.html", "manifest.json"]),
            (
                "[markdown, html, xlsx]",
                [
                    "cells.json", "figures.json", "index.html", "manifest.json", "report.md", "report.xlsx",
                ]
            ),
        ])
    func formats(formats: String, files: [String]) throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        let text = Notebooks.daily.replacing("[markdown]", with: formats)
        let run = try desk.publisher.publish(desk.order(day: "2026-07-31", template: text)).run
        #expect(run.place.path == "2026/07-31/daily/r1")
        #expect(try desk.files(run.place.path).keys.sorted() == files)
    }

    @Test("What a reader must look at is counted in the log and given back")
    func warnings() throws {
        let desk = try PublishingDesk(sessions: 3)
        defer { desk.remove() }
        let text = Notebooks.daily.replacing("--| empty-text: None.\n", with: "--| empty: warn\n")
        let report = try desk.publisher.publish(desk.order(day: "2026-07-22", template: text))
        #expect(report.warnings.count == 1 && report.run.warnings == 1)
        #expect(report.warnings == report.document.warnings.map(\.message))
    }

    @Test("Figures of a run are kept with it as JSON")
    func figures() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        try desk.publish("2026-W30")
        let text = try desk.text("2026/W30/weekly/r1/figures.json")
        #expect(text.contains("\"parameters\":{\"note\":\"none\",\"week\":\"2026-W30\"}"))
        #expect(text.contains("\"trades_closed\":1,") && text.contains("\"restatement\":{\"columns\":"))
    }
}
