@testable import Archive
import Dates
import Digests
import Foundation
import Testing

/// Lines that fit one another by their digests and yet tell what the archive never writes.
@Suite("What the log tells") struct StoryTests {
    private static func desk() throws -> Desk {
        let desk = Desk()
        try desk.publish(Desk.draft("2026-01-02"))
        try desk.publish(Desk.draft("2026-01-05"))
        try desk.publish(Desk.draft("2026-01-05", input: "b", reason: "A fill came late."))
        return desk
    }

    /// Adds a line with all that binds it, as somebody would who knows the form.
    private func add(_ desk: Desk, _ make: (_ sequence: Int, _ previous: String) throws -> LogRecord) throws {
        let lines = try desk.log()
        let record = try make(lines.count + 1, SHA256.digest(of: lines[lines.count - 1]))
        let line = String(decoding: try record.line(), as: UTF8.self)
        try desk.write(log: lines + [line])
        try desk.write("\(Desk.origin)\n\(lines.count + 1)\n\(SHA256.digest(of: line))\n", "HEAD")
    }

    private func story(_ desk: Desk) throws -> [String] {
        try desk.archive.verify().filter { $0.place.hasPrefix("log.jsonl:") }.map {
            "\($0.kind.rawValue): \($0.message)"
        }
    }

    private func run(
        _ run: Run, _ sequence: Int, _ previous: String, place: Place? = nil, supersedes: Place? = nil,
        files: [String]? = nil
    ) -> LogRecord {
        .run(
            Run(
                sequence: sequence, time: run.time, place: place ?? run.place, asOf: run.asOf, supersedes: supersedes,
                reason: run.reason, inputID: run.inputID, manifest: run.manifest, files: files ?? run.files,
                outcome: run.outcome, warnings: run.warnings, previous: previous))
    }

    private func removal(_ place: Place, _ sequence: Int, _ previous: String) -> LogRecord {
        .removal(
            Removal(
                sequence: sequence, time: Instant(secondsSince1970: 0), place: place, person: "Ada", reason: "a name",
                previous: previous))
    }

    @Test("A run is published once")
    func twice() throws {
        let desk = try Self.desk()
        defer { desk.remove() }
        let first = try desk.archive.history().runs[0]
        try add(desk) { run(first, $0, $1) }
        #expect(try story(desk) == ["contradiction: 2026/01-02/daily/r1 was published in line 1 already"])
    }

    @Test("A revision corrects an earlier one of the same report")
    func supersedes() throws {
        let desk = try Self.desk()
        defer { desk.remove() }
        let last = try desk.archive.history().runs[2]
        for (place, other) in [
            ("2026/01-05/daily/r3", "2026/01-05/daily/r3"), ("2026/01-05/daily/r4", "2026/01-02/daily/r1"),
            ("2026/01-05/daily/r5", "2026/01-05/daily/r9"),
        ] {
            let (place, other) = (Place(place), Place(other))
            try add(desk) { run(last, $0, $1, place: place, supersedes: other) }
        }
        #expect(
            try story(desk) == [
                "contradiction: 2026/01-05/daily/r3 supersedes 2026/01-05/daily/r3, which is no earlier revision of it",
                "contradiction: 2026/01-05/daily/r4 supersedes 2026/01-02/daily/r1, which is no earlier revision of it",
                "contradiction: 2026/01-05/daily/r5 supersedes 2026/01-05/daily/r9, which is no earlier revision of it",
            ])
    }

    @Test("Only what was published is removed, and once; nothing but a report's own files is linked to")
    func removals() throws {
        let desk = try Self.desk()
        defer { desk.remove() }
        let first = try desk.archive.history().runs[0]
        let other = try place("2026-01-06-daily-r1")
        try add(desk) { removal(other, $0, $1) }
        try add(desk) { removal(first.place, $0, $1) }
        try add(desk) { removal(first.place, $0, $1) }
        try add(desk) { run(first, $0, $1, place: Place("2026/01-07/daily/r1"), files: ["../../../etc/passwd"]) }
        #expect(
            try story(desk) == [
                "contradiction: 2026/01-06/daily/r1 is removed, and no line before has it",
                "contradiction: 2026/01-02/daily/r1 was removed in line 5 already",
                "contradiction: 2026/01-07/daily/r1 lists '../../../etc/passwd', which no index links to",
            ])
    }

    @Test(
        "A manifest is in the archive's one form, and names runs that were there before",
        arguments: [
            ("\n  \"volatile\"", "\n  \"extra\" : 1,\n  \"volatile\"", "it is not in the archive's one form"),
            (
                "01-02/daily/r1", "01-03/daily/r1",
                "its previous run 2026/01-03/daily/r1 is none that the log had before it"
            ),
        ])
    func manifests(old: String, new: String, message: String) throws {
        let desk = Desk()
        defer { desk.remove() }
        try desk.publish(Desk.draft("2026-01-02"))
        try desk.publish(Desk.draft("2026-01-05"))
        let name = "2026/01-05/daily/r1/manifest.json"
        let before = try desk.text(name)
        let after = before.replacing(old, with: new)
        #expect(before != after)
        try desk.write(after, name)
        var lines = try desk.log()
        lines[1] = lines[1].replacing(SHA256.digest(of: before), with: SHA256.digest(of: after))
        try desk.write(log: lines)
        try desk.write("\(Desk.origin)\n2\n\(SHA256.digest(of: lines[1]))\n", "HEAD")
        #expect(try desk.archive.verify().map(\.description) == ["contradiction: \(name): \(message)"])
    }

    @Test("Nobody publishes, removes or writes an index on a log that was edited anywhere", arguments: 1...3)
    func broken(number: Int) throws {
        let desk = try Self.desk()
        defer { desk.remove() }
        let lines = try desk.log()
        for edit in [
            { (line: String) in line.replacing("All quiet", with: "FORGED") }, { $0 + " " },
            { $0.replacing("\"seq\":\(number)", with: "\"seq\":9") },
        ] {
            var edited = lines
            edited[number - 1] = edit(edited[number - 1])
            try desk.write(log: edited)
            let before = try desk.contents()
            #expect(throws: ArchiveError.self) { try desk.publish(Desk.draft("2026-01-06")) }
            #expect(throws: ArchiveError.self) { try desk.archive.rebuildIndex() }
            #expect(throws: ArchiveError.self) { try desk.archive.recover() }
            #expect(throws: ArchiveError.self) {
                try desk.archive.remove(
                    try place("2026-01-02-daily-r1"), person: "Ada", reason: "a name", at: .init(secondsSince1970: 0))
            }
            #expect(try desk.contents() == before)
        }
        var swapped = lines
        swapped.swapAt(0, 1)
        try desk.write(log: swapped)
        let error = #expect(throws: ArchiveError.self) { try desk.archive.rebuildIndex() }
        #expect(
            error?.description
                == "\(desk.path("log.jsonl")):1: is not bound to the line before it, so that one of the two was edited, or lines were taken out, moved or put in; nothing was written; report verify says more; restore the log from a backup"
        )
    }
}
