import Archive
import Dates
import Foundation
import Input
import Testing

@Suite("Links and special files in the archive")
struct ForeignFilesTests {
    /// An archive of two nights, with a folder outside of it in which nothing may change.
    private struct Grounds {
        let desk = Desk()
        let outside: URL

        init() throws {
            outside = desk.folder.appendingPathExtension("outside")
            try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
            try desk.publish(Desk.draft("2026-01-02"))
            try desk.publish(Desk.draft("2026-01-05"))
        }

        /// Puts a link to a copy outside in the place of something in the archive.
        func moveOut(_ name: String) throws {
            let target = outside.appendingPathComponent("moved").path
            try FileManager.default.moveItem(atPath: desk.path(name), toPath: target)
            try FileManager.default.createSymbolicLink(atPath: desk.path(name), withDestinationPath: target)
        }

        func elsewhere() throws -> [String: Data] { try Desk(at: outside.path).contents() }

        func remove() {
            desk.remove()
            try? FileManager.default.removeItem(at: outside)
        }
    }

    @Test(
        "A link in the place of a folder or file of the archive is refused by every writer before anything is written",
        arguments: ["2026", "log.jsonl", "HEAD", "index.html"])
    func links(_ name: String) throws {
        let grounds = try Grounds()
        defer { grounds.remove() }
        try grounds.moveOut(name)
        let (before, outside) = (try grounds.desk.contents(), try grounds.elsewhere())
        let refusal = ArchiveError.occupied(path: grounds.desk.path(name), by: "a symbolic link")
        #expect(throws: refusal) { try grounds.desk.publish(Desk.draft("2026-01-06")) }
        #expect(throws: refusal) {
            try grounds.desk.archive.remove(
                try place("2026-01-02-daily-r1"), person: "Ada", reason: "a name", at: .init(secondsSince1970: 0))
        }
        #expect(throws: refusal) { try grounds.desk.archive.recover() }
        #expect(throws: refusal) { try grounds.desk.archive.rebuildIndex() }
        #expect(
            refusal.description
                == "\(grounds.desk.path(name)): is in the way of the archive (a symbolic link) and is left as it is; move it "
                + "elsewhere")
        #expect(try grounds.desk.contents() == before)
        #expect(try grounds.elsewhere() == outside)
    }

    @Test(
        "A link further down is refused by whoever would write or remove through it",
        arguments: ["2026/01-02", "2026/01-02/daily", "2026/01-02/daily/r1"])
    func further(_ name: String) throws {
        let grounds = try Grounds()
        defer { grounds.remove() }
        try grounds.moveOut(name)
        let (before, outside) = (try grounds.desk.contents(), try grounds.elsewhere())
        let refusal = ArchiveError.occupied(path: grounds.desk.path(name), by: "a symbolic link")
        #expect(throws: refusal) {
            try grounds.desk.archive.remove(
                try place("2026-01-02-daily-r1"), person: "Ada", reason: "a name", at: .init(secondsSince1970: 0))
        }
        if !name.hasSuffix("r1") {
            #expect(throws: refusal) {
                try grounds.desk.publish(Desk.draft("2026-01-02", input: "b", reason: "a late fill"))
            }
        }
        #expect(try grounds.desk.contents() == before)
        #expect(try grounds.elsewhere() == outside)
        // Nor is anything read through it.
        let run = try grounds.desk.archive.history().run(named: "2026-01-02-daily-r1")
        let irregular = ArchiveError.irregular(path: grounds.desk.path(name), .link)
        #expect(throws: irregular) { try grounds.desk.archive.manifest(of: run) }
        #expect(
            irregular.description
                == "\(grounds.desk.path(name)): is a symbolic link where a file or folder of the archive should be, and is not "
                + "read; verify the archive and restore it from a backup")
        #expect(try !grounds.desk.archive.verify().isEmpty)
        // The other nights go on.
        try grounds.desk.publish(Desk.draft("2026-01-06"))
    }

    @Test("A lock's file that is a link makes no file where it leads to")
    func lock() throws {
        let grounds = try Grounds()
        defer { grounds.remove() }
        try FileManager.default.createSymbolicLink(
            atPath: grounds.desk.path(".lock"), withDestinationPath: grounds.outside.appendingPathComponent("made").path
        )
        #expect(throws: FileLock.Refusal.occupied(path: grounds.desk.path(".lock"), .link)) {
            try grounds.desk.publish(Desk.draft("2026-01-06"))
        }
        #expect(try grounds.elsewhere().isEmpty)
    }

    @Test("The archive's folder itself may be reached through a link")
    func root() throws {
        let grounds = try Grounds()
        defer { grounds.remove() }
        let link = grounds.outside.appendingPathComponent("reports").path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: grounds.desk.folder.path)
        try Desk(at: link).publish(Desk.draft("2026-01-06"))
        #expect(try Desk(at: link).archive.verify() == [])
        #expect(try grounds.desk.archive.history().runs.count == 3)
    }

    @Test("A pipe in the place of a file keeps nobody waiting, and is named")
    func pipes() throws {
        let grounds = try Grounds()
        defer { grounds.remove() }
        let desk = grounds.desk
        func pipe(_ name: String) throws {
            try FileManager.default.removeItem(atPath: desk.path(name))
            mkfifo(desk.path(name), 0o600)
        }
        let run = try desk.archive.history().run(named: "2026-01-02-daily-r1")
        try pipe("2026/01-02/daily/r1/report.md")
        try pipe("2026/01-02/daily/r1/cells.json")
        try pipe("2026/01-05/daily/r1/manifest.json")
        try pipe("2026/index.html")
        mkfifo(desk.path("2026/01-05/daily/r1/more"), 0o600)
        #expect(
            try desk.archive.verify().map(\.description) == [
                "changed file: 2026/01-02/daily/r1/cells.json: it is no file any more, but a pipe",
                "changed file: 2026/01-02/daily/r1/report.md: it is no file any more, but a pipe",
                "missing file: 2026/01-05/daily/r1/manifest.json: a pipe stands in its place; the run's files cannot be verified without it",
                "changed index: 2026/index.html: it is a pipe, and no file; take it away and rebuild the index",
            ])
        #expect(throws: ArchiveError.irregular(path: desk.path("2026/01-02/daily/r1/cells.json"), .pipe)) {
            try desk.archive.file("cells.json", of: run)
        }
        try desk.archive.rebuildIndex()
        try desk.archive.remove(
            try place("2026-01-02-daily-r1"), person: "Ada", reason: "a name", at: .init(secondsSince1970: 0))
        try pipe("HEAD")
        #expect(try desk.archive.verify().first?.description == "strange head: HEAD: it is a pipe, and no file")
        try pipe("log.jsonl")
        #expect(throws: ArchiveError.irregular(path: desk.path("log.jsonl"), .pipe)) { try desk.archive.verify() }
        #expect(throws: ArchiveError.occupied(path: desk.path("log.jsonl"), by: "a pipe")) {
            try desk.publish(Desk.draft("2026-01-06"))
        }
    }

    @Test("What cannot be said of one file for want of permission is said of the others")
    func permission() async throws {
        let grounds = try Grounds()
        defer { grounds.remove() }
        chmod(grounds.desk.path("2026/01-02/daily/r1/cells.json"), 0)
        try grounds.desk.write("x", "2026/01-02/daily/r1/report.md")
        await #expect(processExitsWith: .exitCode(3)) { [path = grounds.desk.folder.path as String] in
            // Permissions do not bind root.
            if geteuid() == 0 { setuid(65_534) }
            let faults = try Desk(at: path).archive.verify().map(\.description)
            _exit(
                faults.count == 2
                    && faults[0]
                        == "unreadable: 2026/01-02/daily/r1/cells.json: Permission denied; check the permissions of the file and "
                        + "its folder"
                    && faults[1].hasPrefix("changed file: 2026/01-02/daily/r1/report.md: it had ") ? 3 : 2)
        }
    }

    @Test("A folder in which nothing was ever published is no archive to be mended: nothing in it is touched")
    func noArchive() throws {
        let desk = Desk()
        defer { desk.remove() }
        #expect(throws: ArchiveError.missing(path: desk.folder.path)) { try desk.archive.rebuildIndex() }
        #expect(!FileManager.default.fileExists(atPath: desk.folder.path))
        try FileManager.default.createDirectory(at: desk.folder, withIntermediateDirectories: true)
        for name in [".profile.new", ".staging-notes", "thesis.txt"] { try desk.write("precious", name) }
        let before = try desk.contents()
        #expect(try desk.archive.recover() == .nothing)
        #expect(throws: ArchiveError.missing(path: desk.folder.path)) { try desk.archive.rebuildIndex() }
        #expect(try desk.contents() == before)
        // Nor by a first publication.
        try desk.publish(Desk.draft("2026-01-02"))
        #expect(try desk.text(".profile.new") == "precious" && desk.text(".staging-notes") == "precious")
    }
}
