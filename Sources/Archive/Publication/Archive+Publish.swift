public import Dates
internal import Digests
public import Foundation
internal import Input

extension Archive {
    /// Adds a report to the archive, whole or not at all.
    ///
    /// Its files are written into a folder beside, brought to the disk and renamed into place; then the log gets its line and
    /// `HEAD` and index follow. A crash before the renaming leaves nothing; after it the next writer completes what is left.
    /// A run for the same kind and period whose inputs are the same adds nothing; with other inputs it is the next revision.
    ///
    /// - Parameters:
    ///   - draft: the report about to be published.
    ///   - clock: the time, asked once, when the files are written.
    ///   - write: writes the report's files into an empty folder. It is not called where nothing is to be added.
    /// - Throws: ``ArchiveError``, `FileLock.Refusal` while another program writes, or what `write` throws.
    @discardableResult
    public func publish(
        _ draft: Draft, clock: () -> Instant, write: (_ folder: URL, _ slot: Slot) throws -> Void
    ) throws -> Publication {
        try draft.check()
        return try writing { log in
            let outline = try self.outline(of: log)
            let slot = try slot(of: draft, log, outline)
            if let run = slot.supersedes, run.inputID == draft.inputID { return .unchanged(run) }
            guard slot.place.revision == 1 || draft.reason != nil else {
                let last = Place(kind: draft.kind, period: draft.period, revision: slot.place.revision - 1)
                throw ArchiveError.noReason(report: draft.name, standing: last ?? slot.place)
            }
            try checkVacant(slot.place)
            let staging = stagingPath(of: slot.place)
            let run: Run
            let line: [UInt8]
            do {
                try Disk.makeFolder(staging)
                try checkpoint(.staged)
                try write(URL(fileURLWithPath: staging, isDirectory: true), slot)
                try checkpoint(.written)
                run = try describe(draft, slot, staging, finished: clock(), log)
                line = try LogRecord.run(run).line()
                try checkpoint(.described)
                try synchronise(staging)
                try checkpoint(.synced)
                try Disk.replace(notePath, with: line + [10])
                try Disk.sync(root)
                try checkpoint(.announced)
                try Disk.makeFolder(Disk.split(path(of: slot.place)).folder)
                try Disk.move(staging, to: path(of: slot.place))
            } catch {
                discard(slot.place)
                throw error
            }
            try finishing(slot.place) {
                try Disk.sync(Disk.split(path(of: slot.place)).folder)
                try checkpoint(.placed)
                try complete(.run(run), line, log, outline)
            }
            return .published(run)
        }
    }

    /// The place and neighbours that a draft would have now.
    public func slot(for draft: Draft) throws(ArchiveError) -> Slot {
        try draft.check()
        let log = try logToExtend()
        return try slot(of: draft, log, try outline(of: log))
    }

    private func slot(of draft: Draft, _ log: Log, _ outline: Outline) throws(ArchiveError) -> Slot {
        let series = Series(kind: draft.kind, period: draft.period)
        func run(_ place: Place?) throws(ArchiveError) -> Run? {
            guard let place, let line = outline.currentLine(place.series),
                case .run(let run) = try record(line, of: log)
            else { return nil }
            return run
        }
        guard let place = Place(kind: draft.kind, period: draft.period, revision: outline.nextRevision(series)) else {
            throw .invalidDraft(report: draft.name, rule: "the kind is no kind")
        }
        return Slot(
            place: place, supersedes: try run(outline.current(series)), previous: try run(outline.previous(series)))
    }

    /// Looks before the work begins whether anything stands in the way.
    private func checkVacant(_ place: Place) throws(ArchiveError) {
        try checkWay(to: place)
        if try Disk.kind(path(of: place)) != nil { throw .occupied(path: path(of: place), by: "not in the log") }
    }

    /// Writes the manifest, and says what the log will say.
    private func describe(
        _ draft: Draft, _ slot: Slot, _ folder: String, finished: Instant, _ log: Log
    ) throws -> Run {
        let outputs = try outputs(in: folder)
        let manifest = Manifest(
            place: slot.place, asOf: draft.asOf, supersedes: slot.supersedes.map(Manifest.Reference.init),
            reason: draft.reason, inputID: draft.inputID, program: draft.program, settings: draft.settings,
            templates: draft.templates, parameters: draft.parameters, inputs: draft.inputs, outputs: outputs,
            outcome: draft.outcome, facts: draft.facts, warnings: draft.warnings,
            previous: slot.previous.map(Manifest.Reference.init),
            volatile: .init(
                started: draft.started, finished: finished, host: draft.host, user: draft.user, command: draft.command))
        let bytes = try CanonicalJSON.page(manifest)
        try Disk.create("\(folder)/\(Archive.manifestName)", bytes)
        return Run(
            sequence: log.lines.count + 1, time: finished, place: slot.place, asOf: draft.asOf,
            supersedes: slot.supersedes?.place, reason: draft.reason, inputID: draft.inputID,
            manifest: SHA256.digest(of: bytes),
            files: Run.readable.filter { name in outputs.contains { $0.name == name } },
            outcome: draft.outcome, warnings: draft.warnings.count, previous: log.link(origin: origin))
    }

    private func outputs(in folder: String) throws(ArchiveError) -> [Manifest.Output] {
        var outputs: [Manifest.Output] = []
        for (name, kind) in try Disk.files(below: folder) {
            guard kind == .file else { throw .invalidOutput(name: name, rule: "it is \(kind.words), and no file") }
            guard name != Archive.manifestName else {
                throw .invalidOutput(name: name, rule: "the archive itself writes the manifest")
            }
            outputs.append(try Manifest.Output(name: name, file: "\(folder)/\(name)"))
        }
        guard !outputs.isEmpty else { throw .invalidOutput(name: folder, rule: "the report wrote no file") }
        return outputs
    }

    private func synchronise(_ folder: String) throws(ArchiveError) {
        for (name, _) in try Disk.files(below: folder) { try Disk.settle("\(folder)/\(name)", mode: 0o644) }
        for folder in try Disk.folders(below: folder) { try Disk.settle(folder, mode: 0o755) }
    }
}

extension Manifest.Reference {
    /// A run as the log has it.
    init(_ run: Run) { self.init(place: run.place, sha256: run.manifest) }
}

extension Manifest.Output {
    /// A file as it is on the disk.
    init(name: String, file path: String) throws(ArchiveError) {
        self.init(name: name, sha256: try Disk.digest(path), bytes: try Disk.size(path))
    }
}
