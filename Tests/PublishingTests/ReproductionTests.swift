import Archive
import Dates
import DeskFixture
import Foundation
import History
import Input
import Notebooks
import Publishing
import PublishingFixture
import Testing

@Suite("Making a published report again")
struct ReproductionTests {
    /// The files that came out otherwise, by how.
    private func findings(_ reproduction: Reproduction) -> [String] {
        reproduction.files.filter { $0.finding != .same }.map { "\($0.name) \($0.finding.rawValue)" }
    }

    @Test("It comes out to the byte, later, on another machine, and with more in the history")
    func same() throws {
        var desk = try PublishingDesk(sessions: 5)
        defer { desk.remove() }
        let run = try desk.publish("2026-W30").run
        for index in 5..<10 { try Desk.addSession(index, to: desk.store) }
        try desk.publish("2026-W31")
        let before = try desk.files()
        desk.clock.advance(seconds: 86_400 * 30)
        desk.checkpoint = { _ in throw CancellationError() }
        let reproduction = try desk.publisher.reproduce(run, templates: desk.catalogue)
        #expect(reproduction.isSame && reproduction.causes == [] && reproduction.run == run)
        #expect(
            reproduction.files.map { "\($0.name) \($0.finding.rawValue)" }
                == ["cells.json same", "figures.json same", "index.html same", "report.md same"])
        // It is made beside the archive.
        #expect(try desk.files() == before)
    }

    @Test("So does a revision, with its reason, its neighbours and what changed since, whatever was published after it")
    func revision() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        try desk.publish("2026-W30")
        let first = try desk.publish("2026-W31").run
        try desk.importLateTrade()
        try desk.publish("2026-W30")
        let second = try desk.publish("2026-W31", reason: "A fill came late").run
        #expect(second.place.path == "2026/W31/weekly/r2")
        let again = try desk.publisher.reproduce(second, templates: desk.catalogue)
        #expect(again.isSame && again.causes == [])
        // The first was made before the late fill, which the history now has.
        let old = try desk.publisher.reproduce(first, templates: desk.catalogue)
        #expect(!old.isSame)
        #expect(old.causes == ["runs", "trade_details", "trade_exits", "trade_legs", "trades"])
        #expect(findings(old) == ["cells.json", "figures.json", "index.html", "report.md"].map { "\($0) different" })
    }

    @Test("A file that came in afterwards and speaks of later days alone is no source of it")
    func laterImport() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        let run = try desk.publish("2026-W30").run
        let late = "date,strategy,allotted_capital,pnl\n2026-08-03,MULTIBOOK,250000.00,10.00\n"
        let report = try desk.store.importEquity(CSVReader(text: late, file: "equity.csv"), at: desk.clock.now)
        #expect(report.imported == 1)
        #expect(try desk.publisher.reproduce(run, templates: desk.catalogue).isSame)
        #expect(try !desk.publish("2026-W30").isNew)
    }

    @Test("A workbook comes out to the byte too")
    func workbook() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        let text = Notebooks.daily.replacing("[markdown]", with: "[xlsx]")
        let run = try desk.publisher.publish(desk.order(day: "2026-07-31", template: text)).run
        desk.clock.advance(seconds: 86_400)
        let again = try desk.publisher.reproduce(run, templates: desk.catalogue)
        #expect(again.isSame && again.files.map(\.name) == ["cells.json", "figures.json", "report.xlsx"])
    }

    @Test("What comes out as it was published, and lies changed in the archive, is no same file")
    func altered() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        let run = try desk.publish("2026-W30").run
        let file = URL(fileURLWithPath: desk.archive.root).appendingPathComponent("2026/W30/weekly/r1/cells.json")
        #expect(FileManager.default.fileExists(atPath: file.path))
        try Data("[[[[".utf8).write(to: file)
        let again = try desk.publisher.reproduce(run, templates: desk.catalogue)
        #expect(!again.isSame && again.causes.isEmpty)
        #expect(again.files.filter { $0.finding == .altered }.map(\.name) == ["cells.json"])
    }

    @Test("Parameters that were asked for are asked for again")
    func parameters() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        var order = try desk.order("2026-W30")
        order.parameters["note"] = "quiet"
        let run = try desk.publisher.publish(order).run
        #expect(try desk.text("2026/W30/weekly/r1/report.md").contains("The desk's note: quiet."))
        #expect(try desk.publisher.reproduce(run, templates: desk.catalogue).isSame)
    }

    @Test("Another template, program or settings are named as the cause")
    func causes() throws {
        var desk = try PublishingDesk()
        defer { desk.remove() }
        let run = try desk.publish("2026-W30").run
        func causes() throws -> [String] {
            let reproduction = try desk.publisher.reproduce(run, templates: desk.catalogue)
            #expect(reproduction.isSame == reproduction.causes.isEmpty)
            return reproduction.causes
        }
        _ = try desk.write(Notebooks.weekly.replacing("title: The week", with: "title: In the week"), as: "weekly.md")
        #expect(try causes() == ["the template"])
        _ = try desk.write(Notebooks.weekly, as: "weekly.md")
        #expect(try causes() == [])
        desk.settings = "others"
        #expect(try causes() == ["the desk's settings"])
        desk.version = "0.5.0"
        #expect(try causes() == ["the program (ThetaDesk 0.4.0 → ThetaDesk 0.5.0)", "the desk's settings"])
    }

    @Test("Files that are written now and were not then, or the other way round, are named")
    func formats() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        let run = try desk.publisher.publish(desk.order(day: "2026-07-31")).run
        _ = try desk.order(day: "2026-07-31", template: Notebooks.daily.replacing("[markdown]", with: "[html]"))
        let again = try desk.publisher.reproduce(run, templates: desk.catalogue)
        #expect(findings(again) == ["cells.json different", "index.html new", "report.md missing"])
        #expect(again.causes == ["the template"])
    }

    @Test("A run whose notebook is gone says which")
    func noTemplate() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        let run = try desk.publish("2026-W30").run
        try FileManager.default.removeItem(at: desk.folder.appendingPathComponent("templates/weekly.md"))
        let error = #expect(throws: PublishingError.self) {
            try desk.publisher.reproduce(run, templates: desk.catalogue)
        }
        #expect(
            error?.description
                == "2026-W30-weekly-r1: its notebook weekly.md is not among the templates; name their folder with --templates"
        )
    }

    @Test("A run that was removed cannot be made again")
    func removed() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        let run = try desk.publish("2026-W30").run
        try desk.archive.remove(run.place, person: "Ada", reason: "a client's name", at: desk.clock.now)
        #expect(throws: ArchiveError.removedRun(place: run.place, person: "Ada", reason: "a client's name")) {
            try desk.publisher.reproduce(run, templates: desk.catalogue)
        }
    }

    @Test("Without a folder for what is thrown away there is an error that says so")
    func noTemporaryFolder() {
        #expect(
            PublishingError.noTemporaryFolder(path: "/full", reason: "No space left on device").description
                == "/full: no folder can be made in it (No space left on device); set TMPDIR to a folder that can be written to"
        )
    }
}
