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

@Suite("A report that is made anew")
struct RevisionTests {
    /// What may be otherwise when a week is made again.
    struct Other: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let reason: String
        let change: @Sendable (inout PublishingDesk) throws -> (template: String, words: String?)

        init(
            _ what: String, _ reason: String,
            _ change: @escaping @Sendable (inout PublishingDesk) throws -> (template: String, words: String?)
        ) {
            testDescription = what
            self.reason = reason
            self.change = change
        }
    }

    static let others = [
        Other("a correction of the history", "Changed since r1: runs, trade_details, trade_exits, trade_legs, trades") {
            try $0.importLateTrade()
            return (Notebooks.weekly, nil)
        },
        Other(
            "a correction with a person's words",
            "A fill came late. Changed since r1: runs, trade_details, trade_exits, trade_legs, trades"
        ) {
            try $0.importLateTrade()
            return (Notebooks.weekly, "A fill came late")
        },
        Other("words that end with a full stop", "The desk was renamed. Changed since r1: the template") { _ in
            (Notebooks.weekly.replacing("desk's note", with: "note"), "The desk was renamed. ")
        },
        Other("another template", "Changed since r1: the template") { _ in
            (Notebooks.weekly.replacing("title: The week", with: "title: In the week"), nil)
        },
        Other("a comment in the template", "Changed since r1: the template") { _ in
            (Notebooks.weekly + "<!-- Looked at. -->\n", nil)
        },
        Other("other settings", "Changed since r1: the desk's settings") {
            $0.settings = "other settings"
            return (Notebooks.weekly, nil)
        },
        Other("another program", "Changed since r1: the program (ThetaDesk 0.4.0 → ThetaDesk 0.5.0)") {
            $0.version = "0.5.0"
            return (Notebooks.weekly, nil)
        },
        Other(
            "all at once",
            "Changed since r1: the program (ThetaDesk 0.4.0 → ThetaDesk 0.5.0), the desk's settings, the template, "
                + "runs, trade_details, trade_exits, trade_legs, trades"
        ) {
            $0.version = "0.5.0"
            $0.settings = "other settings"
            try $0.importLateTrade()
            return (Notebooks.weekly + "\n", nil)
        },
    ]

    @Test("is the next revision; its reason says what changed, and the first stays byte for byte", arguments: others)
    func revision(other: Other) throws {
        var desk = try PublishingDesk()
        defer { desk.remove() }
        let first = try desk.publish("2026-W30").run
        let files = try desk.files(first.place.path)
        desk.clock.advance(seconds: 3600)
        let (template, words) = try other.change(&desk)
        let second = try desk.publish("2026-W30", template: template, reason: words)
        #expect(second.isNew && second.run.place.path == "2026/W30/weekly/r2")
        #expect(second.run.reason == other.reason && second.run.supersedes == first.place)
        #expect(try desk.files(first.place.path) == files)
        #expect(try desk.archive.history().state(of: first) == .superseded(by: second.run.place))
        #expect(try desk.archive.verify() == [])
        #expect(try desk.store.reportRuns().map(\.place) == ["2026/W30/weekly/r1", "2026/W30/weekly/r2"])
        // Once corrected, the same again is unchanged, and the words of the first time stand.
        let third = try desk.publish("2026-W30", template: template)
        #expect(!third.isNew && third.run == second.run)
    }

    @Test("A first report keeps the reason that a person gave for it, and has none of its own")
    func first() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        #expect(try desk.publish("2026-W30").run.reason == nil)
        let run = try desk.publish("2026-W31", reason: "The archive was lost").run
        #expect(run.reason == "The archive was lost")
        #expect(try desk.archive.manifest(of: run).reason == "The archive was lost")
    }

    @Test("says so on its pages, with a link to the one that it supersedes")
    func pages() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        try desk.publish("2026-W30")
        try desk.importLateTrade()
        let document = try desk.publish("2026-W30", reason: "A fill came late").document
        #expect(document.facts.contains(.init(name: "Revision", text: "2")))
        #expect(
            document.provenance.contains(
                .init(
                    name: "Revision",
                    text: "2, in place of r1. A fill came late. Changed since r1: runs, trade_details, trade_exits, "
                        + "trade_legs, trades")))
        #expect(
            document.links.contains(
                .init(name: "Superseded r1", text: "../../../../2026/W30/weekly/r1/index.html")))
        let page = try desk.text("2026/W30/weekly/r2/index.html")
        #expect(page.contains("../../../../2026/W30/weekly/r1/index.html") && page.contains("A fill came late."))
        // A first revision says nothing of revisions.
        #expect(try !desk.text("2026/W30/weekly/r1/report.md").contains("Revision"))
    }

    @Test("Going back to earlier inputs is a correction too")
    func back() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        try desk.publish("2026-W30")
        try desk.publish("2026-W30", template: Notebooks.weekly + "\n")
        let third = try desk.publish("2026-W30", reason: "The line was not wanted")
        #expect(third.run.place.revision == 3)
        #expect(third.run.reason == "The line was not wanted. Changed since r2: the template")
    }

    @Test("Other parameters are another report of the same week")
    func parameters() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        try desk.publish("2026-W30")
        var order = try desk.order("2026-W30")
        order.parameters["note"] = "quiet"
        #expect(try desk.publisher.publish(order).run.reason == "Changed since r1: note (none → quiet)")
        order.template = try desk.write(
            Notebooks.weekly.replacing("  note:", with: "  more: { type: integer, default: 3 }\n  note:"),
            as: "weekly.md")
        #expect(
            try desk.publisher.publish(order).run.reason == "Changed since r2: the template, more (none → 3)")
    }

    @Test("A week that was reviewed before its end is corrected by the review at its end")
    func earlyReview() throws {
        let desk = try PublishingDesk(sessions: 9)
        defer { desk.remove() }
        var order = try desk.order("2026-W31")
        order.asOf = try PublishingDesk.day("2026-07-30")
        #expect(try desk.publisher.publish(order).run.asOf == Day("2026-07-30"))
        try Desk.addSession(9, to: desk.store)
        let reason = try #require(try desk.publish("2026-W31").run.reason)
        #expect(reason.hasPrefix("Changed since r1: the as-of date (2026-07-30 → 2026-07-31), daily_results"))
    }

    @Test("An input that is gone is named as gone")
    func gone() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        let first = try desk.publish("2026-W30").run
        try desk.publish("2026-W31")
        try desk.archive.remove(first.place, person: "Ada", reason: "a client's name", at: desk.clock.now)
        let second = try desk.publish("2026-W31").run
        #expect(second.reason == "Changed since r1: cells of 2026-W30-weekly-r1 (gone)")
    }

    @Test("The next week's review restates what a correction moved, against what was published")
    func restatement() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        try desk.publish("2026-W30")
        try desk.importLateTrade()
        let review = try desk.publish("2026-W31")
        let table = review.document.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }.first
        let rows = try #require(table).rows.filter { $0[1] == .text("trades_closed") || $0[1] == .text("realized_pnl") }
        // One trade of 54.40 dollars was reported; with 30.00 less 2.00 of the late one it is 82.40.
        #expect(
            rows == [
                [.text("2026-W30"), .text("realized_pnl"), .number(54.4), .number(82.4)],
                [.text("2026-W30"), .text("trades_closed"), .number(1), .number(2)],
            ])
    }

    @Test(
        "Once the earlier week was published anew there is nothing to restate; nor was a review before the week's end a word"
    )
    func nothingRestated() throws {
        let desk = try PublishingDesk(sessions: 4)
        defer { desk.remove() }
        func restated() throws -> Value? {
            try desk.publish("2026-W31").scalars.first { $0.name == "figures_restated" }?.value
        }
        var order = try desk.order("2026-W30")
        order.asOf = try PublishingDesk.day("2026-07-23")
        _ = try desk.publisher.publish(order)
        for index in 4..<10 { try Desk.addSession(index, to: desk.store) }
        #expect(try restated() == .integer(0))
        try desk.publish("2026-W30")
        try desk.importLateTrade()
        try desk.publish("2026-W30")
        #expect(try restated() == .integer(0))
    }
}
