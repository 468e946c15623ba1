import Archive
import Dates
import Foundation
import History
import Ledger
import Notebooks
import Publishing
import PublishingFixture
import Testing

@Suite("A report with a failed cell")
struct FailedReportTests {
    private let broken =
        Notebooks.daily + """

            ```sql worst
            select nothing from closed_trades
            ```

            """

    @Test("goes to failed/ beside the years and never into the log")
    func failed() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        try desk.publish("2026-W30")
        let log = try desk.text("log.jsonl")
        let error = #expect(throws: PublishingError.self) {
            try desk.publisher.publish(desk.order(day: "2026-07-31", template: broken))
        }
        let page = "\(desk.archive.root)/failed/2026-07-31-daily/index.html"
        #expect(error == .failedCells(report: "Daily page 2026-07-31", cells: ["worst"], page: page))
        #expect(
            error?.description
                == "Daily page 2026-07-31: a cell failed (worst); \(page) shows where and why, and nothing was published"
        )
        #expect(try desk.text("failed/2026-07-31-daily/index.html").contains("nothing"))
        #expect(try desk.text("log.jsonl") == log)
        #expect(try desk.files().keys.allSatisfy { !$0.hasPrefix("2026/07-31") })
        // What does not rest on the failed cell is shown, and nothing in it concerns the archive.
        #expect(try desk.text("failed/2026-07-31-daily/index.html").contains("Closed trades"))
        #expect(try desk.archive.verify() == [])
        #expect(try desk.store.reportRuns().map(\.report) == ["weekly"])
    }

    @Test("All cells are named; those of an archive that holds nothing yet too")
    func cells() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        let text = broken.replacing("symbol, realized_pnl", with: "symbols")
        let error = #expect(throws: PublishingError.self) {
            try desk.publisher.publish(desk.order(day: "2026-07-31", template: text))
        }
        let page = "\(desk.archive.root)/failed/2026-07-31-daily/index.html"
        #expect(
            error?.description
                == "Daily page 2026-07-31: 2 cells failed (closed, worst); \(page) shows where and why, and nothing was "
                + "published")
        #expect(!desk.archive.exists)
    }

    @Test("The next failure takes the page's place; once mended, the first revision is published and the page gone")
    func mended() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        for text in [broken, broken.replacing("select nothing", with: "select something")] {
            #expect(throws: PublishingError.self) {
                try desk.publisher.publish(desk.order(day: "2026-07-31", template: text))
            }
        }
        #expect(try desk.text("failed/2026-07-31-daily/index.html").contains("something"))
        #expect(try desk.publisher.publish(desk.order(day: "2026-07-31")).run.place.path == "2026/07-31/daily/r1")
        #expect(try desk.files().keys.allSatisfy { !$0.hasPrefix("failed/") })
    }

    @Test("A published report stays when a later one of its day fails")
    func earlier() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        let run = try desk.publisher.publish(desk.order(day: "2026-07-31")).run
        let files = try desk.files(run.place.path)
        #expect(throws: PublishingError.self) {
            try desk.publisher.publish(desk.order(day: "2026-07-31", template: broken))
        }
        #expect(try desk.archive.history().runs == [run])
        #expect(try desk.files(run.place.path) == files)
    }

    @Test("A template with faults is not run at all")
    func faulty() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        #expect(throws: NotebookError.self) {
            try desk.publisher.publish(
                desk.order(day: "2026-07-31", template: Notebooks.daily.replacing("# All", with: "# {{ All")))
        }
        #expect(try desk.files() == [:])
    }
}
