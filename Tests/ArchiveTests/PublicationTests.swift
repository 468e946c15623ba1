@testable import Archive
import Dates
import Digests
import Foundation
import Input
import Testing

@Suite struct PublicationTests {
    private let desk = Desk()

    @Test("A report stands at year, period, kind and revision, with log, head and index, and nothing else")
    func layout() throws {
        defer { desk.remove() }
        let publication = try desk.publish(Desk.draft("2026-W31", kind: "weekly"))
        guard case .published(let run) = publication else { throw Unexpected() }
        #expect(run.place.path == "2026/W31/weekly/r1")
        #expect(try desk.names() == ["2026", "HEAD", "index.html", "log.jsonl"])
        #expect(try desk.names("2026") == ["W31", "index.html"])
        #expect(
            try desk.names("2026/W31/weekly/r1")
                == ["cells.json", "charts", "index.html", "manifest.json", "report.md", "report.xlsx"])
        #expect(try desk.archive.verify() == [])
        try desk.publish(Desk.draft("2026-07-31"))
        #expect(try desk.names("2026/07-31/daily") == ["r1"])
        #expect(try desk.archive.verify() == [])
    }

    @Test("The manifest says what the report was made from, and binds every file")
    func manifest() throws {
        defer { desk.remove() }
        let draft = Desk.draft("2026-W31", kind: "weekly", warnings: ["A mark is missing."])
        try desk.publish(Desk.draft("2026-W30", kind: "weekly"))
        let run = try desk.publish(draft).run
        let manifest = try desk.archive.manifest(of: run)
        #expect(manifest.place == run.place)
        #expect(manifest.asOf == Day("2026-07-31"))
        #expect(manifest.inputID == draft.inputID)
        #expect(manifest.inputs == draft.inputs)
        #expect(manifest.warnings == ["A mark is missing."] && run.warnings == 1)
        #expect(manifest.previous?.place.path == "2026/W30/weekly/r1")
        #expect(manifest.previous?.sha256 == (try desk.archive.history().runs.first?.manifest))
        #expect(manifest.volatile.finished.iso == "2026-07-31T21:00:00Z")
        #expect(
            manifest.outputs.map(\.name) == [
                "cells.json", "charts/equity.svg", "index.html", "report.md", "report.xlsx",
            ])
        for output in manifest.outputs {
            let path = desk.path("2026/W31/weekly/r1/\(output.name)")
            #expect(try SHA256.digest(ofFile: path) == output.sha256)
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count == output.bytes)
        }
        #expect(try SHA256.digest(ofFile: desk.path("2026/W31/weekly/r1/manifest.json")) == run.manifest)
    }

    @Test("A re-run from the same inputs adds nothing and writes no file")
    func unchanged() throws {
        defer { desk.remove() }
        let draft = Desk.draft("2026-07-31")
        let first = try desk.publish(draft).run
        let before = try desk.contents()
        var again = draft
        again.started = again.started.adding(seconds: 86_400)
        again.host = "elsewhere"
        let second = try desk.archive.publish(again, clock: { again.started }) { _, _ in throw Unexpected() }
        #expect(second == .unchanged(first))
        #expect(try desk.contents() == before)
    }

    @Test("A correction is the next revision: it names what it corrects and why, and leaves that untouched")
    func revision() throws {
        defer { desk.remove() }
        try desk.publish(Desk.draft("2026-W31", kind: "weekly"))
        let first = try desk.contents().filter { $0.key.hasPrefix("2026/W31/weekly/r1") }
        let corrected = Desk.draft("2026-W31", kind: "weekly", input: "b", reason: "A fill came late.")
        let run = try desk.publish(corrected).run
        #expect(run.place.path == "2026/W31/weekly/r2")
        #expect(run.supersedes == (try place("2026/W31/weekly/r1")))
        #expect(run.reason == "A fill came late.")
        let manifest = try desk.archive.manifest(of: run)
        #expect(manifest.supersedes?.place == run.supersedes)
        #expect(manifest.supersedes?.sha256 == (try desk.archive.history().runs.first?.manifest))
        #expect(manifest.reason == "A fill came late.")
        #expect(try desk.contents().filter { $0.key.hasPrefix("2026/W31/weekly/r1") } == first)
        #expect(try desk.archive.verify() == [])
        // Back to the first inputs is another correction, not the first run again.
        let third = try desk.publish(Desk.draft("2026-W31", kind: "weekly", reason: "The late fill was none.")).run
        #expect(third.place.revision == 3)
    }

    @Test("Without a reason there is no correction")
    func reason() throws {
        defer { desk.remove() }
        try desk.publish(Desk.draft("2026-W31", kind: "weekly"))
        let before = try desk.contents()
        let error = #expect(throws: ArchiveError.self) {
            try desk.publish(Desk.draft("2026-W31", kind: "weekly", input: "b"))
        }
        #expect(
            error?.description
                == "2026-W31 weekly: was published before, as 2026/W31/weekly/r1, from other inputs; say why it is made anew, and it becomes the next revision"
        )
        #expect(try desk.contents() == before)
    }

    @Test("The slot says beforehand where a report will stand and what it will stand beside")
    func slot() throws {
        defer { desk.remove() }
        #expect(try desk.archive.slot(for: Desk.draft("2026-W31", kind: "weekly")).place.revision == 1)
        try desk.publish(Desk.draft("2026-W30", kind: "weekly"))
        try desk.publish(Desk.draft("2026-W31", kind: "weekly"))
        try desk.publish(Desk.draft("2026-W32", kind: "weekly"))
        let slot = try desk.archive.slot(for: Desk.draft("2026-W31", kind: "weekly", input: "b"))
        #expect(slot.place.path == "2026/W31/weekly/r2")
        #expect(slot.supersedes?.place.path == "2026/W31/weekly/r1")
        #expect(slot.previous?.place.path == "2026/W30/weekly/r1")
    }

    @Test("What a report writes wrongly is refused and leaves nothing behind")
    func outputs() throws {
        defer { desk.remove() }
        try desk.publish(Desk.draft("2026-07-30"))
        let before = try desk.contents()
        let writers: [(String, (URL) throws -> Void)] = [
            ("the report wrote no file", { _ in }),
            (
                "the archive itself writes the manifest",
                { try Data().write(to: $0.appendingPathComponent("manifest.json")) }
            ),
            (
                "it is a symbolic link, and no file",
                {
                    try FileManager.default.createSymbolicLink(
                        at: $0.appendingPathComponent("link"), withDestinationURL: URL(fileURLWithPath: "/etc/passwd"))
                }
            ),
        ]
        for (rule, write) in writers {
            let error = #expect(throws: ArchiveError.self) {
                try desk.archive.publish(Desk.draft("2026-07-31"), clock: { Instant(secondsSince1970: 0) }) {
                    folder, _ in
                    try write(folder)
                }
            }
            #expect(error?.description.contains(rule) == true)
        }
        #expect(throws: Unexpected.self) {
            try desk.archive.publish(Desk.draft("2026-07-31"), clock: { Instant(secondsSince1970: 0) }) { folder, _ in
                try Data("half".utf8).write(to: folder.appendingPathComponent("report.md"))
                throw Unexpected()
            }
        }
        #expect(try desk.contents() == before)
        #expect(try desk.archive.verify() == [])
    }

    @Test("Two writers do not meet")
    func locked() throws {
        defer { desk.remove() }
        let desk = desk
        try desk.archive.publish(Desk.draft("2026-07-30"), clock: { Instant(secondsSince1970: 0) }) { folder, slot in
            #expect(throws: FileLock.Refusal.taken(path: desk.path(".lock"), process: getpid())) {
                try desk.publish(Desk.draft("2026-07-31"))
            }
            try Desk.write(Desk.draft("2026-07-30"), slot, to: folder)
        }
        #expect(try desk.archive.history().runs.map(\.place.path) == ["2026/07-30/daily/r1"])
    }

    @Test("A clock that was set back changes the time of a line and not the order of history")
    func clock() throws {
        defer { desk.remove() }
        try desk.publish(Desk.draft("2026-07-30"))
        let early = Instant(secondsSince1970: 1_000_000_000)
        let draft = Desk.draft("2026-07-31")
        try desk.archive.publish(draft, clock: { early }) { try Desk.write(draft, $1, to: $0) }
        let runs = try desk.archive.history().runs
        #expect(runs.map(\.sequence) == [1, 2] && runs[1].time == early)
        #expect(try desk.archive.history().previous(kind: "daily", before: draft.period) == runs[0])
        #expect(try desk.archive.verify() == [])
    }

    @Test("An archive belongs to one origin")
    func origin() throws {
        defer { desk.remove() }
        try desk.publish(Desk.draft("2026-07-30"))
        let foreign = Archive(root: desk.folder, origin: "thetadesk.example/other")
        let error = #expect(throws: ArchiveError.self) {
            try foreign.publish(Desk.draft("2026-07-31"), clock: { Instant(secondsSince1970: 0) }) { _, _ in }
        }
        #expect(error?.description.contains("says origin 'thetadesk.example/test'") == true)
        for origin in ["", "two\nlines"] {
            let error = #expect(throws: ArchiveError.self) {
                try Archive(root: desk.folder, origin: origin).rebuildIndex()
            }
            #expect(error?.description.contains("origin must be one line") == true)
        }
    }

    @Test("The first line is bound to the origin, each other to the one before, and HEAD to the last")
    func chain() throws {
        defer { desk.remove() }
        for day in ["2026-07-29", "2026-07-30", "2026-07-31"] { try desk.publish(Desk.draft(day)) }
        let lines = try desk.log()
        let history = try desk.archive.history()
        #expect(history.runs.map(\.sequence) == [1, 2, 3])
        #expect(history.runs[0].previous == SHA256.digest(of: Desk.origin))
        #expect(history.runs[1].previous == SHA256.digest(of: lines[0]))
        #expect(history.runs[2].previous == SHA256.digest(of: lines[1]))
        #expect(try desk.text("HEAD") == "\(Desk.origin)\n3\n\(SHA256.digest(of: lines[2]))\n")
        #expect(try desk.archive.head()?.witness == Witness("3:\(SHA256.digest(of: lines[2]))"))
    }
}

struct Unexpected: Error {
    @Test("Whatever a report's files let others do, those of the archive let them read")
    func modes() throws {
        let desk = Desk()
        defer { desk.remove() }
        try desk.archive.publish(Desk.draft("2026-07-31"), clock: { Instant(secondsSince1970: 0) }) { folder, _ in
            let charts = folder.appendingPathComponent("charts")
            mkdir(charts.path, 0o755)
            for (name, mode) in [("report.md", 0o666), ("charts/a.svg", 0o777), ("cells.json", 0o600)] {
                let file = folder.appendingPathComponent(name).path
                try Data("x".utf8).write(to: URL(fileURLWithPath: file))
                chmod(file, mode_t(mode))
            }
            chmod(charts.path, 0o777)
        }
        func mode(_ name: String) -> mode_t {
            var status = stat()
            lstat(desk.path("2026/07-31/daily/r1/\(name)"), &status)
            return status.st_mode & 0o777
        }
        #expect(mode("report.md") == 0o644 && mode("charts/a.svg") == 0o644 && mode("cells.json") == 0o600)
        #expect(mode("charts") == 0o755 && mode("manifest.json") == 0o644)
    }
}
