@testable import Archive
import Dates
import Foundation
import Testing

/// The system refuses: the error says what, why and what to do, and the archive is as it was or complete.
@Suite struct DiskFaultTests {
    private static func begin(_ desk: Desk) throws {
        for day in ["2025-12-29", "2025-12-30", "2025-12-31", "2026-01-02", "2026-01-05"] {
            try desk.publish(Desk.draft(day))
        }
    }

    private static let next = Desk.draft("2026-01-06")

    private static func undisturbed() throws -> [String: Data] {
        let desk = Desk()
        defer { desk.remove() }
        try begin(desk)
        try desk.publish(next)
        return try desk.contents()
    }

    @Test("A limit on file sizes stops a publication anywhere; without it the next run brings all into order")
    func fileSize() async throws {
        let expected = try DiskFaultTests.undisturbed()
        var hasTorn = false
        // From less than any file to more than the index pages; the log, whose last line begins at 3,000 or so, is the longest
        // file before them.
        for limit in [0, 60, 500, 1000, 3000, 3100, 3200, 3300, 3400, 20_000, 1_000_000] {
            let desk = Desk()
            defer { desk.remove() }
            try DiskFaultTests.begin(desk)
            let size = try desk.text("log.jsonl").utf8.count
            await #expect(processExitsWith: .exitCode(limit == 1_000_000 ? 0 : 1)) {
                [path = desk.folder.path as String, limit = limit as Int] in
                // The signal comes before the error, and ends the program unless it is ignored.
                signal(SIGXFSZ, SIG_IGN)
                var limits = rlimit(rlim_cur: rlim_t(limit), rlim_max: rlim_t(limit))
                setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limits)
                do {
                    try Desk(at: path).publish(DiskFaultTests.next)
                    _exit(0)
                } catch {
                    _exit("\(error)".contains("raise it and try again") || error is CocoaError ? 1 : 2)
                }
            }
            let torn = try desk.text("log.jsonl").utf8.count
            hasTorn = hasTorn || (torn > size && torn < size + 500)
            try desk.publish(DiskFaultTests.next)
            #expect(try desk.contents() == expected, "limit \(limit)")
            #expect(try desk.archive.verify() == [])
        }
        #expect(hasTorn)
    }

    private static let mayMount = geteuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/bin/mount")

    private func run(_ program: String, _ arguments: String...) throws -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    @Test(
        "A full disk stops a publication anywhere; with space again the next run brings all into order",
        .enabled(if: mayMount, "only root may mount a small file system"))
    func fullDisk() throws {
        let mounted = FileManager.default.temporaryDirectory.appendingPathComponent("small-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: mounted, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: mounted) }
        // Some machines give root no right to mount either.
        guard try run("/usr/bin/mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", mounted.path) else { return }
        defer { _ = try? run("/usr/bin/umount", mounted.path) }
        let expected = try DiskFaultTests.undisturbed()
        var stopped = 0
        for free in 0..<32 {
            let desk = Desk(at: mounted.appendingPathComponent("archive").path)
            defer { desk.remove() }
            try DiskFaultTests.begin(desk)
            let before = try desk.contents()
            let ballast = mounted.appendingPathComponent("ballast")
            try fill(ballast, leaving: free * 4096)
            do {
                try desk.publish(DiskFaultTests.next)
            } catch let error as ArchiveError {
                stopped += 1
                #expect(error.description.contains("(No space left on device); free some space and try again"))
                if case .unfinished = error {
                } else {
                    #expect(try desk.contents() == before, "\(free) pages free: \(error)")
                }
            } catch {
                // The report's own files did not fit.
                #expect(try desk.contents() == before)
            }
            try FileManager.default.removeItem(at: ballast)
            try desk.publish(DiskFaultTests.next)
            #expect(try desk.contents() == expected, "\(free) pages free")
            #expect(try desk.archive.verify() == [])
        }
        #expect(stopped > 5)
    }

    /// Fills the file system but for some bytes.
    private func fill(_ file: URL, leaving free: Int) throws {
        // A child of another test that inherited the file would keep its space after it is removed.
        let descriptor = open(file.path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
        defer { close(descriptor) }
        var size = 0
        let page = [UInt8](repeating: 0, count: 4096)
        while write(descriptor, page, page.count) == page.count { size += page.count }
        ftruncate(descriptor, off_t(max(size - free, 0)))
    }

    @Test("A folder that cannot be written is an error that says so, and reading still works")
    func readOnly() async throws {
        let desk = Desk()
        defer {
            chmod(desk.folder.path, 0o755)
            desk.remove()
        }
        try DiskFaultTests.begin(desk)
        let before = try desk.contents()
        chmod(desk.folder.path, 0o555)
        await #expect(processExitsWith: .exitCode(3)) { [path = desk.folder.path as String] in
            // Permissions do not bind root.
            if geteuid() == 0 { setuid(65_534) }
            let desk = Desk(at: path)
            guard try desk.archive.history().runs.count == 5, try desk.archive.verify() == [] else { _exit(1) }
            do {
                try desk.publish(DiskFaultTests.next)
            } catch {
                _exit("\(error)".hasPrefix("\(path)/.lock: cannot be made (Permission denied); check") ? 3 : 2)
            }
        }
        #expect(try desk.contents() == before)
    }

    @Test("A file that cannot be read is no fault found, but nothing that could be judged")
    func unreadable() async throws {
        let desk = Desk()
        defer { desk.remove() }
        try DiskFaultTests.begin(desk)
        chmod(desk.path("2026/01-02/daily/r1/report.md"), 0)
        chmod(desk.path("2026/01-05/daily/r1"), 0)
        defer { chmod(desk.path("2026/01-05/daily/r1"), 0o755) }
        await #expect(processExitsWith: .exitCode(3)) { [path = desk.folder.path as String] in
            if geteuid() == 0 { setuid(65_534) }
            let faults = try Desk(at: path).archive.verify()
            let places = ["2026/01-02/daily/r1/report.md", "2026/01-05/daily/r1"]
            guard faults.map(\.place) == places,
                faults.allSatisfy({
                    $0.message == "Permission denied; check the permissions of the file and its folder"
                })
            else { _exit(1) }
            _exit(VerifyStatus(faults).rawValue)
        }
    }

    @Test(
        "What is in the way is named and left as it is",
        arguments: [
            ("2026", true, "2026: is in the way of the archive (a file) and is left as it is; move it elsewhere"),
            (
                "2026/01-06", true,
                "2026/01-06: is in the way of the archive (a file) and is left as it is; move it elsewhere"
            ),
            (
                "2026/01-06/daily/r1", false,
                "2026/01-06/daily/r1: is in the way of the archive (not in the log) and is left as it is; move it elsewhere"
            ),
            (
                "log.jsonl", false,
                "log.jsonl: cannot be read (Is a directory); something else is in the way; move it elsewhere"
            ),
            ("HEAD", false, "HEAD: cannot be read (Is a directory); something else is in the way; move it elsewhere"),
        ])
    func inTheWay(name: String, isFile: Bool, message: String) throws {
        let desk = Desk()
        defer { desk.remove() }
        let path = desk.folder.appendingPathComponent(name)
        if isFile {
            try FileManager.default.createDirectory(
                at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data("precious".utf8).write(to: path)
        } else {
            try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
        }
        let before = try desk.contents()
        let error = #expect(throws: ArchiveError.self) { try desk.publish(DiskFaultTests.next) }
        #expect(error?.description == "\(desk.folder.path)/\(message)")
        #expect(try desk.contents() == before)
    }

    @Test("A file where the archive should be is left as it is")
    func rootIsFile() throws {
        let desk = Desk()
        defer { desk.remove() }
        try Data("precious".utf8).write(to: desk.folder)
        let error = #expect(throws: ArchiveError.self) { try desk.publish(DiskFaultTests.next) }
        #expect(
            error?.description
                == "\(desk.folder.path): cannot be made (File exists); something else is in the way; move it elsewhere")
        #expect(throws: ArchiveError.missing(path: desk.folder.path)) { try desk.archive.history() }
        #expect(try String(contentsOf: desk.folder, encoding: .utf8) == "precious")
    }

    @Test("A folder in the place of an index page: the run is published, and the next one brings the index into order")
    func indexIsFolder() throws {
        let desk = Desk()
        defer { desk.remove() }
        try DiskFaultTests.begin(desk)
        try FileManager.default.removeItem(atPath: desk.path("index.html"))
        try FileManager.default.createDirectory(atPath: desk.path("index.html/x"), withIntermediateDirectories: true)
        let error = #expect(throws: ArchiveError.self) { try desk.publish(DiskFaultTests.next) }
        #expect(
            error?.description
                == "2026/01-06/daily/r1: log, HEAD and index could not all be written: \(desk.path("index.html")): cannot be moved into place (Is a directory); something else is in the way; move it elsewhere; the next run brings them into order"
        )
        try FileManager.default.removeItem(atPath: desk.path("index.html"))
        #expect(try desk.archive.recover() == .completed(try place("2026/01-06/daily/r1")))
        #expect(try desk.contents() == DiskFaultTests.undisturbed())
    }

    @Test(
        "Each refusal of the system has its remedy",
        arguments: [
            (ENOSPC, "free some space and try again"),
            (EFBIG, "the limit on file sizes is too low; raise it and try again"),
            (EROFS, "the file system can only be read; mount it for writing or name another folder"),
            (EACCES, "check the permissions of the file and its folder"), (ENOENT, "check the path"),
            (EXDEV, "the archive must lie on one file system"), (EIO, "check the disk"),
        ])
    func remedies(code: Int32, remedy: String) {
        let error = ArchiveError.refused(path: "a/b", action: .removed, code: code)
        #expect(error.description.hasPrefix("a/b: cannot be removed ("))
        #expect(error.description.hasSuffix("); \(remedy)"))
    }
}
