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
import Reviews
import Rollout
import Testing

@testable import Operations

@Suite("The gate's work of a night")
struct GateWorkTests {
    private static let friday = Day("2026-07-31") ?? Day(daysSince1970: 0)

    private static let whole = "---\ntitle: Page\nkind: daily\nformats: [html]\n---\n# All quiet\n"
    private static let broken = whole + "\n```sql worst\nselect nothing from closed_trades\n```\n"

    private func gate(
        _ desk: PublishingDesk, nightly: String = whole, weekly: String = whole
    ) throws -> GateWork {
        GateWork(
            try desk.publisher, notebooks: [try desk.write(nightly, as: "nightly.md")],
            weekly: [try desk.write(weekly.replacing("kind: daily", with: "kind: weekly"), as: "weekly.md")],
            conditions: GateConditions(ruleVersion: "gate 1, settings x, program 0.4.0"))
    }

    /// The HALT file of a desk.
    private func halt(_ desk: PublishingDesk) throws {
        try Data().write(to: desk.folder.appendingPathComponent("HALT"))
    }

    @Test("A healthy desk: no failed cells, an archive that is whole or not there yet, no HALT file")
    func healthy() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        let expected = GateSurroundings(failedCells: [], isArchiveWhole: true, hasKillSwitchFile: false)
        #expect(try gate(desk).surroundings(of: Self.friday) == expected)
        try publish(desk)
        #expect(try gate(desk).surroundings(of: Self.friday) == expected)
    }

    @Test("A file named HALT beside the history is the kill switch")
    func haltFile() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        #expect(GateWork.killSwitchFile(beside: "/var/desk/data/desk.sqlite") == "/var/desk/data/HALT")
        try halt(desk)
        #expect(try gate(desk).surroundings(of: Self.friday).hasKillSwitchFile)
    }

    @Test("Cells that fail are named: of the night's notebooks, and of the week's after its last session")
    func failedCells() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        let thursday = Self.friday.adding(-1)
        let nightly = try gate(desk, nightly: Self.broken)
        #expect(try nightly.surroundings(of: thursday).failedCells == ["worst"])
        let weekly = try gate(desk, weekly: Self.broken)
        #expect(try weekly.surroundings(of: thursday).failedCells == [])
        #expect(try weekly.surroundings(of: Self.friday).failedCells == ["worst"])
        let both = try gate(desk, nightly: Self.broken, weekly: Self.broken)
        #expect(try both.surroundings(of: Self.friday).failedCells == ["worst", "worst"])
    }

    @Test("A notebook that is about a week is run for the session's")
    func week() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        let about = Self.whole.replacing("formats:", with: "parameters:\n  week: { type: week }\nformats:")
        let right = about.replacing("All quiet", with: "{{ week }}")
        #expect(try gate(desk, weekly: right).surroundings(of: Self.friday).failedCells == [])
    }

    @Test("A notebook that cannot be run at all is as bad as a cell that failed, and says why")
    func unrunnable() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        let asking = Self.whole.replacing("formats:", with: "parameters:\n  person: { type: text }\nformats:")
        let cells = try #require(try gate(desk, nightly: asking).surroundings(of: Self.friday).failedCells)
        #expect(cells.count == 1 && cells[0].hasPrefix("daily: ") && cells[0].contains("person"))
    }

    /// Publishes a page of a day.
    @discardableResult
    private func publish(_ desk: PublishingDesk, _ day: Day = friday) throws -> Run {
        try desk.publisher.publish(
            ReportOrder(try desk.write(Self.whole, as: "page.md"), about: .day(day), asOf: day)
        ).run
    }

    @Test("An archive in which a file was changed is not whole; a page of more than a month ago is looked at no more")
    func tampered() throws {
        for (age, isWhole) in [(0, false), (31, false), (32, true)] {
            let desk = try PublishingDesk()
            defer { desk.remove() }
            let run = try publish(desk, Self.friday.adding(-age))
            let page = URL(fileURLWithPath: "\(desk.archive.root)/\(run.place.path)/index.html")
            try Data("another".utf8).write(to: page)
            #expect(try gate(desk).surroundings(of: Self.friday).isArchiveWhole == isWhole, "\(age) days")
        }
    }

    @Test("What a crash left is no tampering", arguments: [Checkpoint.announced, .placed, .logged, .headed])
    func crashed(checkpoint: Checkpoint) throws {
        var desk = try PublishingDesk()
        defer { desk.remove() }
        try publish(desk, Self.friday.adding(-1))
        desk.checkpoint = { if $0 == checkpoint { throw CancellationError() } }
        #expect(throws: (any Error).self) { try publish(desk) }
        #expect(try gate(desk).surroundings(of: Self.friday).isArchiveWhole == true)
    }

    @Test("An archive that cannot be read is not known to be whole")
    func unreadable() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        try publish(desk)
        let log = URL(fileURLWithPath: "\(desk.archive.root)/log.jsonl")
        try FileManager.default.removeItem(at: log)
        try FileManager.default.createDirectory(at: log, withIntermediateDirectories: true)
        #expect(try gate(desk).surroundings(of: Self.friday).isArchiveWhole == nil)
    }

    @Test("Looking at a decision records nothing; keeping it records it once, with its evidence")
    func recorded() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        let gate = try gate(desk)
        let look = try gate.decide(after: Self.friday, keeping: nil)
        #expect(!look.isRecorded)
        #expect(try desk.store.gateRecords() == [])
        let kept = try gate.decide(after: Self.friday, keeping: desk.clock.now)
        #expect(kept.decision == look.decision && kept.inputsDigest == look.inputsDigest)
        let record = try #require(try desk.store.gateRecords().first)
        #expect(record.day == Self.friday && record.decidedAt == desk.clock.now)
        // The small desk's trades have no stop, which a person is to look at first.
        #expect(record.decision == .hold && record.shareBefore == 0.5 && record.shareAfter == 0.5)
        #expect(record.rule == "discipline" && record.reasons == look.decision.reasons)
        #expect(record.inputsDigest == look.inputsDigest)
        #expect(record.ruleVersion == "gate 1, settings x, program 0.4.0")
        #expect(GateDecision(recordOf: record) == look.decision)
    }

    @Test("A session is decided once: whatever changes afterwards, the record answers, and stays as it is")
    func once() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        let first = try gate(desk).decide(after: Self.friday, keeping: desk.clock.now)
        let records = try desk.store.gateRecords()
        try halt(desk)
        desk.clock.advance(seconds: 3600)
        let second = try gate(desk, nightly: Self.broken).decide(after: Self.friday, keeping: desk.clock.now)
        #expect(second.isRecorded && second.decision == first.decision)
        #expect(try desk.store.gateRecords() == records)
    }

    @Test("The HALT file takes all capital back")
    func killSwitch() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        try halt(desk)
        let decision = try gate(desk).decide(after: Self.friday, keeping: desk.clock.now).decision
        #expect(decision.rule == .killSwitch && decision.decision == .rollBack && decision.shareAfter == 0)
        #expect(try desk.store.gateRecords().map(\.shareAfter) == [0])
    }

    @Test("A failed cell is told to the gate, which then holds for its health")
    func cellHealth() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        let decision = try gate(desk, nightly: Self.broken).decide(after: Self.friday, keeping: nil).decision
        #expect(decision.rule == .health && decision.decision == .hold)
        #expect(decision.checks.filter { $0.status == .fail }.map(\.id).contains("required-cells"))
    }

    @Test("So is an archive that was tampered with, and a history that has stopped")
    func otherHealth() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        let run = try publish(desk)
        try Data("another".utf8).write(
            to: URL(fileURLWithPath: "\(desk.archive.root)/\(run.place.path)/index.html"))
        let tampered = try gate(desk).decide(after: Self.friday, keeping: nil).decision
        #expect(tampered.rule == .health)
        #expect(tampered.checks.first { $0.id == "archive" }?.status == .fail)
        let monday = try PublishingDesk.day("2026-08-03")
        let stale = try gate(desk).decide(after: monday, keeping: nil).decision
        #expect(stale.rule == .health && stale.checks.first { $0.id == "history-current" }?.status == .fail)
    }

    @Test("A person's guard-review settles the breach of discipline from then on, and not before")
    func guardReview() throws {
        let desk = try PublishingDesk()
        defer { desk.remove() }
        func rule(_ day: Day = Self.friday) throws -> GateRule {
            try gate(desk).decide(after: day, keeping: nil).decision.rule
        }
        #expect(try rule() == .discipline)
        // Trade 2 is still open without a stop: words do not settle that.
        try desk.store.record(
            SignOff(
                item: "guard-review", person: "Ada", recordedAt: NewYork.instant(Self.friday, hour: 17), note: "looked")
        )
        #expect(try rule() == .discipline)
        // On the first Friday trade 1 was closed, and what had been opened before the words is settled.
        let first = Self.friday.adding(-7)
        #expect(try rule(first) == .discipline)
        try desk.store.record(
            SignOff(item: "guard-review", person: "Ada", recordedAt: NewYork.instant(first, hour: 17), note: "looked"))
        #expect(try rule(first) != .discipline)
    }
}
