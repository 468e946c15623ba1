@testable import Archive
import Dates
import Foundation
import Testing

@Suite struct RemovalTests {
    private let desk = Desk()
    private let time = Instant(secondsSince1970: 1_785_542_400)  // 2026-08-01T00:00:00Z

    private func remove(_ path: String, person: String = "Ann Example", reason: String = "A name was in it.") throws {
        try desk.archive.remove(try place(path), person: person, reason: reason, at: time)
    }

    @Test("The folder goes, the line stays, and another says who, when and why")
    func tombstone() throws {
        defer { desk.remove() }
        try desk.publish(Desk.draft("2026-07-30"))
        try desk.publish(Desk.draft("2026-07-31"))
        let lines = try desk.log()
        try remove("2026/07-30/daily/r1")
        #expect(try desk.names("2026") == ["07-31", "index.html"])
        #expect(try desk.log().dropLast() == lines)
        let removal = try #require(try desk.archive.history().removals.first)
        #expect(removal.sequence == 3 && removal.time == time && removal.person == "Ann Example")
        #expect(removal.reason == "A name was in it.")
        #expect(try desk.archive.verify() == [])
        let run = try desk.archive.history().runs[0]
        #expect(try desk.archive.history().state(of: run) == .removed(removal))
        #expect(try desk.archive.history().current(kind: "daily", period: run.place.period) == nil)
        #expect(throws: ArchiveError.removedRun(place: run.place, person: "Ann Example", reason: "A name was in it.")) {
            try desk.archive.manifest(of: run)
        }
    }

    @Test("What was removed is not made anew in silence: the next run has the next number and a reason")
    func again() throws {
        defer { desk.remove() }
        try desk.publish(Desk.draft("2026-07-31"))
        try remove("2026/07-31/daily/r1")
        #expect(throws: ArchiveError.noReason(report: "2026-07-31 daily", standing: try place("2026/07-31/daily/r1"))) {
            try desk.publish(Desk.draft("2026-07-31"))
        }
        let run = try desk.publish(Desk.draft("2026-07-31", reason: "Without the name.")).run
        #expect(run.place.path == "2026/07-31/daily/r2")
        #expect(run.supersedes == nil)
        #expect(try desk.archive.verify() == [])
    }

    @Test("With a correction removed the run that it corrected counts again")
    func correction() throws {
        defer { desk.remove() }
        try desk.publish(Desk.draft("2026-07-31"))
        try desk.publish(Desk.draft("2026-07-31", input: "b", reason: "A fill came late."))
        let first = try desk.archive.history().runs[0]
        #expect(try desk.archive.history().state(of: first) == .superseded(by: try place("2026/07-31/daily/r2")))
        try remove("2026/07-31/daily/r2")
        #expect(try desk.archive.history().state(of: first) == .current)
        #expect(try desk.publish(Desk.draft("2026-07-31")) == .unchanged(first))
    }

    @Test("A removed run whose folder came back is an extra one")
    func back() throws {
        defer { desk.remove() }
        try desk.publish(Desk.draft("2026-07-31"))
        try FileManager.default.copyItem(atPath: desk.path("2026/07-31"), toPath: desk.path("copy"))
        try remove("2026/07-31/daily/r1")
        try FileManager.default.moveItem(atPath: desk.path("copy"), toPath: desk.path("2026/07-31"))
        #expect(
            try desk.archive.verify().map(\.description)
                == ["extra file: 2026/07-31/daily/r1: line 2 of the log says that it was removed"])
    }

    @Test("A removal names a run that stands, a person and a reason")
    func refused() throws {
        defer { desk.remove() }
        try desk.publish(Desk.draft("2026-07-31"))
        let before = try desk.contents()
        #expect(throws: ArchiveError.unknownRun(name: "2026-07-31-daily-r2", nearest: "2026-07-31-daily-r1")) {
            try remove("2026/07-31/daily/r2")
        }
        for (person, reason, label) in [("", "x", "person"), ("Ann", " ", "reason")] {
            let error = #expect(throws: ArchiveError.self) {
                try remove("2026/07-31/daily/r1", person: person, reason: reason)
            }
            #expect(
                error?.description
                    == "removal of 2026/07-31/daily/r1: cannot be published: the \(label) is empty")
        }
        #expect(try desk.contents() == before)
    }
}
