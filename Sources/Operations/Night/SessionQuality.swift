internal import Dates
internal import History
internal import Input
internal import Ledger
internal import Nightly

/// Whether a session's data can be worked with: what is there, what is missing, what was found doubtful.
struct SessionQuality {
    let session: Day
    let store: HistoryStore

    /// What was found, as the outcome of the step.
    func outcome() throws -> StepOutcome {
        var missing: [String] = []
        let results = try store.dailyResults(from: session, through: session)
        if results.isEmpty { missing.append("no daily results") }
        let snapshots = try store.snapshots(from: session, through: session)
        if snapshots.isEmpty { missing.append("no snapshot") }
        let findings = try store.findings(from: session, through: session)
        let errors = findings.count { $0.severity == .error }
        let warnings = findings.count { $0.severity == .warning }
        if errors > 0 { missing.append("\(errors) \(errors == 1 ? "error" : "errors") in the data") }
        var words = missing
        words.append("\(snapshots.count) \(snapshots.count == 1 ? "snapshot" : "snapshots")")
        words.append("\(findings.count) findings" + (warnings > 0 ? ", \(warnings) of them warnings" : ""))
        return StepOutcome(missing.isEmpty ? .done : .attention, words.joined(separator: ", "))
    }
}
