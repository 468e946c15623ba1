internal import Digests
internal import Input

/// What stands in the folders: each file against its manifest, each manifest against the log.
struct RunAudit {
    let root: String
    private(set) var faults: [ArchiveFault] = []

    /// The runs of the log, by place; nil where the log is not whole.
    private let published: [Place: Run]?

    init(root: String, published: [Run]?) {
        self.root = root
        self.published = published.map {
            Dictionary($0.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }

    private mutating func add(_ kind: ArchiveFault.Kind, _ place: String, _ message: String) {
        faults.append(ArchiveFault(kind: kind, place: place, message: message))
    }

    /// A run that stands in the log.
    mutating func check(_ run: Run) {
        let folder = run.place.path
        do {
            let kind = try Disk.kind("\(root)/\(folder)")
            guard kind == .folder else {
                let found = kind.map { "; \($0.words) stands in its place" } ?? ""
                return add(
                    .missingRun, folder,
                    "the log has it in line \(run.sequence)\(found); restore the folder from a backup")
            }
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
        let kind = try Disk.kind("\(root)/\(place)")
        guard kind == .file else {
            let found = kind.map { "\($0.words) stands in its place" } ?? "every run has one"
            add(.missingFile, place, "\(found); the run's files cannot be verified without it")
            return nil
        }
        let bytes: [UInt8]
        do {
            bytes = try Disk.read("\(root)/\(place)", atMost: Archive.manifestBound)
        } catch {
            guard case .tooLarge(_, let bound) = error else { throw error }
            add(
                .changedManifest, place,
                "it has more than \(bound) bytes; the run's files cannot be verified until it is restored")
            return nil
        }
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
            if try CanonicalJSON.page(manifest) != bytes {
                add(.contradiction, place, "it is not in the archive's one form")
            }
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
        for (label, reference) in [("superseded run", manifest.supersedes), ("previous run", manifest.previous)] {
            guard let reference, let published else { continue }
            let named = published[reference.place]
            if named?.manifest != reference.sha256 || named.map({ $0.sequence >= run.sequence }) ?? true {
                add(.contradiction, place, "its \(label) \(reference.place) is none that the log had before it")
            }
        }
        var names: Set<String> = []
        for output in manifest.outputs where !names.insert(output.name).inserted {
            add(.contradiction, place, "it lists \(output.name) twice")
        }
    }

    private mutating func check(_ output: Manifest.Output, _ place: String) throws(ArchiveError) {
        let path = "\(root)/\(place)"
        if let kind = try Disk.kind(path), kind != .file {
            return add(.changedFile, place, "it is no file any more, but \(kind.words)")
        }
        let bytes = try Disk.size(path)
        guard bytes == output.bytes else {
            return add(.changedFile, place, "it had \(output.bytes) bytes and has \(bytes); restore it from a backup")
        }
        let digest = try Disk.digest(path)
        if digest != output.sha256 {
            add(
                .changedFile, place,
                "its digest was \(output.sha256.prefix(12))… and is \(digest.prefix(12))…; restore it from a backup")
        }
    }

    /// A run that was removed.
    mutating func checkRemoved(_ removal: Removal) {
        do throws(ArchiveError) {
            guard try Disk.kind("\(root)/\(removal.place.path)") != nil else { return }
            add(.extraFile, removal.place.path, "line \(removal.sequence) of the log says that it was removed")
        } catch {
            unreadable(error)
        }
    }

    /// What stands in the years' folders besides the runs of the log and the index pages. What else lies in the root is
    /// nobody's business.
    mutating func checkStrays(known: Set<String>, from year: Int?) {
        do {
            for entry in try Disk.entries(in: root) {
                let name = entry.name
                if name.hasPrefix(Archive.stagingPrefix) {
                    add(.unfinished, name, "its publication was interrupted, or is going on; the next run removes it")
                } else if Archive.isYear(name), let number = Int(name), year.map({ number >= $0 }) ?? true {
                    walk(entry, name, depth: 1, known)
                }
            }
        } catch {
            unreadable(error)
        }
    }

    private mutating func walk(_ folder: Disk.Entry, _ path: String, depth: Int, _ known: Set<String>) {
        guard folder.kind == .folder, folder.isNamed else {
            return add(.extraFile, path, "it is \(folder.kind.words), and none of the archive's")
        }
        let entries: [Disk.Entry]
        do throws(ArchiveError) {
            entries = try Disk.entries(in: "\(root)/\(path)")
        } catch {
            return unreadable(error)
        }
        for entry in entries where depth > 1 || entry.name != "index.html" {
            let inner = "\(path)/\(entry.name)"
            if depth == 1, Disk.isPartial(entry.name) {
                add(.unfinished, inner, "its writing was interrupted, or is going on; the next run removes it")
            } else if depth < 3 {
                walk(entry, inner, depth: depth + 1, known)
            } else if !known.contains(inner) {
                add(.extraFile, inner, "the log does not have it")
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
