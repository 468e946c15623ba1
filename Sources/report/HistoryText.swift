import Archive
import Console
import Dates
import Foundation
import Input
import Metrics
import Notebooks

/// A list of published reports on a console, and as JSON.
struct HistoryText {
    let terminal: Terminal

    /// The runs as a table, with what is missing among them.
    func text(_ runs: [Run], of count: Int, in history: RunHistory, gaps: [Gap]) -> String {
        var table = TextTable([.left, .left, .left, .right, .left, .left])
        let heads = ["run", "decision", "verdict", "share", "outcome", "published"].map(terminal.dim)
        table.add(heads[0], heads[1], heads[2], heads[3], heads[4], heads[5])
        for run in runs {
            table.add(
                name(run, history), Excerpt.whole(run.outcome.decision ?? ""), verdict(run.outcome.verdict),
                run.outcome.share.map { ValueFormat.percent.text(.number($0)) } ?? "",
                Excerpt.whole(run.outcome.headline),
                terminal.dim("\(NewYork.wallTime(run.time))"))
        }
        let shown = runs.count < count ? "the newest \(runs.count) of \(count)" : "\(count)"
        var lines = [table.text, "", "\(shown) \(count == 1 ? "run" : "runs")"]
        if !gaps.isEmpty {
            let names = gaps.prefix(8).map { "\($0.period) \($0.kind)" }.joined(separator: ", ")
            lines.append(
                terminal.yellow("missing: \(names)" + (gaps.count > 8 ? " and \(gaps.count - 8) more" : "")))
        }
        return lines.joined(separator: "\n")
    }

    private func name(_ run: Run, _ history: RunHistory) -> String {
        switch history.state(of: run) {
        case .current: terminal.bold(run.place.name)
        case .superseded(let place): "\(run.place.name) (superseded by r\(place.revision))"
        case .removed(let removal): "\(run.place.name) (removed by \(Excerpt.whole(removal.person)))"
        }
    }

    private func verdict(_ word: String?) -> String {
        switch word {
        case "pass", "met": terminal.green(word ?? "")
        case "fail", "missed": terminal.red(word ?? "")
        default: Excerpt.whole(word ?? "")
        }
    }

    private struct Entry: Encodable {
        let run: String
        let folder: String
        let kind: String
        let period: String
        let revision: Int
        let asOf: String
        let published: String
        let state: String
        let supersedes: String?
        let reason: String?
        let inputID: String
        let outcome: Outcome
        let warnings: Int
    }

    /// The runs as a JSON array.
    static func json(_ runs: [Run], in history: RunHistory) throws -> String {
        let entries = runs.map { run in
            let state =
                switch history.state(of: run) {
                case .current: "current"
                case .superseded: "superseded"
                case .removed: "removed"
                }
            return Entry(
                run: run.place.name, folder: run.place.path, kind: run.place.kind, period: run.place.period.description,
                revision: run.place.revision, asOf: run.asOf.iso, published: run.time.iso, state: state,
                supersedes: run.supersedes?.name, reason: run.reason, inputID: run.inputID, outcome: run.outcome,
                warnings: run.warnings)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return String(decoding: try encoder.encode(entries), as: UTF8.self) + "\n"
    }
}
