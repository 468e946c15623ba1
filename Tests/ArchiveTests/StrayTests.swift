@testable import Archive
import Dates
import Digests
import Foundation
import Testing

/// What lies in the archive that no run wrote is named, whatever its name and however deep; and what is there and cannot be seen is
/// not taken for lost.
@Suite("What no run wrote") struct StrayTests {
    static func desk() throws -> Desk {
        let desk = Desk()
        try desk.publish(Desk.draft("2026-01-02"))
        try desk.publish(Desk.draft("2026-01-05"))
        return desk
    }

    private func faults(_ desk: Desk) throws -> [String] { try desk.archive.verify().map(\.description) }

    /// Makes a file or folder by the bytes of its name.
    private func make(_ desk: Desk, _ path: String, _ name: [UInt8], folder: Bool = false) {
        let path = Array("\(desk.path(path))/".utf8) + name + [0]
        path.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { path in
                guard let path = path.baseAddress else { return }
                if folder { mkdir(path, 0o755) } else { close(open(path, O_CREAT | O_WRONLY, 0o644)) }
            }
        }
    }

    @Test("A name that is no text hides nothing: its bytes are shown")
    func bytes() throws {
        let desk = try Self.desk()
        defer { desk.remove() }
        let run = "2026/01-02/daily/r1"
        make(desk, run, Array("evil".utf8) + [0xFF] + Array(".html".utf8))
        make(desk, "\(run)/charts", [0xFE], folder: true)
        make(desk, "2026", [0xFD], folder: true)
        make(desk, "2026/01-05", [0xC3, 0x28])
        #expect(
            try faults(desk) == [
                "extra file: \(run)/charts/\\xFE: the manifest does not list it",
                "extra file: \(run)/evil\\xFF.html: the manifest does not list it",
                "extra file: 2026/01-05/\\xC3(: it is a file, and none of the archive's",
                "extra file: 2026/\\xFD: it is a folder, and none of the archive's",
            ])
    }

    @Test("A run goes with all that lies in it, and so does what an interrupted publication left")
    func removal() throws {
        let desk = try Self.desk()
        defer { desk.remove() }
        let run = "2026/01-02/daily/r1"
        make(desk, run, [0xFF], folder: true)
        try FileManager.default.createDirectory(
            atPath: desk.path(".staging-2026-01-06-daily-r1"), withIntermediateDirectories: true)
        make(desk, ".staging-2026-01-06-daily-r1", [0xFF])
        _ = try desk.archive.recover()
        try desk.archive.remove(
            try place("2026-01-02-daily-r1"), person: "Ada", reason: "a name", at: .init(secondsSince1970: 0))
        #expect(try faults(desk) == [])
        #expect(!FileManager.default.fileExists(atPath: desk.path(run)))
    }

    @Test("Folders without end, and empty ones, are named")
    func deep() throws {
        let desk = try Self.desk()
        defer { desk.remove() }
        let run = "2026/01-02/daily/r1"
        let nested = Array(repeating: "d", count: 300).joined(separator: "/")
        try FileManager.default.createDirectory(
            atPath: desk.path("\(run)/\(nested)"), withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: desk.path("\(run)/empty"), withIntermediateDirectories: false)
        #expect(
            try faults(desk) == [
                "extra file: \(run)/d/d/d/d/d/d/d/d/d: the manifest does not list it",
                "extra file: \(run)/empty: the manifest does not list it",
            ])
        try desk.archive.remove(
            try place("2026-01-02-daily-r1"), person: "Ada", reason: "a name", at: .init(secondsSince1970: 0))
        #expect(try faults(desk) == [])
    }

    @Test("A name cannot forge a line of the answer, nor colour it")
    func escapes() throws {
        let desk = try Self.desk()
        defer { desk.remove() }
        make(desk, "2026/01-02/daily/r1", Array("\u{1B}[31mred\n✓ whole".utf8))
        #expect(
            try faults(desk) == [
                "extra file: 2026/01-02/daily/r1/\\u{1B}[31mred\\n✓ whole: the manifest does not list it"
            ])
    }

    @Test(
        "What keeps every publication from its work is named",
        arguments: [
            (".publishing", "text", "it is no line of a log"), (".publishing", "folder", "it is a folder"),
            (".publishing", "link", "it is a symbolic link"),
            (".publishing", "line", "its line 1 does not follow the log's last"),
            (".lock", "folder", "it is a folder"), (".lock", "link", "it is a symbolic link"),
        ])
    func obstacles(name: String, form: String, words: String) throws {
        let desk = try Self.desk()
        defer { desk.remove() }
        try? FileManager.default.removeItem(atPath: desk.path(name))
        switch form {
        case "text": try desk.write("garbage", name)
        case "line": try desk.write(try desk.log()[0].replacing("All quiet", with: "All loud") + "\n", name)
        case "folder":
            try FileManager.default.createDirectory(atPath: desk.path(name), withIntermediateDirectories: false)
        default:
            try FileManager.default.createSymbolicLink(atPath: desk.path(name), withDestinationPath: desk.path("HEAD"))
        }
        let named = try faults(desk).filter { $0.hasPrefix("extra file: \(name):") }
        #expect(
            named == ["extra file: \(name): \(words), and nothing can be published until it is moved elsewhere"])
        #expect(throws: (any Error).self) { try desk.publish(Desk.draft("2026-01-06")) }
    }

    @Test("A log that is gone is no archive that never was: nobody begins another in its place")
    func lostLog() throws {
        let desk = try Self.desk()
        defer { desk.remove() }
        try FileManager.default.removeItem(atPath: desk.path("log.jsonl"))
        let lost = ArchiveError.lostLog(path: desk.path("log.jsonl"), trace: "HEAD")
        #expect(throws: lost) { try desk.archive.verify() }
        #expect(throws: lost) { try desk.archive.history() }
        #expect(throws: lost) { try desk.publish(Desk.draft("2026-01-06")) }
        try FileManager.default.removeItem(atPath: desk.path("HEAD"))
        let error = #expect(throws: ArchiveError.self) { try desk.publish(Desk.draft("2026-01-06")) }
        #expect(
            error?.description
                == "\(desk.path("log.jsonl")): is gone, though 2026/01-02/daily/r1 stands beside it; nothing was written; restore the log from a backup"
        )
    }

    @Test("What may not be seen is not said to be lost")
    func permissions() async {
        // In a process of its own, which gives up root's eyes where it has them.
        await #expect(processExitsWith: .success) {
            let desk = try StrayTests.desk()
            if geteuid() == 0 { try #require(seteuid(65_534) == 0) }
            for folder in ["2026", "2026/01-02", "2026/01-02/daily/r1"] {
                if getuid() == 0 { try #require(seteuid(0) == 0) }
                chmod(desk.path(folder), 0)
                if getuid() == 0 { try #require(seteuid(65_534) == 0) }
                let faults = try desk.archive.verify()
                try #require(!faults.isEmpty && faults.allSatisfy { $0.kind == .unreadable })
                try #require(
                    faults[0].message == "Permission denied; check the permissions of the file and its folder")
                if getuid() == 0 { try #require(seteuid(0) == 0) }
                chmod(desk.path(folder), 0o755)
            }
            desk.remove()
        }
    }

    @Test("HEAD is three lines: of a larger file nothing is read")
    func largeHead() throws {
        let desk = try Self.desk()
        defer { desk.remove() }
        truncate(desk.path("HEAD"), 1 << 30)
        #expect(try faults(desk) == ["strange head: HEAD: it has more than three lines can have"])
        truncate(desk.path("2026/01-02/daily/r1/manifest.json"), 1 << 30)
        truncate(desk.path("2026/01-02/daily/r1/report.md"), 1 << 30)
        #expect(
            try faults(desk).dropFirst() == [
                "changed manifest: 2026/01-02/daily/r1/manifest.json: it has more than 16777216 bytes; the run's files cannot be verified until it is restored"
            ])
        truncate(desk.path("2026/01-05/daily/r1/report.md"), 1 << 30)
        #expect(try faults(desk).last?.contains("bytes and has 1073741824; restore it") == true)
    }
}
