internal import Digests
internal import Input

/// What stands in the folders: each file against its manifest, each manifest against the log.
struct RunAudit {
    let root: String
    private(set) var faults: [ArchiveFault] = []

    init(root: String) { self.root = root }

    private mutating func add(_ kind: ArchiveFault.Kind, _ place: String, _ message: String) {
        faults.append(ArchiveFault(kind: kind, place: place, message: message))
    }

    /// A run that stands in the log.
    mutating func check(_ run: Run) {
        let folder = run.place.path
        guard Disk.kind("\(root)/\(folder)") == .folder else {
            return add(.missingRun, folder, "the log has it in line \(run.sequence); restore the folder from a backup")
        }
        do {
            let files = try Disk.files(below: "\(root)/\(folder)")
            guard let manifest = try manifest(of: run, folder) else { return }
            let outputs = Dictionary(manifest.outputs.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
            let names = Set(files.map(\.name))
            for output in manifest.outputs {
                if names.contains(output.name) {
                    // What cannot be said of one file is said of the others.
                    do throws(ArchiveError) { try check(output, "\(folder)/\(output.name)") } catch {
                        unreadable(error)
                    }
                } else {
                    add(.missingFile, "\(folder)/\(output.name)", "the manifest lists it; restore it from a backup")
                }
            }
            for name in files.map(\.name) where outputs[name] == nil && name != Archive.manifestName {
                add(.extraFile, "\(folder)/\(name)", "the manifest does not list it")
            }
        } catch {
            unreadable(error)
        }
    }

    /// The manifest, where it is the one that the log names. From another one nothing could be learned of the files.
    private mutating func manifest(of run: Run, _ folder: String) throws(ArchiveError) -> Manifest? {
        let place = "\(folder)/\(Archive.manifestName)"
        guard Disk.kind("\(root)/\(place)") == .file else {
            add(.missingFile, place, "every run has one; the run's files cannot be verified without it")
            return nil
        }
        let bytes = try Disk.read("\(root)/\(place)")
        let digest = SHA256.digest(of: bytes)
        guard digest == run.manifest else {
            add(
                .changedManifest, place,
                "line \(run.sequence) of the log names \(run.manifest.prefix(12))…, and it has \(digest.prefix(12))…; "
                    + "the run's files cannot be verified until it is restored")
            return nil
        }
        do {
            let manifest = try CanonicalJSON.value(Manifest.self, from: bytes)
            compare(manifest, run, place)
            return manifest
        } catch {
            add(.unreadable, place, CanonicalJSON.fault(error))
            return nil
        }
    }

    /// Both were written from the same facts.
    private mutating func compare(_ manifest: Manifest, _ run: Run, _ place: String) {
        let facts: [(name: String, isSame: Bool)] = [
            ("place", manifest.place == run.place), ("as-of date", manifest.asOf == run.asOf),
            ("input id", manifest.inputID == run.inputID), ("outcome", manifest.outcome == run.outcome),
            ("reason", manifest.reason == run.reason), ("superseded run", manifest.supersedes?.place == run.supersedes),
            ("number of warnings", manifest.warnings.count == run.warnings),
        ]
        for fact in facts where !fact.isSame {
            add(.contradiction, place, "its \(fact.name) is not the one in line \(run.sequence) of the log")
        }
        if InputID.digest(of: manifest) != manifest.inputID {
            add(.contradiction, place, "its input id does not follow from what it lists")
        }
    }

    private mutating func check(_ output: Manifest.Output, _ place: String) throws(ArchiveError) {
        let path = "\(root)/\(place)"
        if let kind = Disk.kind(path), kind != .file {
            return add(.changedFile, place, "it is no file any more, but \(kind.words)")
        }
        let found = try Manifest.Output(name: output.name, file: path)
        if found.bytes != output.bytes {
            add(.changedFile, place, "it had \(output.bytes) bytes and has \(found.bytes); restore it from a backup")
        } else if found.sha256 != output.sha256 {
            add(
                .changedFile, place,
                "its digest was \(output.sha256.prefix(12))… and is \(found.sha256.prefix(12))…; restore it from a backup"
            )
        }
    }

    /// A run that was removed.
    mutating func checkRemoved(_ removal: Removal) {
        if Disk.kind("\(root)/\(removal.place.path)") != nil {
            add(.extraFile, removal.place.path, "line \(removal.sequence) of the log says that it was removed")
        }
    }

    /// What stands in the years' folders besides the runs of the log and the index pages. What else lies in the root is
    /// nobody's business.
    mutating func checkStrays(known: Set<String>, from year: Int?) {
        do {
            for name in try Disk.names(in: root) {
                if name.hasPrefix(Archive.stagingPrefix) {
                    add(.unfinished, name, "its publication was interrupted, or is going on; the next run removes it")
                } else if Archive.isYear(name), let number = Int(name), year.map({ number >= $0 }) ?? true {
                    try walk(name, depth: 1, known)
                }
            }
        } catch {
            unreadable(error)
        }
    }

    private mutating func walk(_ folder: String, depth: Int, _ known: Set<String>) throws(ArchiveError) {
        if let kind = Disk.kind("\(root)/\(folder)"), kind != .folder {
            return add(.extraFile, folder, "it is \(kind.words), and no folder of the archive")
        }
        for name in try Disk.names(in: "\(root)/\(folder)") where depth > 1 || name != "index.html" {
            let path = "\(folder)/\(name)"
            if depth == 1, Disk.isPartial(name) {
                add(.unfinished, path, "its writing was interrupted, or is going on; the next run removes it")
            } else if depth < 3 {
                try walk(path, depth: depth + 1, known)
            } else if !known.contains(path) {
                add(.extraFile, path, "the log does not have it")
            }
        }
    }

    mutating func unreadable(_ error: ArchiveError) {
        if case .refused(let path, _, _) = error {
            faults.append(.unreadable(String(path.dropFirst(root.count + 1)), error))
        } else {
            add(.unreadable, "", "\(error)")
        }
    }
}
