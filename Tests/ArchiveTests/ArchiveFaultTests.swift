@testable import Archive
import Dates
import Digests
import Foundation
import Testing

@Suite("What a verification says")
struct ArchiveFaultTests {
    /// Three runs, a correction among them.
    private static func desk() throws -> Desk {
        var desk = Desk()
        desk.sessions = ["2026-01-02"].compactMap { Day($0) }
        try desk.publish(Desk.draft("2026-01-02"))
        try desk.publish(Desk.draft("2026-W01", kind: "weekly"))
        try desk.publish(Desk.draft("2026-W01", kind: "weekly", input: "b", reason: "A fill came late."))
        return desk
    }

    private static let daily = "2026/01-02/daily/r1"

    private func said(_ desk: Desk) throws -> [String] { try desk.archive.verify().map(\.description) }

    /// The beginning of a file's digest, as messages show it.
    private func digest(_ desk: Desk, _ name: String) throws -> Substring {
        SHA256.digest(of: try desk.text(name)).prefix(12)
    }

    @Test(
        "Of HEAD it is said what it is, what it names and where the log is",
        arguments: [
            ("HEAD\n", "strange head: HEAD: it is not the three lines of origin, size and digest"),
            (String(repeating: "x", count: 5000), "strange head: HEAD: it has more than three lines can have"),
            (
                "\(Desk.origin)\n2\n\(SHA256.digest(of: "another"))\n",
                "strange head: HEAD: the line 2 that it names is not the one in the log"
            ),
            (
                "\(Desk.origin)\n3\n\(SHA256.digest(of: "another"))\n",
                "broken link: log.jsonl:3: line 3 is not the one that HEAD names: it or HEAD was edited"
            ),
            (
                "\(Desk.origin)\n5\n\(SHA256.digest(of: "another"))\n",
                "missing line: log.jsonl:4: lines 4 to 5 are gone; restore the log from a backup"
            ),
        ])
    func head(text: String, fault: String) throws {
        let desk = try Self.desk()
        defer { desk.remove() }
        try desk.write(text, "HEAD")
        #expect(try said(desk) == [fault])
    }

    @Test(
        "A HEAD that is gone, that is none, that is another archive's or an old one is told apart from one left by a crash"
    )
    func otherHeads() throws {
        let desk = try Self.desk()
        defer { desk.remove() }
        let (lines, head) = (try desk.log(), try desk.text("HEAD"))
        try FileManager.default.removeItem(atPath: desk.path("HEAD"))
        #expect(try said(desk) == ["strange head: HEAD: it is gone; the log is at line 3"])
        try FileManager.default.createDirectory(atPath: desk.path("HEAD"), withIntermediateDirectories: false)
        #expect(try said(desk) == ["strange head: HEAD: it is a folder, and no file"])
        try FileManager.default.removeItem(atPath: desk.path("HEAD"))
        try desk.write(head.replacingOccurrences(of: Desk.origin, with: "another.example"), "HEAD")
        #expect(
            try said(desk).first
                == "strange head: HEAD: its origin 'another.example' is not the one that the log begins with")
        try desk.write("\(Desk.origin)\n2\n\(SHA256.digest(of: lines[1]))\n", "HEAD")
        #expect(
            try said(desk) == [
                "old head: HEAD: it names line 2, and the log is at line 3: an old one was put back; hold both against a "
                    + "head from a mail"
            ])
        try desk.write(lines[2] + "\n", ".publishing")
        #expect(
            try said(desk) == [
                "head behind the log: HEAD: it names line 2, and the log is at line 3: the work was interrupted, and the "
                    + "next run completes it",
                "unfinished work: 2026/W01/weekly/r2: its publication or removal was interrupted, or is going on; the next "
                    + "run brings it into order",
            ])
    }

    @Test("Of a line of the log it is said whether it was edited, is gone, is cut off or stands in another's place")
    func lines() throws {
        let desk = try Self.desk()
        defer { desk.remove() }
        let lines = try desk.log()
        try desk.write(log: [lines[0].replacingOccurrences(of: "T21", with: "T22"), lines[1], lines[2]])
        #expect(
            try said(desk) == ["broken link: log.jsonl:1: line 1 was edited: line 2 is bound to another"])
        try desk.write(log: [lines[0], lines[2]])
        #expect(
            try said(desk).first == "missing line: log.jsonl:2: line 2 is gone; restore the log from a backup")
        try desk.write(log: [lines[0], lines[2], lines[1]])
        #expect(try said(desk) == ["lines out of order: log.jsonl:3: line 2 stands after line 3"])
        try desk.write(lines.joined(separator: "\n") + "\n{\"as_of\"", "log.jsonl")
        #expect(
            try said(desk) == [
                "torn tail: log.jsonl:4: the line is cut off; compare with a backup and remove the rest of the line"
            ])
    }

    @Test("Of a run's folder it is said that it is gone, and what stands there instead")
    func folders() throws {
        let desk = try Self.desk()
        defer { desk.remove() }
        try FileManager.default.removeItem(atPath: desk.path(Self.daily))
        #expect(
            try said(desk) == [
                "missing run: \(Self.daily): the log has it in line 1; restore the folder from a backup"
            ])
        try desk.write("", Self.daily)
        #expect(
            try said(desk) == [
                "missing run: \(Self.daily): the log has it in line 1; a file stands in its place; restore the folder from "
                    + "a backup"
            ])
    }

    @Test("Of a run's file it is said what it was and what it is")
    func files() throws {
        let desk = try Self.desk()
        defer { desk.remove() }
        let (name, files) = ("\(Self.daily)/report.md", FileManager.default)
        let (text, old) = (try desk.text(name), try digest(desk, name))
        try desk.write(text.uppercased(), name)
        #expect(
            try said(desk) == [
                "changed file: \(name): its digest was \(old)… and is \(try digest(desk, name))…; restore it from a backup"
            ])
        try desk.write(text + "more\n", name)
        #expect(
            try said(desk) == [
                "changed file: \(name): it had \(text.utf8.count) bytes and has \(text.utf8.count + 5); restore it from a "
                    + "backup"
            ])
        try files.removeItem(atPath: desk.path(name))
        #expect(
            try said(desk) == ["missing file: \(name): the manifest lists it; restore it from a backup"])
        try files.createSymbolicLink(atPath: desk.path(name), withDestinationPath: desk.path("HEAD"))
        #expect(
            try said(desk) == ["changed file: \(name): it is no file any more, but a symbolic link"])
        try files.removeItem(atPath: desk.path(name))
        try desk.write(text, name)
        try desk.write("", "\(Self.daily)/notes.txt")
        #expect(try said(desk) == ["extra file: \(Self.daily)/notes.txt: the manifest does not list it"])
    }

    @Test("Of a manifest it is said what the log names, since nothing can be said of the files without it")
    func manifests() throws {
        let desk = try Self.desk()
        defer { desk.remove() }
        let (name, files) = ("\(Self.daily)/manifest.json", FileManager.default)
        let old = try digest(desk, name)
        try desk.write(try desk.text(name) + "\n", name)
        #expect(
            try said(desk) == [
                "changed manifest: \(name): line 1 of the log names \(old)…, and it has \(try digest(desk, name))…; the "
                    + "run's files cannot be verified until it is restored"
            ])
        #expect(truncate(desk.path(name), off_t(Archive.manifestBound) + 1) == 0)
        #expect(
            try said(desk) == [
                "changed manifest: \(name): it has more than 16777216 bytes; the run's files cannot be verified until it "
                    + "is restored"
            ])
        try files.removeItem(atPath: desk.path(name))
        #expect(
            try said(desk) == [
                "missing file: \(name): every run has one; the run's files cannot be verified without it"
            ])
        try files.createDirectory(atPath: desk.path(name), withIntermediateDirectories: false)
        #expect(
            try said(desk) == [
                "missing file: \(name): a folder stands in its place; the run's files cannot be verified without it"
            ])
    }

    @Test("Of what no run wrote it is said why it should not be there")
    func strays() throws {
        let desk = try Self.desk()
        defer { desk.remove() }
        let files = FileManager.default
        try files.createDirectory(atPath: desk.path("2026/W01/weekly/r3"), withIntermediateDirectories: true)
        try desk.write("", "2026/notes.txt")
        try desk.write("", "2026/.index.html.new")
        try files.createDirectory(atPath: desk.path(".staging-2026-W01-weekly-r3"), withIntermediateDirectories: true)
        #expect(
            try said(desk).sorted() == [
                "extra file: 2026/W01/weekly/r3: the log does not have it",
                "extra file: 2026/notes.txt: it is a file, and none of the archive's",
                "unfinished work: .staging-2026-W01-weekly-r3: its publication was interrupted, or is going on; the next "
                    + "run removes it",
                "unfinished work: 2026/.index.html.new: its writing was interrupted, or is going on; the next run removes "
                    + "it",
            ])
    }

    @Test("Of a run that was removed it is said that its folder came back")
    func removed() throws {
        let desk = try Self.desk()
        defer { desk.remove() }
        try desk.archive.remove(
            try place(Self.daily), person: "Ada", reason: "a name", at: .init(secondsSince1970: 0))
        #expect(try said(desk) == [])
        try FileManager.default.createDirectory(atPath: desk.path(Self.daily), withIntermediateDirectories: true)
        #expect(
            try said(desk) == ["extra file: \(Self.daily): line 4 of the log says that it was removed"])
    }

    @Test("Of an index page it is said how it is restored")
    func index() throws {
        let desk = try Self.desk()
        defer { desk.remove() }
        try desk.write("", "index.html")
        try FileManager.default.removeItem(atPath: desk.path("2026/index.html"))
        mkfifo(desk.path("2026/index.html"), 0o644)
        #expect(
            try said(desk) == [
                "changed index: 2026/index.html: it is a pipe, and no file; take it away and rebuild the index",
                "changed index: index.html: it is not what the log gives; rebuild the index to restore it",
            ])
    }

    @Test("Of what stands in the way of every publication it is said so")
    func obstacles() throws {
        let desk = try Self.desk()
        defer { desk.remove() }
        let blocks = "and nothing can be published until it is moved elsewhere"
        try desk.write("a line", ".publishing")
        #expect(try said(desk) == ["extra file: .publishing: it is no line of a log, \(blocks)"])
        try FileManager.default.removeItem(atPath: desk.path(".publishing"))
        try FileManager.default.createDirectory(atPath: desk.path(".publishing"), withIntermediateDirectories: false)
        #expect(try said(desk) == ["extra file: .publishing: it is a folder, \(blocks)"])
        try FileManager.default.removeItem(atPath: desk.path(".publishing"))
        try FileManager.default.createSymbolicLink(
            atPath: desk.path(".lock"), withDestinationPath: desk.path("elsewhere"))
        #expect(try said(desk) == ["extra file: .lock: it is a symbolic link, \(blocks)"])
    }
}
