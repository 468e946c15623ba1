@testable import Archive
import Dates
import Foundation
import Input
import Testing

@Suite("What the archive says")
struct ArchiveErrorTests {
    @Test("Each error names the thing, the rule, the value seen and the remedy")
    func texts() throws {
        let place = try place("2026/W31/weekly/r1")
        let texts: [(ArchiveError, String)] = [
            (.missing(path: "a"), "a: there is no archive; check the path, or publish a first report there"),
            (
                .lostLog(path: "a/log.jsonl", trace: "HEAD"),
                "a/log.jsonl: is gone, though HEAD stands beside it; nothing was written; restore the log from a backup"
            ),
            (
                .brokenLog(path: "a/log.jsonl", line: 3),
                "a/log.jsonl:3: is not bound to the line before it, so that one of the two was edited, or lines were taken "
                    + "out, moved or put in; nothing was written; report verify says more; restore the log from a backup"
            ),
            (
                .irregular(path: "a/HEAD", .pipe),
                "a/HEAD: is a pipe where a file or folder of the archive should be, and is not read; verify the archive and "
                    + "restore it from a backup"
            ),
            (
                .tooLarge(path: "a/HEAD", bound: 4096),
                "a/HEAD: has more than the 4096 bytes that are read; verify the archive and restore it from a backup"
            ),
            (
                .occupied(path: "a/2026", by: "a file"),
                "a/2026: is in the way of the archive (a file) and is left as it is; move it elsewhere"
            ),
            (
                .invalidDraft(report: "2026-W31 weekly", rule: "it has no title"),
                "2026-W31 weekly: cannot be published: it has no title"
            ),
            (
                .noReason(report: "2026-W31 weekly", standing: place),
                "2026-W31 weekly: was published before, as 2026/W31/weekly/r1, from other inputs; say why it is made anew, "
                    + "and it becomes the next revision"
            ),
            (
                .invalidOutput(name: "a.txt", rule: "it is a pipe"), "'a.txt': cannot be archived: it is a pipe"
            ),
            (
                .damagedLog(path: "a/log.jsonl", line: 3, detail: "its number is 4"),
                "a/log.jsonl:3: is no line of the archive's log (its number is 4); nothing was written; restore the log "
                    + "from a backup"
            ),
            (
                .tornLog(path: "a/log.jsonl", line: 3),
                "a/log.jsonl:3: the line is cut off and no interrupted publication explains it; nothing was written; compare "
                    + "with a backup and remove the rest of the line"
            ),
            (
                .strangeHead(path: "a/HEAD", found: "2:ab", expected: "3:cd"),
                "a/HEAD: says 2:ab, and the log is at 3:cd; nothing was written; find out who changed it, hold both against "
                    + "a head from a mail, and restore the one that is wrong"
            ),
            (
                .strangeRemnant(path: "a/.publishing", detail: "it is no line of a log"),
                "a/.publishing: an interrupted publication left it, but it does not fit the log (it is no line of a log); "
                    + "nothing was written; verify the archive, restore the log from a backup or move the file elsewhere"
            ),
            (
                .unfinished(place: place, reason: "the disk is full"),
                "2026/W31/weekly/r1: log, HEAD and index could not all be written: the disk is full; the next run brings "
                    + "them into order"
            ),
            (
                .unknownRun(name: "2026-W32-weekly-r1", nearest: "2026-W31-weekly-r1"),
                "'2026-W32-weekly-r1': no run has this name; the nearest is '2026-W31-weekly-r1'"
            ),
            (.unknownRun(name: "x", nearest: nil), "'x': no run has this name; report history lists them"),
            (
                .removedRun(place: place, person: "Ada", reason: "a name stood in it"),
                "2026/W31/weekly/r1: was removed by Ada (a name stood in it); only its line in the log is left"
            ),
            (
                .altered(path: "a/report.md"),
                "a/report.md: is not what was published; verify the archive and restore the file from a backup"
            ),
            (
                .damagedManifest(path: "a/manifest.json", detail: "'host' is missing"),
                "a/manifest.json: cannot be read ('host' is missing); restore it from a backup, or use a newer program"
            ),
        ]
        for (error, text) in texts { #expect(error.description == text) }
    }

    @Test(
        "What the system refuses is said in its words, with what to do about it",
        arguments: [
            (ENOSPC, "No space left on device", "free some space and try again"),
            (EDQUOT, "Disk quota exceeded", "free some space and try again"),
            (EFBIG, "File too large", "the limit on file sizes is too low; raise it and try again"),
            (
                EROFS, "Read-only file system",
                "the file system can only be read; mount it for writing or name another folder"
            ),
            (EACCES, "Permission denied", "check the permissions of the file and its folder"),
            (EPERM, "Operation not permitted", "check the permissions of the file and its folder"),
            (ENOTDIR, "Not a directory", "something else is in the way; move it elsewhere"),
            (EISDIR, "Is a directory", "something else is in the way; move it elsewhere"),
            (EEXIST, "File exists", "something else is in the way; move it elsewhere"),
            (ENOTEMPTY, "Directory not empty", "something else is in the way; move it elsewhere"),
            (ELOOP, "Too many levels of symbolic links", "something else is in the way; move it elsewhere"),
            (ENOENT, "No such file or directory", "check the path"),
            (EMFILE, "Too many open files", "too many files are open; raise the limit (ulimit -n) and try again"),
            (
                ENFILE, "Too many open files in system",
                "too many files are open; raise the limit (ulimit -n) and try again"
            ),
            (
                ENAMETOOLONG, "File name too long",
                "the path is longer than the system allows; move the folder elsewhere"
            ),
            (EXDEV, "Invalid cross-device link", "the archive must lie on one file system"),
            (EIO, "Input/output error", "check the disk"),
        ])
    func refusals(code: Int32, words: String, remedy: String) {
        #expect(
            ArchiveError.refused(path: "a/log.jsonl", action: .written, code: code).description
                == "a/log.jsonl: cannot be written (\(words)); \(remedy)")
    }

    @Test(
        "What was to be done is said",
        arguments: [
            (ArchiveError.Action.read, "read"), (.written, "written"), (.made, "made"), (.moved, "moved into place"),
            (.removed, "removed"),
        ])
    func actions(action: ArchiveError.Action, words: String) {
        #expect(
            ArchiveError.refused(path: "a/2026", action: action, code: EACCES).description
                == "a/2026: cannot be \(words) (Permission denied); check the permissions of the file and its folder")
    }

    @Test("A removal needs a person and a reason, an archive an origin")
    func removal() throws {
        let desk = Desk()
        defer { desk.remove() }
        try desk.publish(Desk.draft("2026-01-02"))
        for (person, reason, label) in [(" ", "a name", "person"), ("Ada", "\n", "reason")] {
            let error = #expect(throws: ArchiveError.self) {
                try desk.archive.remove(
                    try place("2026/01-02/daily/r1"), person: person, reason: reason, at: .init(secondsSince1970: 0))
            }
            #expect(
                error?.description
                    == "removal of 2026/01-02/daily/r1: cannot be published: the \(label) is empty")
        }
        for origin in ["", "a\nb"] {
            let error = #expect(throws: ArchiveError.self) {
                try Archive(root: desk.folder, origin: origin, expected: []).rebuildIndex()
            }
            #expect(
                error?.description
                    == "\(desk.folder.path): cannot be published: the archive's origin must be one line of characters")
        }
    }

    @Test("What a line of the log or a manifest has wrong is named by its key")
    func keys() throws {
        let desk = Desk()
        defer { desk.remove() }
        try desk.publish(Desk.draft("2026-01-02"))
        let line = try desk.log()[0]
        for (old, new, detail) in [
            ("T21:00:00Z", "", "'time' cannot be read"), ("2026/01-02/daily/r1", "x", "'place' cannot be read"),
            ("\"as_of\":\"2026-01-02\"", "\"as_of\":\"Friday\"", "'as_of' cannot be read"),
            ("\"seq\":1", "\"seq\":\"one\"", "'seq' cannot be read"),
            ("\"warnings\":0", "\"w\":0", "'warnings' is missing"),
            ("{", "", "is no JSON of this archive"),
        ] {
            try desk.write(log: [line.replacingOccurrences(of: old, with: new)])
            let error = #expect(throws: ArchiveError.self) { try desk.archive.history() }
            #expect(
                error?.description
                    == "\(desk.path("log.jsonl")):1: is no line of the archive's log (\(detail)); nothing was written; restore "
                    + "the log from a backup")
        }
    }
}
