import Archive
import Dates
import Foundation
import Notebooks
import Publishing
import PublishingFixture
import Testing

@Suite("What is otherwise in one run than in another")
struct ComparisonTests {
    @Test("Two weeks: figures and cells of tables, but not that they are two weeks")
    func weeks() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        let earlier = try desk.publish("2026-W30").run
        try desk.importLateTrade()
        let later = try desk.publish("2026-W31").run
        let comparison = try desk.archive.comparison(of: earlier, with: later)
        #expect(comparison.earlier == earlier && comparison.later == later)
        let changes = comparison.changes.map { "\($0.label): \($0.before) -> \($0.after)" }
        // Two sources: the late trade's file, and the span of the history as of the later week.
        #expect(changes.filter { $0.hasPrefix("Realised P&L") } == ["Realised P&L: $54.40 -> $0.00"])
        #expect(changes.filter { $0.hasPrefix("Trades closed") } == ["Trades closed: 1 -> 0"])
        #expect(!changes.contains { $0.contains("Input id") || $0.contains("Revision") || $0.hasPrefix("week:") })
        #expect(changes.contains { $0.hasPrefix("Restated: ") })
    }

    @Test("A revision and what it corrects")
    func revisions() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        let first = try desk.publish("2026-W30").run
        let text = Notebooks.weekly.replacing("The desk's note", with: "A note")
        let second = try desk.publish("2026-W30", template: text).run
        #expect(
            try desk.archive.comparison(of: first, with: second).text
                == "2026-W30-weekly-r1 -> 2026-W30-weekly-r2\nNothing changed.\n")
    }

    @Test("A run with no cells was published by something else, and says so on either side")
    func noCells() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        let run = try desk.publish("2026-W30").run
        let foreign = try desk.publishForeign("2026-W29")
        for (earlier, later) in [(foreign, run), (run, foreign)] {
            let error = #expect(throws: PublishingError.noCells(run: "2026-W29-weekly-r1")) {
                try desk.archive.comparison(of: earlier, with: later)
            }
            #expect(
                error?.description
                    == "2026-W29-weekly-r1: there is no cells.json in it; it was published by something else")
        }
    }

    @Test("Cells that were changed on the disk are not believed")
    func altered() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        let run = try desk.publish("2026-W30").run
        let path = "\(desk.archive.root)/\(run.place.path)/cells.json"
        try Data("{}".utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: ArchiveError.altered(path: path)) { try desk.archive.comparison(of: run, with: run) }
    }
}
