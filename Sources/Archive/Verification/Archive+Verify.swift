public import Dates
internal import Foundation
internal import Input

extension Archive {
    /// Holds everything in the archive against everything that binds it: each file against its manifest, each manifest against
    /// the log, each line of the log against the next, the last one against `HEAD`, the index against the log and, where a
    /// witness is given, the log against it.
    ///
    /// Nothing is written, and the lock is not taken: a publication that is going on shows as unfinished work.
    /// - Parameters:
    ///   - head: a head that was kept elsewhere, as in a mail. A log whose end was cut off, or that was written anew as a
    ///     whole with all its files, can be told from the true one by nothing else.
    ///   - from: only the files of runs about this day or later; the log is always walked whole.
    /// - Returns: the faults: those of the log, of the runs in the order of publication, of the index, and against the witness.
    /// - Throws: ``ArchiveError`` where there is no archive or its log cannot be read.
    public func verify(head witness: Witness? = nil, from day: Day? = nil) throws(ArchiveError) -> [ArchiveFault] {
        let log = try readLog()
        let found = try foundHead()
        let note = note()
        let audit = LogAudit(log, head: found.head)
        let logFaults = audit.faults + HeadAudit(found, log, audit, note: note).faults
        let history = RunHistory(audit.records)
        var runs = RunAudit(root: root)
        var known: Set<String> = []
        for run in history.runs {
            if case .removed(let removal) = history.state(of: run) {
                runs.checkRemoved(removal)
            } else if day.map({ run.place.period.lastDay >= $0 }) ?? true {
                runs.check(run)
            }
            known.insert(run.place.path)
        }
        if let note { known.insert(note.place.path) }
        runs.checkStrays(known: known, from: day?.year)
        var faults = logFaults + runs.faults
        // A damaged log says nothing about its index.
        if logFaults.isEmpty { faults += indexFaults(log, origin: found.head?.origin ?? origin) }
        return faults + (witness.map(audit.faults(against:)) ?? [])
    }

    private func foundHead() throws(ArchiveError) -> HeadAudit.Found {
        guard let kind = Disk.kind(headPath) else { return .missing }
        guard kind == .file else { return .unreadable }
        return Head(String(decoding: try Disk.read(headPath), as: UTF8.self)).map { .head($0) } ?? .unreadable
    }

    private func note() -> LogRecord? {
        guard let bytes = try? Disk.read(notePath), bytes.last == 10 else { return nil }
        return try? LogRecord(line: bytes.dropLast())
    }

    /// The index pages against those that the log gives; nothing where the log itself cannot be read.
    private func indexFaults(_ log: Log, origin: String) -> [ArchiveFault] {
        guard let outline = try? log.outline(), !outline.years.isEmpty else { return [] }
        var reader = IndexReader(log, outline, expected: expected)
        let scopes = outline.years.map { IndexContent.Scope.year($0) } + [.newest]
        return scopes.compactMap { scope in
            let place = if case .year(let year) = scope { "\(year)/index.html" } else { "index.html" }
            guard let wanted = try? page(scope, &reader, origin: origin) else { return nil }
            do throws(ArchiveError) {
                guard try Disk.read("\(root)/\(place)") != wanted else { return nil }
            } catch {
                if case .refused(_, _, EACCES) = error { return .unreadable(place, error) }
            }
            return ArchiveFault(
                kind: .changedIndex, place: place,
                message: "it is not what the log gives; rebuild the index to restore it")
        }
    }
}
