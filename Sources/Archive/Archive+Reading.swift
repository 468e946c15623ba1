public import Foundation
internal import Digests
internal import Input

extension Archive {
    /// Whether anything was ever published there.
    public var exists: Bool {
        // What cannot be told is said by whoever reads the log.
        do { return try Disk.kind(logPath) != nil } catch { return true }
    }

    /// Everything that was published. A line whose writing is going on or was cut off is not among it.
    public func history() throws(ArchiveError) -> RunHistory {
        let log = try readLog()
        var records: [LogRecord] = []
        records.reserveCapacity(log.lines.count)
        for index in log.lines.indices { records.append(try record(index, of: log)) }
        return RunHistory(records)
    }

    /// What `HEAD` says: to be kept elsewhere as a witness. Nil where nothing was published yet.
    public func head() throws(ArchiveError) -> Head? {
        guard try Disk.kind(headPath) != nil else { return nil }
        let text = String(decoding: try Disk.read(headPath, atMost: Archive.headBound), as: UTF8.self)
        guard let head = Head(text) else {
            throw .strangeHead(
                path: headPath, found: "something else than origin, size and digest",
                expected: "what its last line says")
        }
        return head
    }

    /// What the log was when a run had just been published: what a mail about it carries as a witness.
    public func witness(of run: Run) throws -> Witness {
        Witness(size: run.sequence, digest: SHA256.digest(of: try LogRecord.run(run).line()))
    }

    /// A run's manifest, checked against the log.
    public func manifest(of run: Run) throws(ArchiveError) -> Manifest {
        let path = "\(path(of: run.place))/\(Archive.manifestName)"
        let bytes = try read(path, of: run, atMost: Archive.manifestBound)
        guard SHA256.digest(of: bytes) == run.manifest else { throw .altered(path: path) }
        do {
            return try CanonicalJSON.value(Manifest.self, from: bytes)
        } catch {
            throw .damagedManifest(path: path, detail: CanonicalJSON.fault(error))
        }
    }

    /// One of a run's files, such as `cells.json`, checked against its manifest; nil where the run has no such file.
    public func file(_ name: String, of run: Run) throws(ArchiveError) -> Data? {
        guard let output = try manifest(of: run).outputs.first(where: { $0.name == name }) else { return nil }
        let path = "\(path(of: run.place))/\(name)"
        let bytes: [UInt8]
        do {
            bytes = try read(path, of: run, atMost: output.bytes)
        } catch {
            if case .tooLarge = error { throw .altered(path: path) }
            throw error
        }
        guard SHA256.digest(of: bytes) == output.sha256 else { throw .altered(path: path) }
        return Data(bytes)
    }

    private func read(_ path: String, of run: Run, atMost bound: Int) throws(ArchiveError) -> [UInt8] {
        if try Disk.kind(self.path(of: run.place)) == nil,
            case .removed(let removal)? = try? history().state(of: run)
        {
            throw .removedRun(place: run.place, person: removal.person, reason: removal.reason)
        }
        if let stranger = try stranger(onTheWayTo: run.place) { throw .irregular(path: stranger.path, stranger.kind) }
        return try Disk.read(path, atMost: bound)
    }

    /// The log as it is.
    /// - Throws: ``ArchiveError/missing(path:)`` where there is none, and ``ArchiveError/lostLog(path:trace:)`` where there was one.
    func readLog() throws(ArchiveError) -> Log {
        guard exists else {
            if let trace = try traceOfLog() { throw .lostLog(path: logPath, trace: trace) }
            throw .missing(path: root)
        }
        return Log(try Disk.read(logPath, atMost: Archive.logBound))
    }

    /// The log to which a line will be added: an empty one where nothing was ever published.
    func logToExtend() throws(ArchiveError) -> Log {
        guard try Disk.kind(logPath) == nil else { return try readLog() }
        // A first publication that was interrupted has made a run's folder, and no log yet.
        if try Disk.kind(notePath) == nil, let trace = try traceOfLog() { throw .lostLog(path: logPath, trace: trace) }
        return Log([])
    }

    /// What stands in the root though only a publication can have made it, so that there was a log: `HEAD`, or a run.
    private func traceOfLog() throws(ArchiveError) -> String? {
        guard try Disk.kind(root) == .folder else { return nil }
        if try Disk.kind(headPath) == .file { return "HEAD" }
        var folders = try Disk.entries(in: root).filter { Archive.isYear($0.name) && $0.kind == .folder }.map(\.name)
        for _ in ["period", "kind", "revision"] {
            var inner: [String] = []
            for folder in folders {
                inner += try Disk.entries(in: "\(root)/\(folder)").filter { $0.kind == .folder && $0.isNamed }
                    .map { "\(folder)/\($0.name)" }
            }
            folders = inner
        }
        for folder in folders where try Disk.kind("\(root)/\(folder)/\(Archive.manifestName)") != nil { return folder }
        return nil
    }

    func record(_ index: Int, of log: Log) throws(ArchiveError) -> LogRecord {
        do {
            return try log.record(index)
        } catch {
            throw .damagedLog(path: logPath, line: index + 1, detail: "\(error)")
        }
    }

    func outline(of log: Log) throws(ArchiveError) -> Outline {
        do {
            return try log.outline()
        } catch {
            throw .damagedLog(path: logPath, line: error.number, detail: error.detail)
        }
    }
}
