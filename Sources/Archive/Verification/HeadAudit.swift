/// What `HEAD`, the log's end and the note of interrupted work say beside the log. A pure function.
struct HeadAudit {
    /// `HEAD` as it was found.
    enum Found {
        case missing
        /// It is something else, in words.
        case unreadable(String)
        /// The system does not let it be read.
        case inaccessible(ArchiveError)
        case head(Head)

        /// What it says.
        var head: Head? { if case .head(let head) = self { head } else { nil } }
    }

    private(set) var faults: [ArchiveFault] = []

    init(_ found: Found, _ log: Log, _ audit: LogAudit, note: LogRecord?) {
        switch found {
        case .missing:
            if audit.count > 0 { add(.strangeHead, "it is gone; the log is at line \(audit.newest)") }
        case .unreadable(let words): add(.strangeHead, words)
        case .inaccessible(let error): faults.append(.unreadable("HEAD", error))
        case .head(let head): check(head, audit, note)
        }
        if let note {
            let message =
                "its publication or removal was interrupted, or is going on; the next run brings it into order"
            faults.append(ArchiveFault(kind: .unfinished, place: note.place.path, message: message))
        }
        if !log.rest.isEmpty, !((try? note?.line())?.starts(with: log.rest) ?? false) {
            faults.append(
                .inLog(
                    .tornTail, audit.count + 1,
                    "the line is cut off; compare with a backup and remove the rest of the line"))
        }
    }

    private mutating func add(_ kind: ArchiveFault.Kind, _ message: String) {
        faults.append(ArchiveFault(kind: kind, place: "HEAD", message: message))
    }

    private mutating func check(_ head: Head, _ audit: LogAudit, _ note: LogRecord?) {
        let size = head.witness.size
        let newest = audit.newest
        // Where line 1 itself was edited, that has been said.
        if let first = audit.line(1), first.number == 1, !first.isBound, !audit.faults.contains(where: { $0.line == 1 })
        {
            add(.strangeHead, "its origin '\(head.origin)' is not the one that the log begins with")
        }
        if size > newest {
            faults.append(.missing(newest + 1, size, at: audit.count + 1))
        } else if size < newest, let line = audit.line(size) {
            let behind = "it names line \(size), and the log is at line \(newest)"
            if line.digest != head.witness.digest {
                add(.strangeHead, "the line \(size) that it names is not the one in the log")
            } else if size == newest - 1, note?.sequence == newest {
                add(.headBehind, "\(behind): the work was interrupted, and the next run completes it")
            } else {
                add(.oldHead, "\(behind): an old one was put back; hold both against a head from a mail")
            }
        }
    }
}
