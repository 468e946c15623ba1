@testable import Archive
import Dates
import Digests
import Foundation
import Testing

/// Whoever changes anything in the archive is found, and what was done is named.
@Suite struct TamperTests {
    /// Five runs in two years, a correction among them.
    private static func desk() throws -> Desk {
        var desk = Desk()
        desk.sessions = ["2025-12-31", "2026-01-02", "2026-01-05"].compactMap { Day($0) }
        for day in desk.sessions.map(\.iso) { try desk.publish(Desk.draft(day)) }
        try desk.publish(Desk.draft("2026-W01", kind: "weekly"))
        try desk.publish(Desk.draft("2026-W01", kind: "weekly", input: "b", reason: "A fill came late."))
        return desk
    }

    /// Kind and place of each fault.
    private func found(_ desk: Desk, head: Witness? = nil, from: Day? = nil) throws -> [String] {
        try desk.archive.verify(head: head, from: from).map { "\($0.kind.rawValue): \($0.place)" }
    }

    @Test("An archive that nobody touched has no fault, from whatever day on and with whatever witness")
    func untouched() throws {
        let desk = try TamperTests.desk()
        defer { desk.remove() }
        #expect(try desk.archive.verify() == [])
        #expect(try desk.archive.verify(head: desk.archive.head()?.witness, from: Day("2026-01-01")) == [])
        let lines = try desk.log()
        for (index, line) in lines.enumerated() {
            #expect(try desk.archive.verify(head: Witness(size: index + 1, digest: SHA256.digest(of: line))) == [])
        }
        #expect(VerifyStatus([]) == .whole)
        // A verification needs to know nothing but the folder.
        let stranger = Archive(root: desk.folder, origin: "somebody else's", expected: desk.archive.expected)
        #expect(try stranger.verify() == [])
    }

    @Test(
        "A changed byte is found in every kind of file",
        arguments: [
            ("2026/W01/weekly/r1/index.html", "changed file: 2026/W01/weekly/r1/index.html"),
            ("2026/W01/weekly/r1/report.md", "changed file: 2026/W01/weekly/r1/report.md"),
            ("2026/W01/weekly/r1/report.xlsx", "changed file: 2026/W01/weekly/r1/report.xlsx"),
            ("2026/W01/weekly/r1/cells.json", "changed file: 2026/W01/weekly/r1/cells.json"),
            ("2026/W01/weekly/r1/charts/equity.svg", "changed file: 2026/W01/weekly/r1/charts/equity.svg"),
            ("2026/W01/weekly/r1/manifest.json", "changed manifest: 2026/W01/weekly/r1/manifest.json"),
            ("index.html", "changed index: index.html"), ("2025/index.html", "changed index: 2025/index.html"),
        ])
    func flipped(name: String, fault: String) throws {
        let desk = try TamperTests.desk()
        defer { desk.remove() }
        let file = URL(fileURLWithPath: desk.path(name))
        var bytes = try Data(contentsOf: file)
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: file)
        #expect(try found(desk) == [fault])
        #expect(try VerifyStatus(desk.archive.verify()) == .fault)
        bytes.removeLast()
        try bytes.write(to: file)
        #expect(try found(desk) == [fault])
    }

    @Test("A changed byte is found wherever it lies in the log")
    func flippedLog() throws {
        let desk = try TamperTests.desk()
        defer { desk.remove() }
        let file = URL(fileURLWithPath: desk.path("log.jsonl"))
        let bytes = try Data(contentsOf: file)
        var number = 1
        for index in bytes.indices {
            let isEnd = bytes[index] == 10
            if isEnd || index % 11 == 0 {
                var changed = bytes
                changed[index] ^= 1
                try changed.write(to: file)
                let faults = try desk.archive.verify()
                let line = faults.compactMap { Int($0.place.split(separator: ":").last ?? "") }.first
                #expect(!faults.isEmpty, "byte \(index) of line \(number)")
                #expect(line == number, "byte \(index) of line \(number): \(faults)")
            }
            if isEnd { number += 1 }
        }
    }

    @Test(
        "An edited line is found by the line after it, the last one by HEAD; what is said of its link does not accuse another"
    )
    func editedLine() throws {
        let desk = try TamperTests.desk()
        defer { desk.remove() }
        let lines = try desk.log()
        for number in 1...5 {
            for (old, new) in [
                ("\"seq\":\(number)", "\"seq\":7"), ("\"previous\":\"", "\"previous\":\"0"),
                ("T21:00:00Z", "T21:00:01Z"),
            ] {
                var edited = lines
                edited[number - 1] = edited[number - 1].replacingOccurrences(of: old, with: new)
                try desk.write(log: edited)
                #expect(try found(desk) == ["broken link: log.jsonl:\(number)"])
            }
        }
        // Where the manifest says the same thing, it contradicts.
        try desk.write(log: lines.map { $0.replacingOccurrences(of: "daily 2026-01-02", with: "Daily 2026-01-02") })
        #expect(
            try found(desk) == ["broken link: log.jsonl:2", "contradiction: 2026/01-02/daily/r1/manifest.json"])
        try desk.write(log: lines)
        #expect(try desk.archive.verify() == [])
    }

    @Test("A line in another form of JSON, or in none, is named")
    func unreadableLine() throws {
        let desk = try TamperTests.desk()
        defer { desk.remove() }
        let lines = try desk.log()
        for (edit, detail) in [
            (lines[2].replacingOccurrences(of: ",", with: ", "), "it is not in the archive's one form"),
            ("", "is no JSON of this archive"), ("{}", "'schema' is missing"),
            (
                lines[2].replacingOccurrences(of: "\"schema\":1", with: "\"schema\":2"),
                "has the form 2, and this program knows 1"
            ),
            (
                lines[2].replacingOccurrences(of: "\"type\":\"run\"", with: "\"type\":\"walk\""),
                "'walk' is no type of line; there are run and removal"
            ),
            (
                lines[2].replacingOccurrences(of: "\"kind\":\"daily\"", with: "\"kind\":\"gate\""),
                "kind, period and revision are not those of the place 2026/01-05/daily/r1"
            ),
        ] {
            var edited = lines
            edited[2] = edit
            try desk.write(edited.map { $0 + "\n" }.joined(), "log.jsonl")
            let faults = try desk.archive.verify().filter { $0.place.hasPrefix("log") }
            #expect(faults.map(\.description) == ["unreadable line: log.jsonl:3: the line was changed: \(detail)"])
        }
    }

    @Test("A line that was taken out is named, in the middle and at the end")
    func droppedLine() throws {
        let desk = try TamperTests.desk()
        defer { desk.remove() }
        let lines = try desk.log()
        try desk.write(log: lines.enumerated().filter { $0.offset != 1 }.map(\.element))
        #expect(try found(desk) == ["missing line: log.jsonl:2", "extra file: 2026/01-02/daily/r1"])
        #expect(try desk.archive.verify()[0].message == "line 2 is gone; restore the log from a backup")
        try desk.write(log: [lines[0], lines[3], lines[4]])
        #expect(try desk.archive.verify()[0].message == "lines 2 to 3 are gone; restore the log from a backup")
        try desk.write(log: Array(lines.dropLast()))
        #expect(try found(desk) == ["missing line: log.jsonl:5", "extra file: 2026/W01/weekly/r2"])
        try desk.write(log: Array(lines.dropFirst()))
        #expect(try found(desk) == ["missing line: log.jsonl:1", "extra file: 2025/12-31/daily/r1"])
    }

    @Test("Lines that changed places are named once")
    func swappedLines() throws {
        let desk = try TamperTests.desk()
        defer { desk.remove() }
        let lines = try desk.log()
        for index in 0..<4 {
            var swapped = lines
            swapped.swapAt(index, index + 1)
            try desk.write(log: swapped)
            #expect(try found(desk) == ["lines out of order: log.jsonl:\(index + 2)"])
        }
        try desk.write(log: lines + [lines[2]])
        #expect(try found(desk) == ["lines out of order: log.jsonl:6"])
    }

    @Test("An old HEAD that was put back, a foreign one and none are told apart")
    func heads() throws {
        let desk = try TamperTests.desk()
        defer { desk.remove() }
        let lines = try desk.log()
        let head = try desk.text("HEAD")
        func put(_ size: Int, _ digest: String, origin: String = Desk.origin) throws {
            try desk.write("\(origin)\n\(size)\n\(digest)\n", "HEAD")
        }
        try put(3, SHA256.digest(of: lines[2]))
        #expect(try found(desk) == ["old head: HEAD"])
        #expect(throws: ArchiveError.self) { try desk.publish(Desk.draft("2026-01-06")) }
        try put(4, SHA256.digest(of: lines[3]))
        #expect(try found(desk) == ["old head: HEAD"])
        try put(3, SHA256.digest(of: "nothing"))
        #expect(try found(desk) == ["strange head: HEAD"])
        try put(5, SHA256.digest(of: lines[4]), origin: "another")
        #expect(try found(desk).first == "strange head: HEAD")
        try desk.write("HEAD", "HEAD")
        #expect(try found(desk) == ["strange head: HEAD"])
        try FileManager.default.removeItem(atPath: desk.path("HEAD"))
        #expect(try found(desk) == ["strange head: HEAD"])
        let error = #expect(throws: ArchiveError.self) { try desk.publish(Desk.draft("2026-01-06")) }
        #expect(
            error?.description
                == "\(desk.path("HEAD")): says nothing, and the log is at 5:\(SHA256.digest(of: lines[4])); nothing was written; find out who changed it, hold both against a head from a mail, and restore the one that is wrong"
        )
        try desk.write(head, "HEAD")
        #expect(try desk.archive.verify() == [])
    }

    @Test("A night that is gone, a file that is gone and one too many are named")
    func files() throws {
        let desk = try TamperTests.desk()
        defer { desk.remove() }
        let files = FileManager.default
        try files.removeItem(atPath: desk.path("2026/01-02"))
        #expect(try found(desk) == ["missing run: 2026/01-02/daily/r1"])
        try files.removeItem(atPath: desk.path("2026/01-05/daily/r1/report.md"))
        try files.removeItem(atPath: desk.path("2026/W01/weekly/r1/manifest.json"))
        try desk.write("x", "2026/W01/weekly/r2/charts/more.svg")
        try desk.write("x", "2026/W01/notes.txt")
        try files.createDirectory(atPath: desk.path("2024/W01/weekly/r1"), withIntermediateDirectories: true)
        try desk.write("x", "2023")
        // What lies beside the years is nobody's business.
        try desk.write("x", "README.md")
        #expect(
            try found(desk) == [
                "missing run: 2026/01-02/daily/r1", "missing file: 2026/01-05/daily/r1/report.md",
                "missing file: 2026/W01/weekly/r1/manifest.json", "extra file: 2026/W01/weekly/r2/charts/more.svg",
                "extra file: 2023", "extra file: 2024/W01/weekly/r1", "extra file: 2026/W01/notes.txt",
            ])
        #expect(
            try found(desk, from: Day("2026-01-05")) == [
                "missing file: 2026/01-05/daily/r1/report.md", "extra file: 2026/W01/notes.txt",
            ])
    }

    @Test("A link or a folder in a file's place is no file any more")
    func links() throws {
        let desk = try TamperTests.desk()
        defer { desk.remove() }
        let path = desk.path("2026/01-02/daily/r1/report.md")
        let copy = desk.path("2026/01-02/daily/r1/copy")
        try FileManager.default.moveItem(atPath: path, toPath: copy)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: copy)
        #expect(
            try found(desk) == ["changed file: 2026/01-02/daily/r1/report.md", "extra file: 2026/01-02/daily/r1/copy"])
    }

    @Test("A manifest and its line that were edited to fit are found by the chain")
    func editedTogether() throws {
        let desk = try TamperTests.desk()
        defer { desk.remove() }
        let manifest = "2026/01-02/daily/r1/manifest.json"
        let old = SHA256.digest(of: try desk.text(manifest))
        try desk.write(try desk.text(manifest).replacingOccurrences(of: "1234.50", with: "9234.50"), manifest)
        var lines = try desk.log()
        lines[1] = lines[1].replacingOccurrences(of: old, with: SHA256.digest(of: try desk.text(manifest)))
        try desk.write(log: lines)
        #expect(try found(desk) == ["broken link: log.jsonl:2"])
        #expect(try desk.archive.verify()[0].message == "line 2 was edited: line 3 is bound to another")
    }

    /// Writes the log anew from a line on, with `HEAD` and index, as somebody would who wants to leave no trace.
    private func rewrite(_ desk: Desk, from number: Int, _ edit: (String) throws -> String) throws {
        var lines = try desk.log()
        var old = SHA256.digest(of: lines[number - 1])
        lines[number - 1] = try edit(lines[number - 1])
        for index in number..<lines.count {
            let before = old
            old = SHA256.digest(of: lines[index])
            lines[index] = lines[index].replacingOccurrences(of: before, with: SHA256.digest(of: lines[index - 1]))
        }
        try desk.write(log: lines)
        try desk.write("\(Desk.origin)\n\(lines.count)\n\(SHA256.digest(of: lines[lines.count - 1]))\n", "HEAD")
        try desk.archive.rebuildIndex()
    }

    @Test("History that was written anew with everything that follows is found by a witness, and by nothing else")
    func rewritten() throws {
        let desk = try TamperTests.desk()
        defer { desk.remove() }
        let witnesses = try desk.log().enumerated().map {
            Witness(size: $0.offset + 1, digest: SHA256.digest(of: $0.element))
        }
        let manifest = "2026/01-05/daily/r1/manifest.json"
        try rewrite(desk, from: 3) { line in
            let old = SHA256.digest(of: try desk.text(manifest))
            try desk.write(try desk.text(manifest).replacingOccurrences(of: "1234.50", with: "9234.50"), manifest)
            return line.replacingOccurrences(of: old, with: SHA256.digest(of: try desk.text(manifest)))
        }
        #expect(try desk.archive.verify() == [])
        for witness in witnesses[..<2] { #expect(try desk.archive.verify(head: witness) == []) }
        for (index, witness) in witnesses[2...].enumerated() {
            #expect(
                try desk.archive.verify(head: witness).map(\.description) == [
                    "rewritten history: log.jsonl:\(index + 3): line \(index + 3) is not the one that the witness saw: it, or lines before it, were written anew; only the witness shows it"
                ])
        }
    }

    @Test("A tail that was cut off with its runs and its HEAD is found by a witness, and by nothing else")
    func cutTail() throws {
        let desk = try TamperTests.desk()
        defer { desk.remove() }
        let witness = try desk.archive.head()?.witness
        let lines = try desk.log()
        try desk.write(log: Array(lines.dropLast()))
        try desk.write("\(Desk.origin)\n4\n\(SHA256.digest(of: lines[3]))\n", "HEAD")
        try FileManager.default.removeItem(atPath: desk.path("2026/W01/weekly/r2"))
        try desk.archive.rebuildIndex()
        #expect(try desk.archive.verify() == [])
        #expect(
            try desk.archive.verify(head: witness).map(\.description) == [
                "log shorter than the witness: log.jsonl: it is at line 4, and the witness saw line 5; only the witness shows it"
            ])
    }

    @Test("A line and a manifest that say different things contradict each other, even if the chain was made to fit")
    func contradiction() throws {
        let desk = try TamperTests.desk()
        defer { desk.remove() }
        try rewrite(desk, from: 2) { $0.replacingOccurrences(of: "All quiet", with: "All fine") }
        #expect(try desk.archive.verify().map(\.message) == ["its outcome is not the one in line 2 of the log"])
        let manifest = "2026/01-05/daily/r1/manifest.json"
        try rewrite(desk, from: 3) { line in
            let old = SHA256.digest(of: try desk.text(manifest))
            try desk.write(try desk.text(manifest).replacingOccurrences(of: "0.4.0", with: "0.4.9"), manifest)
            return line.replacingOccurrences(of: old, with: SHA256.digest(of: try desk.text(manifest)))
        }
        #expect(try desk.archive.verify().map(\.message).last == "its input id does not follow from what it lists")
        try rewrite(desk, from: 4) { $0.replacingOccurrences(of: "\"seq\":4", with: "\"seq\":9") }
        #expect(try found(desk).first == "lines out of order: log.jsonl:4")
    }

    @Test("A manifest in the form of a newer program cannot be judged, nor read")
    func future() throws {
        let desk = try TamperTests.desk()
        defer { desk.remove() }
        let manifest = "2026/01-05/daily/r1/manifest.json"
        try rewrite(desk, from: 3) { line in
            let old = SHA256.digest(of: try desk.text(manifest))
            try desk.write(
                try desk.text(manifest).replacingOccurrences(of: "\"schema\" : 1", with: "\"schema\" : 2"), manifest)
            return line.replacingOccurrences(of: old, with: SHA256.digest(of: try desk.text(manifest)))
        }
        let faults = try desk.archive.verify()
        #expect(faults.map(\.description) == ["unreadable: \(manifest): has the form 2, and this program knows 1"])
        #expect(VerifyStatus(faults) == .unreadable)
        let run = try desk.archive.history().runs[2]
        let error = #expect(throws: ArchiveError.self) { try desk.archive.manifest(of: run) }
        #expect(
            error?.description
                == "\(desk.path(manifest)): cannot be read (has the form 2, and this program knows 1); restore it from a backup, or use a newer program"
        )
    }

    @Test("Numbers beyond all measure are faults like any other")
    func immense() throws {
        let desk = try TamperTests.desk()
        defer { desk.remove() }
        let (lines, head) = (try desk.log(), try desk.text("HEAD"))
        for number in [Int.max, Int.min, -1, 0] {
            var edited = lines
            edited[2] = edited[2].replacingOccurrences(of: "\"seq\":3", with: "\"seq\":\(number)")
            try desk.write(log: edited)
            #expect(try found(desk) == ["broken link: log.jsonl:3"])
            // Taken out of its place as well, so that its number is all that is known of it.
            edited.remove(at: 1)
            try desk.write(log: edited)
            #expect(try !found(desk).isEmpty)
            try desk.write(edited[1] + "\n", ".publishing")
            #expect(throws: ArchiveError.self) { try desk.archive.recover() }
            try FileManager.default.removeItem(atPath: desk.path(".publishing"))
        }
        try desk.write(log: lines)
        try desk.write(head.replacingOccurrences(of: "\n5\n", with: "\n\(Int.max)\n"), "HEAD")
        #expect(
            try desk.archive.verify().map(\.message) == [
                "lines 6 to \(Int.max) are gone; restore the log from a backup"
            ])
        try desk.write(head, "HEAD")
        let digest = String(repeating: "0", count: 64)
        #expect(
            try found(desk, head: Witness(size: .max, digest: digest)) == ["log shorter than the witness: log.jsonl"])
    }

    @Test("A pipe in a file's place keeps nobody waiting")
    func pipe() throws {
        let desk = try TamperTests.desk()
        defer { desk.remove() }
        for name in ["2026/W01/weekly/r1/report.md", "2026/W01/weekly/r2/manifest.json", "HEAD"] {
            try FileManager.default.removeItem(atPath: desk.path(name))
            mkfifo(desk.path(name), 0o644)
        }
        #expect(
            try found(desk) == [
                "strange head: HEAD", "changed file: 2026/W01/weekly/r1/report.md",
                "missing file: 2026/W01/weekly/r2/manifest.json",
            ])
    }

    @Test("Nobody publishes into a log that cannot be read")
    func damaged() throws {
        let desk = try TamperTests.desk()
        defer { desk.remove() }
        var lines = try desk.log()
        lines[2] = "damaged"
        try desk.write(log: lines)
        let before = try desk.contents()
        let error = #expect(throws: ArchiveError.self) { try desk.publish(Desk.draft("2026-01-06")) }
        #expect(error == .damagedLog(path: desk.path("log.jsonl"), line: 3, detail: "is no JSON of this archive"))
        #expect(try desk.contents() == before)
    }

    @Test("A line that was cut off is a torn tail")
    func torn() throws {
        let desk = try TamperTests.desk()
        defer { desk.remove() }
        try desk.write(try desk.text("log.jsonl") + "{\"as_of\":", "log.jsonl")
        #expect(try found(desk) == ["torn tail: log.jsonl:6"])
    }

    @Test("What is not there, or cannot be read, is no fault but cannot be judged")
    func unreadable() throws {
        let desk = Desk()
        #expect(throws: ArchiveError.missing(path: desk.folder.path)) { try desk.archive.verify() }
        #expect(VerifyStatus([ArchiveFault(kind: .unreadable, place: "x", message: "y")]) == .unreadable)
        #expect(
            VerifyStatus([
                ArchiveFault(kind: .unreadable, place: "x", message: "y"),
                ArchiveFault(kind: .tornTail, place: "x", message: "y"),
            ]) == .fault)
        #expect(
            VerifyStatus.whole.rawValue == 0 && VerifyStatus.fault.rawValue == 1
                && VerifyStatus.unreadable.rawValue == 3)
        let made = try TamperTests.desk()
        defer { made.remove() }
        try FileManager.default.removeItem(atPath: made.path("log.jsonl"))
        try FileManager.default.createDirectory(atPath: made.path("log.jsonl"), withIntermediateDirectories: true)
        #expect(throws: ArchiveError.self) { try made.archive.verify() }
    }
}
