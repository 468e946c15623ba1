@testable import Archive
import Dates
import Foundation
import Testing

/// The work is killed at every point between which a crash can fall; then the archive is opened again, the work is done again, and
/// the archive must be the one of a desk where nothing happened, byte by byte.
@Suite struct CrashTests {
    static let ofPublication = Checkpoint.allCases.filter { $0 != .deleted }
    static let beforeItsPlace: Set<Checkpoint> = [.staged, .written, .described, .synced, .announced]
    static let ofRemoval: [Checkpoint] = [.announced, .logged, .headed, .deleted, .yearsIndexed, .indexed]

    /// Two years, a correction among them: the work under test has neighbours.
    private static func begin(_ desk: Desk) throws {
        for period in ["2025-12-31", "2026-01-02", "2026-W01"] {
            try desk.publish(Desk.draft(period, kind: period.contains("W") ? "weekly" : "daily"))
        }
    }

    private static func publish(_ desk: Desk) throws -> Publication {
        try desk.publish(Desk.draft("2026-W01", kind: "weekly", input: "b", reason: "A fill came late."))
    }

    private static func remove(_ desk: Desk) throws {
        try desk.archive.remove(
            try place("2025/12-31/daily/r1"), person: "Ann", reason: "A name was in it.",
            at: Instant(secondsSince1970: 1_800_000_000))
    }

    private static func undisturbed(_ work: (Desk) throws -> Void) throws -> [String: Data] {
        let desk = Desk()
        defer { desk.remove() }
        try begin(desk)
        try work(desk)
        return try desk.contents()
    }

    @Test("A publication killed at any point is not published or published, never half", arguments: ofPublication)
    func killed(checkpoint: Checkpoint) async throws {
        let desk = Desk()
        defer { desk.remove() }
        try CrashTests.begin(desk)
        let before = try desk.contents()
        await #expect(processExitsWith: .exitCode(9)) {
            [path = desk.folder.path as String, name = checkpoint.rawValue as String] in
            var desk = Desk(at: path)
            desk.checkpoint = { if $0.rawValue == name { _exit(9) } }
            _ = try CrashTests.publish(desk)
        }
        let isPublished = !CrashTests.beforeItsPlace.contains(checkpoint)
        let recovery = try desk.archive.recover()
        let correction = try place("2026/W01/weekly/r2")
        if isPublished {
            #expect(recovery == .completed(correction))
        } else {
            #expect(recovery == (checkpoint == .announced ? .discarded(correction) : .nothing))
            #expect(try desk.contents() == before)
        }
        #expect(try desk.archive.verify() == [])
        let again = try CrashTests.publish(desk)
        #expect(again == (isPublished ? .unchanged(again.run) : .published(again.run)))
        #expect(try desk.contents() == CrashTests.undisturbed { _ = try CrashTests.publish($0) })
    }

    @Test(
        "A publication that fails at any point leaves what there was, or says that it is in its place",
        arguments: ofPublication)
    func failed(checkpoint: Checkpoint) throws {
        var desk = Desk()
        defer { desk.remove() }
        try CrashTests.begin(desk)
        let before = try desk.contents()
        desk.checkpoint = { if $0 == checkpoint { throw Unexpected() } }
        let isPublished = !CrashTests.beforeItsPlace.contains(checkpoint)
        if isPublished {
            let unfinished = ArchiveError.unfinished(
                place: try place("2026/W01/weekly/r2"), reason: "\(Unexpected())")
            #expect(throws: unfinished) { try CrashTests.publish(desk) }
        } else {
            #expect(throws: Unexpected.self) { try CrashTests.publish(desk) }
            #expect(try desk.contents() == before)
        }
        desk.checkpoint = { _ in }
        _ = try CrashTests.publish(desk)
        #expect(try desk.contents() == CrashTests.undisturbed { _ = try CrashTests.publish($0) })
    }

    @Test("What a crash left of an index page is unfinished work, and whoever writes next takes it away")
    func indexPage() throws {
        let desk = Desk()
        defer { desk.remove() }
        try CrashTests.begin(desk)
        let before = try desk.contents()
        // Rebuilding an index leaves no note of what was going on, and no publication of 2026 writes this page again.
        try desk.write("<!doctype ht", "2025/.index.html.new")
        #expect(try desk.archive.verify().map(\.kind) == [.unfinished])
        #expect(try desk.archive.recover() == .nothing)
        #expect(try desk.contents() == before)
    }

    @Test("A removal killed at any point is not done or done, never half", arguments: ofRemoval)
    func removalKilled(checkpoint: Checkpoint) async throws {
        let desk = Desk()
        defer { desk.remove() }
        try CrashTests.begin(desk)
        let before = try desk.contents()
        await #expect(processExitsWith: .exitCode(9)) {
            [path = desk.folder.path as String, name = checkpoint.rawValue as String] in
            var desk = Desk(at: path)
            desk.checkpoint = { if $0.rawValue == name { _exit(9) } }
            try CrashTests.remove(desk)
        }
        let recovery = try desk.archive.recover()
        let removed = try place("2025/12-31/daily/r1")
        if checkpoint == .announced {
            #expect(recovery == .discarded(removed))
            #expect(try desk.contents() == before)
            try CrashTests.remove(desk)
        } else {
            #expect(recovery == .completed(removed))
            #expect(throws: ArchiveError.removedRun(place: removed, person: "Ann", reason: "A name was in it.")) {
                try CrashTests.remove(desk)
            }
        }
        #expect(try desk.archive.verify() == [])
        #expect(try desk.contents() == CrashTests.undisturbed { try CrashTests.remove($0) })
    }

    /// An archive whose publication was stopped when its line stood in the log, and the length of the log before it.
    private func stopped() throws -> (desk: Desk, log: [UInt8], before: Int) {
        var desk = Desk()
        try CrashTests.begin(desk)
        let before = try desk.text("log.jsonl").utf8.count
        desk.checkpoint = { if $0 == .logged { throw Unexpected() } }
        #expect(throws: ArchiveError.self) { try CrashTests.publish(desk) }
        desk.checkpoint = { _ in }
        return (desk, Array(try desk.text("log.jsonl").utf8), before)
    }

    @Test("A line that was cut off anywhere while it was written is mended")
    func torn() throws {
        let (desk, log, before) = try stopped()
        defer { desk.remove() }
        let note = try desk.text(".publishing")
        let head = try desk.text("HEAD")
        let expected = try CrashTests.undisturbed { _ = try CrashTests.publish($0) }
        for length in stride(from: before, to: log.count, by: 37) {
            try Data(log[..<length]).write(to: desk.folder.appendingPathComponent("log.jsonl"))
            try desk.write(note, ".publishing")
            try desk.write(head, "HEAD")
            #expect(try desk.archive.recover() == .completed(try place("2026/W01/weekly/r2")))
            #expect(try desk.contents() == expected)
        }
    }

    @Test("A line that nobody was writing is never cut")
    func strangeTail() throws {
        let (desk, log, before) = try stopped()
        defer { desk.remove() }
        let name = desk.folder.appendingPathComponent("log.jsonl")
        for tail in [Array("{\"as_of\":\"1999".utf8), Array(log[before...].dropLast()) + Array(" ".utf8)] {
            try Data(log[..<before] + tail).write(to: name)
            let error = #expect(throws: ArchiveError.self) { try desk.archive.recover() }
            #expect(error == .tornLog(path: desk.path("log.jsonl"), line: 4))
            #expect(try Data(contentsOf: name) == Data(log[..<before] + tail))
        }
        try FileManager.default.removeItem(atPath: desk.path(".publishing"))
        try Data(log.dropLast()).write(to: name)
        let error = #expect(throws: ArchiveError.self) { try CrashTests.publish(desk) }
        #expect(
            error?.description
                == "\(desk.path("log.jsonl")):4: the line is cut off and no interrupted publication explains it; nothing was written; compare with a backup and remove the rest of the line"
        )
    }

    @Test("What an interrupted publication left is adopted only where it fits the log")
    func strangeRemnant() throws {
        let (desk, log, before) = try stopped()
        defer { desk.remove() }
        let name = desk.folder.appendingPathComponent("log.jsonl")
        let note = try desk.text(".publishing")
        func detail() -> String? {
            var detail: String?
            #expect {
                try desk.archive.recover()
            } throws: { error in
                if case ArchiveError.strangeRemnant(_, let text) = error { detail = text }
                return true
            }
            return detail
        }
        try desk.write("half a line", ".publishing")
        #expect(detail() == "it is no line of a log")
        try desk.write(note, ".publishing")
        try Data(log[..<before].dropLast(500)).write(to: name)
        #expect(detail() == "its line 4 does not follow line 2 of the log")
        try Data(log[..<before]).write(to: name)
        try desk.write("{}", "2026/W01/weekly/r2/manifest.json")
        #expect(detail() == "another run stands at 2026/W01/weekly/r2")
        let other = String(decoding: log[before...], as: UTF8.self).replacingOccurrences(of: "late", with: "soon")
        try Data(log[..<before] + Array(other.utf8)).write(to: name)
        #expect(detail() == "line 4 of the log is another")
    }

    @Test("A note from a copy that was made while a report was published does no harm")
    func oldNote() throws {
        let (desk, _, _) = try stopped()
        defer { desk.remove() }
        let note = try desk.text(".publishing")
        #expect(try desk.archive.recover() == .completed(try place("2026/W01/weekly/r2")))
        try desk.publish(Desk.draft("2026-01-05"))
        let before = try desk.contents()
        try desk.write(note, ".publishing")
        #expect(try desk.archive.recover() == .completed(try place("2026/W01/weekly/r2")))
        #expect(try desk.contents() == before)
    }

    @Test("Interrupted work shows in a verification and in nothing that reads")
    func seen() throws {
        let (desk, _, before) = try stopped()
        defer { desk.remove() }
        #expect(
            try desk.archive.verify().map(\.description) == [
                "head behind the log: HEAD: it names line 3, and the log is at line 4: the work was interrupted, and the next run completes it",
                "unfinished work: 2026/W01/weekly/r2: its publication or removal was interrupted, or is going on; the next run brings it into order",
            ])
        let log = try Data(contentsOf: URL(fileURLWithPath: desk.path("log.jsonl")))
        try Data(log.prefix(before + 100)).write(to: URL(fileURLWithPath: desk.path("log.jsonl")))
        #expect(try desk.archive.verify().map(\.kind) == [.unfinished])
        #expect(try desk.archive.history().runs.count == 3)
        #expect(try desk.archive.head()?.witness.size == 3)
        try FileManager.default.createDirectory(
            atPath: desk.path(".staging-2026-01-05-daily-r1"), withIntermediateDirectories: true)
        #expect(try desk.archive.verify().map(\.place) == ["2026/W01/weekly/r2", ".staging-2026-01-05-daily-r1"])
    }

    @Test("Nothing is there to recover where nothing was")
    func nothing() throws {
        let desk = Desk()
        #expect(try desk.archive.recover() == .nothing)
        #expect(!FileManager.default.fileExists(atPath: desk.folder.path))
    }
}
