public import Archive
internal import Digests
internal import Foundation
public import Notebooks
internal import Rendering

extension Publisher {
    /// Makes a run's report again from the history as it stood on its as-of date, beside the archive, and compares the
    /// files with those of its manifest, and those with what lies in the archive.
    ///
    /// - Throws: ``PublishingError/templateMissing(run:template:)``, `ArchiveError`, and what notebook and history throw.
    public func reproduce(_ run: Run, templates: TemplateCatalogue) throws -> Reproduction {
        let manifest = try archive.manifest(of: run)
        let log = try history()
        let name = manifest.templates.first?.name ?? run.place.kind
        guard let template = templates.templates.first(where: { "\($0.name).md" == name })?.template else {
            throw PublishingError.templateMissing(run: run.place.name, template: name)
        }
        let order = ReportOrder(
            template, about: run.place.period, asOf: manifest.asOf,
            parameters: Dictionary(
                manifest.parameters.filter { !$0.isDefault }.map { ($0.name, $0.text) }, uniquingKeysWith: { $1 }))
        let before = log.before(run)
        let made = try make(order, log: before)
        var draft = try draft(made, order, log: before, started: now())
        draft.reason = manifest.reason
        let document = try made.document.published(as: draft, in: log.slot(of: run), archive: archive)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        guard mkdir(folder.path, 0o700) == 0 else {
            throw PublishingError.noTemporaryFolder(
                path: folder.deletingLastPathComponent().path, reason: String(cString: strerror(errno)))
        }
        _ = try write(document, made, order, into: folder)
        return Reproduction(
            run: run, files: try files(of: manifest, against: folder, run), causes: draft.changes(since: manifest))
    }

    private func isAsPublished(_ name: String, of run: Run) -> Bool {
        do { return try archive.file(name, of: run) != nil } catch { return false }
    }

    private func files(of manifest: Manifest, against folder: URL, _ run: Run) throws -> [Reproduction.File] {
        let made = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { name in
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(
                atPath: folder.appendingPathComponent(name).path, isDirectory: &isFolder)
            return exists && !isFolder.boolValue
        }
        let known = Dictionary(manifest.outputs.map { ($0.name, $0.sha256) }) { first, _ in first }
        let compared = try made.map { name -> Reproduction.File in
            guard let digest = known[name] else { return Reproduction.File(name: name, finding: .new) }
            let isSame = try SHA256.digest(ofFile: folder.appendingPathComponent(name).path) == digest
            guard isSame else { return Reproduction.File(name: name, finding: .different) }
            return Reproduction.File(name: name, finding: isAsPublished(name, of: run) ? .same : .altered)
        }
        let gone = known.keys.filter { !made.contains($0) }.map { Reproduction.File(name: $0, finding: .missing) }
        return (compared + gone).sorted { $0.name < $1.name }
    }
}
