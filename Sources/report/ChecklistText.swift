import Console
import Dates
import Input
import Metrics
import Notebooks

/// A checklist on a console: what is wrong first, in words and signs that need no colour.
struct ChecklistText {
    let terminal: Terminal

    /// The whole list under its heading, with the counts and what is to be known besides last.
    func text(_ checklist: Checklist, heading: String, notes: [String]) -> String {
        var table = TextTable([.left, .left, .right, .left])
        var evidence: [String] = []
        for check in checklist.byUrgency {
            table.add(sign(check.verdict), Excerpt.whole(check.title), value(check), Excerpt.whole(check.limit))
            evidence.append("           \(terminal.dim(Excerpt.whole(check.evidence)))")
        }
        let lines = zip(table.text.split(separator: "\n"), evidence).flatMap { ["\($0)", $1] }
        let counts =
            "\(checklist.checks.count) checks: \(checklist.count(.fail)) failed, \(checklist.count(.unknown)) not "
            + "evaluated, \(checklist.count(.warn)) with a warning, \(checklist.count(.pass)) passed"
        let marked = notes.map { terminal.yellow("! \(Excerpt.whole($0))") }
        return ([terminal.bold(heading), ""] + lines + ["", counts] + marked).joined(separator: "\n")
    }

    private func sign(_ verdict: CheckVerdict) -> String {
        switch verdict {
        case .pass: terminal.green("✓ pass   ")
        case .warn: terminal.yellow("! warn   ")
        case .fail: terminal.red("✗ FAIL   ")
        case .unknown: terminal.red("? UNKNOWN")
        }
    }

    private func value(_ check: Check) -> String {
        let format = check.unit == .ratio ? ValueFormat.delta : ValueFormat(default: check.unit)
        if case .undefined = check.value { return "–" }
        return format.text(check.value)
    }
}
