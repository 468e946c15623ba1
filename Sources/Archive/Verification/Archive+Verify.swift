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
        let found = foundHead()
        let note = note(beside: log)
        let audit = LogAudit(log, head: found.head)
        let logFaults = audit.faults + HeadAudit(found, log, audit, note: note.record).faults
        let history = RunHistory(audit.records)
        var runs = RunAudit(root: root, published: audit.faults.isEmpty ? history.runs : nil)
        var known: Set<String> = []
        for run in history.runs {
            if case .removed(let removal) = history.state(of: run) {
                runs.checkRemoved(removal)
            } else if day.map({ run.place.period.lastDay >= $0 }) ?? true {
                runs.check(run)
            }
            known.insert(run.place.path)
        }
        if let record = note.record { known.insert(record.place.path) }
        runs.checkStrays(known: known, from: day?.year)
        var faults = logFaults + runs.faults + obstacles(note)
        // A damaged log says nothing about its index.
        if logFaults.isEmpty { faults += indexFaults(log, origin: found.head?.origin ?? origin) }
        return faults + (witness.map(audit.faults(against:)) ?? [])
    }

    private func foundHead() -> HeadAudit.Found {
        do throws(ArchiveError) {
            guard let kind = try Disk.kind(headPath) else { return .missing }
            guard kind == .file else { return .unreadable("it is \(kind.words), and no file") }
            let text = String(decoding: try Disk.read(headPath, atMost: Archive.headBound), as: UTF8.self)
            return Head(text).map { .head($0) } ?? .unreadable("it is not the three lines of origin, size and digest")
        } catch {
            if case .tooLarge = error { return .unreadable("it has more than three lines can have") }
            return .inaccessible(error)
        }
    }

    /// What stands in the place of the line that is being added to the log.
    private enum Note {
        case none
        case record(LogRecord)
        case foreign(String)

        var record: LogRecord? { if case .record(let record) = self { record } else { nil } }
    }

    private func note(beside log: Log) -> Note {
        do throws(ArchiveError) {
            guard let kind = try Disk.kind(notePath) else { return .none }
            guard kind == .file else { return .foreign("it is \(kind.words)") }
            let bytes = try Disk.read(notePath, atMost: Archive.manifestBound)
            guard bytes.last == 10, let record = try? LogRecord(line: bytes.dropLast()) else {
                return .foreign("it is no line of a log")
            }
            let index = record.sequence &- 1
            let isNext = index == log.lines.count && record.previous == log.link(origin: origin)
            let isThere = log.lines.indices.contains(index) && log.line(index).elementsEqual(bytes.dropLast())
            return isNext || isThere
                ? .record(record) : .foreign("its line \(record.sequence) does not follow the log's last")
        } catch {
            return .foreign("\(error)")
        }
    }

    /// What would keep every publication from its work and was left by none.
    private func obstacles(_ note: Note) -> [ArchiveFault] {
        func obstacle(_ path: String, _ message: String) -> ArchiveFault {
            ArchiveFault(
                kind: .extraFile, place: Disk.split(path).name,
                message: "\(message), and nothing can be published until it is moved elsewhere")
        }
        var faults: [ArchiveFault] = []
        if case .foreign(let words) = note { faults.append(obstacle(notePath, words)) }
        if let kind = FileKind(at: lockPath), kind != .file { faults.append(obstacle(lockPath, "it is \(kind.words)")) }
        return faults
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
                guard try Disk.read("\(root)/\(place)", atMost: wanted.count) != wanted else { return nil }
            } catch {
                if case .refused(_, _, EACCES) = error { return .unreadable(place, error) }
                if case .irregular(_, let kind) = error {
                    return ArchiveFault(
                        kind: .changedIndex, place: place,
                        message: "it is \(kind.words), and no file; take it away and rebuild the index")
                }
            }
            return ArchiveFault(
                kind: .changedIndex, place: place,
                message: "it is not what the log gives; rebuild the index to restore it")
        }
    }
}
