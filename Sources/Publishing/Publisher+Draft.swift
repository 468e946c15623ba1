internal import Archive
internal import Dates
internal import Digests
internal import Foundation
internal import History
internal import Ledger
internal import Notebooks
internal import Reports

extension Publisher {
    /// Everything that the manifest will say but the revision's reason.
    func draft(_ made: MadeReport, _ order: ReportOrder, log: RunHistory, started: Instant) throws -> Draft {
        let document = made.document
        var inputs = try reports.data.store.inputs(asOf: document.asOf).compactMap(Manifest.Input.init)
        // Whatever a page shows is bound by its cells, also what no table of the history holds.
        inputs.append(Manifest.Input(name: "cells", text: try DocumentJSON.text(document)))
        if let previous = log.previous(kind: order.template.kind, before: order.period),
            let cells = try archive.file(PublishedFile.cells, of: previous)
        {
            inputs.append(
                Manifest.Input(name: "cells of \(previous.place.name)", text: String(decoding: cells, as: UTF8.self)))
        }
        return Draft(
            kind: order.template.kind, period: order.period, asOf: document.asOf, program: maker.program,
            settings: maker.settings,
            templates: order.template.sources.map {
                Manifest.Digested(name: $0.name, sha256: SHA256.digest(of: $0.text))
            },
            parameters: document.parameters.map {
                Manifest.Parameter(name: $0.name, text: $0.text, isDefault: order.parameters[$0.name] == nil)
            },
            inputs: inputs, outcome: Outcome(of: made, named: order.template.mentionedNames),
            facts: document.facts(gate: made.gate).map { Manifest.Fact(name: $0.name, text: $0.text) },
            started: started, host: maker.host, user: maker.user, command: maker.command)
    }

    /// Why a report is made anew: a person's words, and what is otherwise than at the run that it corrects.
    func reason(_ order: ReportOrder, _ draft: Draft, since run: Run) throws -> String {
        let changes = draft.changes(since: try archive.manifest(of: run))
        let found = "Changed since r\(run.place.revision): \(changes.joined(separator: ", "))"
        let words = order.reason?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        guard !words.isEmpty else { return found }
        return words + (".!?".contains(words.suffix(1)) ? " " : ". ") + found
    }
}

extension Draft {
    /// What of all that a report depends on is otherwise than in a manifest, in words.
    func changes(since manifest: Manifest) -> [String] {
        var changes: [String] = []
        if asOf != manifest.asOf { changes.append("the as-of date (\(manifest.asOf) → \(asOf))") }
        if program != manifest.program {
            changes.append("the program (\(manifest.program.text) → \(program.text))")
        }
        if settings != manifest.settings { changes.append("the desk's settings") }
        let earlier = Dictionary(manifest.templates.map { ($0.name, $0.sha256) }) { first, _ in first }
        if earlier != Dictionary(templates.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first }) {
            changes.append("the template")
        }
        for parameter in parameters {
            let before = manifest.parameters.first { $0.name == parameter.name }?.text
            if before != parameter.text {
                changes.append("\(parameter.name) (\(before ?? "none") → \(parameter.text))")
            }
        }
        let known = Dictionary(manifest.inputs.map { ($0.name, $0.sha256) }) { first, _ in first }
        let tables = inputs.filter { known[$0.name] != $0.sha256 }.map(\.name)
        let names = Set(inputs.map(\.name))
        changes += tables + manifest.inputs.map(\.name).filter { !names.contains($0) }.map { "\($0) (gone)" }
        // The cells follow from everything else, and say something only where nothing else does.
        return changes.count > 1 ? changes.filter { $0 != "cells" } : changes
    }
}

extension Manifest.Program {
    /// `ThetaDesk 0.1.0`.
    var text: String { "\(name) \(version)" }
}

extension Manifest.Input {
    /// A table of the history; nil for one whose rows are only counted.
    init?(_ table: InputTable) {
        guard let digest = table.digest else { return nil }
        self.init(
            name: table.name, sha256: digest, rows: table.rows,
            totals: table.totals.sorted { $0.key < $1.key }.map {
                Manifest.Fact(name: $0.key, text: $0.value.description)
            },
            firstDay: table.first, lastDay: table.last)
    }

    /// A text.
    init(name: String, text: String) {
        self.init(name: name, sha256: SHA256.digest(of: text), bytes: text.utf8.count, rows: 0)
    }
}
