public import Archive
internal import Foundation
public import Notebooks

extension Document {
    /// The document with what only the archive knows: its revision, its neighbours, what changed since the last one, and the
    /// input id by which its manifest is found.
    func published(as draft: Draft, in slot: Slot, archive: Archive) throws -> Document {
        var document = self
        document.facts = draft.facts.map { Parameter(name: $0.name, text: $0.text) }
        if let supersedes = slot.supersedes {
            document.facts.append(Parameter(name: Label.revision, text: "\(slot.place.revision)"))
            let reason = draft.reason ?? ""
            document.provenance.append(
                Parameter(
                    name: Label.revision,
                    text: "\(slot.place.revision), in place of r\(supersedes.place.revision). \(reason)"))
            document.links.append(
                Parameter(name: "Superseded r\(supersedes.place.revision)", text: page(of: supersedes)))
        }
        if let previous = slot.previous {
            let page = page(of: previous)
            document.links.append(Parameter(name: "Previous: \(previous.place.period)", text: page))
            if let cells = try archive.cells(of: previous) {
                document.changes = ChangesBlock(
                    since: Parameter(name: previous.outcome.title, text: page),
                    changes: document.changes(
                        since: cells, about: (previous.place.period, slot.place.period), withCells: false))
            }
        }
        document.links.append(
            Parameter(name: "Archive", text: "\(Self.root)\(slot.place.period.year)/index.html#\(slot.place.name)"))
        document.provenance.append(Parameter(name: Label.inputID, text: draft.inputID))
        return document
    }

    /// The archive's root as seen from a run's folder.
    private static let root = "../../../../"

    private func page(of run: Run) -> String { "\(Self.root)\(run.place.path)/index.html" }
}

extension Archive {
    /// A run's cells, from which it can be rendered, sent and compared without the history; nil where it has none.
    public func cells(of run: Run) throws -> Document? {
        try file(PublishedFile.cells, of: run).map {
            try DocumentJSON.document(from: String(decoding: $0, as: UTF8.self))
        }
    }
}
