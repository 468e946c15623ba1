import Console
import Dates
import Input
import Metrics
import Notebooks
import Rollout

/// A decision of the gate on a console: a page read in a minute.
struct GateText {
    let terminal: Terminal

    /// The decision, why, what is in force, and every check, those first that did not pass.
    func text(_ report: GateReport, state: String) -> String {
        let decision = report.decision
        var lines = [
            terminal.bold("Gate after \(decision.session): \(decision.summary)") + terminal.dim("  \(state)"),
            report.inForce.text, "",
            "\(terminal.bold(decision.rule.title)): \(Excerpt.whole(decision.reasons.first ?? ""))",
        ]
        lines +=
            decision.reasons.dropFirst().map { "  \(Excerpt.whole($0))" }
            + decision.notes.map { terminal.dim("  \(Excerpt.whole($0))") } + [""]
        var table = TextTable([.left, .left, .right, .left])
        var details: [String?] = []
        for check in decision.checksByUrgency {
            table.add(sign(check), check.title, value(check), check.limitText)
            details.append(check.status == .pass || check.detail.isEmpty ? nil : Excerpt.whole(check.detail))
        }
        for (row, detail) in zip(table.text.split(separator: "\n"), details) {
            lines.append(String(row))
            if let detail { lines.append("              " + terminal.dim(detail)) }
        }
        lines += ["", "Evidence: \(decision.evidence.text)."]
        return lines.joined(separator: "\n")
    }

    private func sign(_ check: GateCheck) -> String {
        switch check.status {
        case .pass: terminal.green("✓ pass     ")
        case .fail where check.rule.isGuard: terminal.red("✗ FAIL     ")
        case .fail: terminal.yellow("✗ not met  ")
        case .error: terminal.red("? UNKNOWN  ")
        case .inconclusive where check.verdict == "open": terminal.yellow("○ open     ")
        case .inconclusive: terminal.yellow("… too early")
        case .notRun: terminal.dim("  not asked")
        }
    }

    private func value(_ check: GateCheck) -> String {
        let value = Value(check.value)
        if case .undefined = value { return "–" }
        return ValueFormat(default: check.unit).text(value)
    }
}
