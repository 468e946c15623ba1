import Archive
import Dates
import Foundation
import Notebooks
import Publishing
import PublishingFixture
import Testing

@Suite("Since last time")
struct SinceLastTimeTests {
    @Test("The first report of a kind has nothing before it, but a way to the index")
    func first() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        let document = try desk.publish("2026-W30").document
        #expect(document.changes == nil)
        #expect(document.links == [.init(name: "Archive", text: "../../../../2026/index.html#2026-W30-weekly-r1")])
        #expect(document.provenance.last?.name == "Input id")
    }

    @Test("The next one names the one before, links to it, and says which figures moved")
    func second() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        let earlier = try desk.publish("2026-W30").run
        let report = try desk.publish("2026-W31")
        let page = "../../../../2026/W30/weekly/r1/index.html"
        #expect(
            report.document.links == [
                .init(name: "Previous: 2026-W30", text: page),
                .init(name: "Archive", text: "../../../../2026/index.html#2026-W31-weekly-r1"),
            ])
        let block = try #require(report.document.changes)
        #expect(block.since == .init(name: "Weekly review 2026-W30", text: page))
        #expect(
            block.changes.filter { $0.kind == .figure }.map { "\($0.label): \($0.before) -> \($0.after)" }
                == ["Realised P&L: $54.40 -> $0.00", "Trades closed: 1 -> 0"])
        // That it is about another week, and has another input id, goes without saying.
        #expect(block.changes.allSatisfy { !["week", "Input id", "Revision"].contains($0.label) })
        let manifest = try desk.archive.manifest(of: report.run)
        #expect(manifest.previous?.place == earlier.place)
        #expect(manifest.inputs.contains { $0.name == "cells of 2026-W30-weekly-r1" })
        // The link leads somewhere.
        let target = URL(fileURLWithPath: "\(desk.archive.root)/\(report.run.place.path)/\(page)")
        #expect(FileManager.default.fileExists(atPath: target.standardizedFileURL.path))
    }

    @Test("It looks back at the correction, and to the period before and not to the publication before")
    func corrected() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        try desk.publish("2026-W30")
        let text = Notebooks.weekly.replacing("title: The week", with: "title: In the week")
        #expect(try desk.publish("2026-W30", template: text).document.changes == nil)
        let report = try desk.publish("2026-W31", template: text)
        #expect(report.document.links.first?.text == "../../../../2026/W30/weekly/r2/index.html")
        // Which revision that was is no change.
        let changes = try #require(report.document.changes).changes
        #expect(changes.map(\.label) == ["Realised P&L", "Trades closed"])
        #expect(try desk.archive.manifest(of: report.run).previous?.place.revision == 2)
    }

    @Test("The earlier report's cells are an input: once it is corrected, the later one is another report")
    func input() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        try desk.publish("2026-W30")
        try desk.publish("2026-W31")
        try desk.publish("2026-W30", template: Notebooks.weekly.replacing("{{ note }}", with: "{{ note }}!"))
        #expect(
            try desk.publish("2026-W31").run.reason
                == "Changed since r1: cells of 2026-W30-weekly-r2, cells of 2026-W30-weekly-r1 (gone)")
    }

    @Test("A run before it that has no cells is linked to, and not compared with")
    func noCells() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        try desk.publishForeign("2026-W29")
        let document = try desk.publish("2026-W30").document
        #expect(document.changes == nil)
        #expect(document.links.map(\.name) == ["Previous: 2026-W29", "Archive"])
    }

    @Test("What the page says is in all that was written")
    func files() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        try desk.publish("2026-W30")
        let report = try desk.publish("2026-W31")
        for name in ["report.md", "index.html"] {
            let text = try desk.text("2026/W31/weekly/r1/\(name)")
            #expect(text.contains("Weekly review 2026-W30") && text.contains(report.run.inputID), "\(name)")
        }
        let cells = try #require(try desk.archive.cells(of: report.run))
        #expect(cells == report.document)
    }
}
