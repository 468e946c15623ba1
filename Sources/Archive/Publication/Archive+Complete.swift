internal import Dates
internal import Digests
internal import Input

extension Archive {
    /// Does everything that follows once a run is in its place or a removal is decided. Each step can be done again, so that
    /// a crash anywhere is mended by doing all of it. The outline is that of the log before.
    func complete(_ record: LogRecord, _ line: [UInt8], _ before: Log, _ outline: Outline) throws {
        if !before.rest.isEmpty { try Disk.truncate(logPath, to: before.completeSize) }
        let log = before.adding(line)
        // After a crash the line may be there already.
        if try Disk.kind(logPath) == nil || Disk.size(logPath) < log.bytes.count {
            try Disk.append(line + [10], to: logPath)
        }
        try checkpoint(.logged)
        let head = Head(origin: origin, witness: Witness(size: log.lines.count, digest: SHA256.digest(of: line)))
        try Disk.replace(headPath, with: Array(head.text.utf8))
        try checkpoint(.headed)
        if case .removal(let removal) = record {
            let folder = Disk.split(path(of: removal.place)).folder
            try Disk.remove(path(of: removal.place))
            if Disk.target(folder) == .folder { try Disk.sync(folder) }
            Disk.prune(folder, below: root)
            try checkpoint(.deleted)
        }
        let after = outline.adding(record.outlined)
        let years = IndexPlan.years(changedBy: record.place, before: outline, after: after)
        try writeIndex(log, after, years: years)
        try Disk.remove(notePath)
    }

    /// Says of what goes wrong after a run is in its place that it is.
    func finishing(_ place: Place, _ work: () throws -> Void) throws {
        do {
            try work()
        } catch {
            throw ArchiveError.unfinished(place: place, reason: "\(error)")
        }
    }

    /// Takes away what a run had written before it was in its place.
    func discard(_ place: Place) {
        // Whatever cannot be removed now is removed by the next writer.
        try? Disk.remove(notePath)
        try? Disk.remove(stagingPath(of: place))
        Disk.prune(Disk.split(path(of: place)).folder, below: root)
    }
}
