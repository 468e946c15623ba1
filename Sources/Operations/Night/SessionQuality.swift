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
        // Findings without a day are of an import as a whole, which told of them, and would be told every night.
        let findings = try store.findings(from: session, through: session).filter { $0.day == session }
        let errors = findings.count { $0.severity == .error }
        let warnings = findings.count { $0.severity == .warning }
        if errors > 0 { missing.append("\(Self.count(errors, "error")) in the data") }
        var words = missing
        if !snapshots.isEmpty { words.append(Self.count(snapshots.count, "snapshot")) }
        let doubtful = warnings > 0 ? " (\(Self.count(warnings, "warning")))" : ""
        words.append(Self.count(findings.count, "finding") + doubtful)
        return StepOutcome(missing.isEmpty ? .done : .attention, words.joined(separator: ", "))
    }

    private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
