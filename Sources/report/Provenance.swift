import Dates
import Foundation
import History
import Ledger
import Notebooks
import Reviews

/// What a report says of where its figures come from.
enum Provenance {
    /// The program's version, as reports and messages give it.
    static let version = "0.1.0"

    static func lines(_ store: HistoryStore, span: HistorySpan, template: String) throws -> [Document.Parameter] {
        var lines = [
            Document.Parameter(name: "History", text: URL(fileURLWithPath: store.path).lastPathComponent),
            Document.Parameter(name: "Days in it", text: "\(span.first) to \(span.last)"),
        ]
        for run in try store.runs() {
            let seed = run.seed.map { ", seed \($0)" } ?? ""
            lines.append(
                Document.Parameter(
                    name: "Source", text: "\(run.kind) \(run.from) to \(run.to)\(seed): \(run.provenance)"))
        }
        lines.append(Document.Parameter(name: "Template", text: URL(fileURLWithPath: template).lastPathComponent))
        lines.append(Document.Parameter(name: "Program", text: "ThetaDesk \(version)"))
        return lines
    }

    /// Said at the top of every format when any price was made by a model; nil otherwise.
    static func syntheticNotice(_ store: HistoryStore) throws -> String? {
        let runs = try store.runs().filter(\.isSynthetic)
        guard let run = runs.last else { return nil }
        return
            "\(run.provenance.prefix(1).uppercased())\(run.provenance.dropFirst()). Nobody earned or lost this money."
    }
}
