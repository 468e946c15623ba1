internal import Dates
internal import Foundation
internal import History
internal import Ledger
internal import Notebooks

/// What a report says of where its figures come from.
enum Provenance {
    /// The lines of "About this report", as the history stood on a date: what came in later plays no part.
    static func lines(
        _ data: ReportData, template: Template, program: String, asOf: Day
    ) throws -> [Document.Parameter] {
        func file(_ path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }
        var lines = [Document.Parameter(name: "History", text: file(data.store.path))]
        if let days = try data.store.span(), days.lowerBound <= asOf {
            let last = min(days.upperBound, asOf)
            lines.append(Document.Parameter(name: ReportMaker.spanLabel, text: "\(days.lowerBound) to \(last)"))
        }
        for run in try data.store.runs() where run.from <= asOf {
            let seed = run.seed.map { ", seed \($0)" } ?? ""
            lines.append(
                Document.Parameter(
                    name: "Source", text: "\(run.kind) \(run.from) to \(run.to)\(seed): \(run.provenance)"))
        }
        lines.append(Document.Parameter(name: "Template", text: file(template.file)))
        lines.append(Document.Parameter(name: "Program", text: program))
        return lines
    }

    /// Said at the top of every format when any price was made by a model; nil otherwise.
    static func syntheticNotice(_ store: HistoryStore, asOf: Day) throws -> String? {
        guard let run = try store.runs().last(where: { $0.isSynthetic && $0.from <= asOf }) else { return nil }
        return
            "\(run.provenance.prefix(1).uppercased())\(run.provenance.dropFirst()). Nobody earned or lost this money."
    }
}
