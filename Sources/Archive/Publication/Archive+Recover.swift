internal import Digests
internal import Foundation
internal import Input

extension Archive {
    /// What an interrupted publication or removal had left, and what became of it.
    public enum Recovery: Hashable, Sendable {
        /// Nothing was left.
        case nothing
        /// Its work was done to the end: the run is published, or removed.
        case completed(Place)
        /// It had not come far enough: the archive is as it was before.
        case discarded(Place)
    }

    /// Brings the archive into order after a crash. Every publication does so first; alone it is of use before a backup.
    public func recover() throws -> Recovery {
        var recovery = Recovery.nothing
        guard holdsAny else { return recovery }
        try locked { recovery = try settle().recovery }
        return recovery
    }

    /// Runs work that writes, alone, on an archive that is in order.
    func writing<Result>(_ work: (Log) throws -> Result) throws -> Result {
        guard !origin.isEmpty, !origin.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else {
            throw ArchiveError.invalidDraft(report: root, rule: "the archive's origin must be one line of characters")
        }
        try Disk.makeFolder(root)
        return try locked { try work(try settle().log) }
    }

    private func locked<Result>(_ work: () throws -> Result) throws -> Result {
        let lock = try FileLock(lockPath)
        defer { lock.release() }
        return try work()
    }

    /// Completes or throws away what a crash left, and makes sure that another line may follow the log's last.
    private func settle() throws -> (log: Log, recovery: Recovery) {
        try checkGround()
        try sweep()
        let log = try logToExtend()
        try checkChain(log)
        guard try Disk.kind(notePath) != nil else {
            try checkTail(log)
            return (log, .nothing)
        }
        let (record, line) = try readNote()
        try checkWay(to: record.place)
        let index = record.sequence &- 1
        if log.lines.indices.contains(index) {
            guard log.line(index).elementsEqual(line) else {
                throw strange("line \(record.sequence) of the log is another")
            }
            guard log.rest.isEmpty else { throw ArchiveError.tornLog(path: logPath, line: log.lines.count + 1) }
            // A note older than the log's last line comes from a copy made while a report was published.
            if index < log.lines.count - 1 {
                try Disk.remove(notePath)
            } else {
                try redo(record, line, log.first(index))
            }
        } else {
            guard index == log.lines.count, record.previous == log.link(origin: origin) else {
                throw strange("its line \(record.sequence) does not follow line \(log.lines.count) of the log")
            }
            guard line.starts(with: log.rest) else { throw ArchiveError.tornLog(path: logPath, line: record.sequence) }
            guard try isPlaced(record) else {
                if !log.rest.isEmpty { try Disk.truncate(logPath, to: log.completeSize) }
                if case .run = record { discard(record.place) } else { try Disk.remove(notePath) }
                let log = log.first(index)
                try checkTail(log)
                return (log, .discarded(record.place))
            }
            try redo(record, line, log)
        }
        let mended = try readLog()
        try checkTail(mended)
        return (mended, .completed(record.place))
    }

    private func redo(_ record: LogRecord, _ line: [UInt8], _ before: Log) throws {
        try checkHead(before, or: before.adding(line))
        try finishing(record.place) { try complete(record, line, before, try outline(of: before)) }
    }

    private func strange(_ detail: String) -> ArchiveError { .strangeRemnant(path: notePath, detail: detail) }

    /// Whether a folder has anything of an archive in it, be it only what an interrupted first publication left: what else
    /// lies there is none of its business.
    private var holdsAny: Bool {
        exists || FileKind(at: notePath) != nil || (try? Disk.names(in: root))?.contains(where: isLeftover) ?? false
    }

    /// Whether a name in the root is that of something that was being written when a crash came.
    private func isLeftover(_ name: String) -> Bool {
        if name.hasPrefix(Archive.stagingPrefix) { return Place(name.dropFirst(Archive.stagingPrefix.count)) != nil }
        return [headPath, indexPath, notePath].contains { Disk.partial(of: $0) == "\(root)/\(name)" }
    }

    /// Removes what was being written when a crash came and is not needed any more.
    private func sweep() throws(ArchiveError) {
        for entry in try Disk.entries(in: root) {
            let path = "\(root)/\(entry.name)"
            if isLeftover(entry.name) {
                try Disk.remove(path)
            } else if Archive.isYear(entry.name), entry.kind == .folder {
                for page in try Disk.names(in: path) where Disk.isPartial(page) { try Disk.remove("\(path)/\(page)") }
            }
        }
    }

    private func readNote() throws(ArchiveError) -> (record: LogRecord, line: [UInt8]) {
        let bytes = try Disk.read(notePath, atMost: Archive.manifestBound)
        guard bytes.last == 10, let record = try? LogRecord(line: bytes.dropLast()) else {
            throw strange("it is no line of a log")
        }
        return (record, bytes.dropLast())
    }

    /// Whether a run's folder is in its place, so that it counts as published; a removal counts from its line in the log on.
    private func isPlaced(_ record: LogRecord) throws(ArchiveError) -> Bool {
        guard case .run(let run) = record, try Disk.kind(path(of: run.place)) != nil else { return false }
        let manifest = try? Disk.digest("\(path(of: run.place))/\(Archive.manifestName)")
        guard manifest == run.manifest else { throw strange("another run stands at \(run.place)") }
        return true
    }

    /// - Throws: where the log does not end with a whole line that `HEAD` names.
    private func checkTail(_ log: Log) throws(ArchiveError) {
        guard log.rest.isEmpty else { throw .tornLog(path: logPath, line: log.lines.count + 1) }
        if let last = log.lines.indices.last {
            let record = try record(last, of: log)
            guard record.sequence == last + 1 else {
                throw .damagedLog(path: logPath, line: last + 1, detail: "its number is \(record.sequence)")
            }
        }
        try checkHead(log, or: log)
    }

    /// - Throws: where a line is not bound to the one before it, the first one to the archive's origin. `HEAD` binds the last.
    private func checkChain(_ log: Log) throws(ArchiveError) {
        if let head = try head(), head.origin != origin { throw foreign(head) }
        guard let index = log.firstBreak(origin: origin) else { return }
        // One of the two that is no record at all is the one.
        for index in max(index - 1, 0)...index { _ = try record(index, of: log) }
        throw .brokenLog(path: logPath, line: index + 1)
    }

    private func foreign(_ head: Head) -> ArchiveError {
        .strangeHead(path: headPath, found: "origin '\(head.origin)'", expected: "origin '\(origin)'")
    }

    private func checkHead(_ log: Log, or next: Log) throws(ArchiveError) {
        let head = try head()
        if let head, head.origin != origin { throw foreign(head) }
        guard head?.witness == log.witness || head?.witness == next.witness else {
            throw .strangeHead(
                path: headPath, found: head?.witness.description ?? "nothing",
                expected: log.witness?.description ?? "nothing")
        }
    }
}
