/// Words and signs that the text and the HTML share.
enum MailWords {
    /// Before the reason why a report is not whole.
    static let failed = "THIS REPORT FAILED, and what follows is not whole:"
    /// Over the checks.
    static let failedChecks = "Failed checks"
    /// Over the figures.
    static let figures = "Headline figures"
    /// Before the page's address.
    static let page = "Report"
    /// Before the names of files.
    static let attached = "Attached"
    /// Characters of the longest number; what is longer in its place is a reason and may wrap.
    static let numberWidth = 16

    /// A sign for a tone, so that it does not rest on colour.
    static func sign(_ tone: ReportSummary.Verdict.Tone) -> String {
        switch tone {
        case .good: "✓"
        case .bad: "✗"
        case .open: "…"
        }
    }

    /// The last lines: what the report rests on, and what this mail is a witness to.
    static func provenance(_ summary: ReportSummary) -> [String] {
        var lines = ["Input \(summary.inputID)"]
        if let witness = summary.witness {
            lines.append("Archive: \(witness.size) \(witness.size == 1 ? "entry" : "entries"), head \(witness.head)")
            lines.append("Keep this mail: it is evidence of what the archive held, outside of the archive.")
        }
        return lines
    }
}
