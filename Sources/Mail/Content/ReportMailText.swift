/// A report's mail as plain text, for people who read mail that way and for clients that show nothing else.
enum ReportMailText {
    /// The whole text.
    static func text(_ summary: ReportSummary, _ attachments: [String]) -> String {
        let title = "\(summary.title) \(summary.period)"
        var blocks = ["\(title)\n\(String(repeating: "=", count: title.count))"]
        if let failure = summary.failure { blocks.append("\(MailWords.failed) \(failure)") }
        if let notice = summary.notice { blocks.append(notice) }
        if let decision = summary.decision { blocks.append("Decision: \(decision)") }
        if let headline = summary.headline { blocks.append(headline) }
        if let lead = summary.lead { blocks.append(lead) }
        if !summary.failedChecks.isEmpty {
            let rows = summary.failedChecks.map { "  ✗ \($0.title): \($0.detail)" }
            blocks.append(([MailWords.failedChecks] + rows).joined(separator: "\n"))
        }
        if !summary.figures.isEmpty {
            blocks.append(([MailWords.figures] + figures(summary.figures)).joined(separator: "\n"))
        }
        var places: [String] = []
        if let page = summary.page { places.append("\(MailWords.page): \(page)") }
        if !attachments.isEmpty { places.append("\(MailWords.attached): \(attachments.joined(separator: ", "))") }
        if !places.isEmpty { blocks.append(places.joined(separator: "\n")) }
        blocks.append("--\n" + MailWords.provenance(summary).joined(separator: "\n"))
        return blocks.joined(separator: "\n\n") + "\n"
    }

    /// Labels to the left, numbers to the right, verdicts behind them; a reason in a number's place may be longer.
    private static func figures(_ figures: [ReportSummary.Figure]) -> [String] {
        let labels = figures.map(\.label.count).max() ?? 0
        let numbers = figures.map(\.text.count).filter { $0 <= MailWords.numberWidth }.max() ?? 0
        return figures.map { figure in
            let label = figure.label + String(repeating: " ", count: labels - figure.label.count)
            let number = String(repeating: " ", count: max(numbers - figure.text.count, 0)) + figure.text
            return "  \(label)  \(number)" + (figure.verdict.map { "  \(MailWords.sign($0.tone)) \($0.word)" } ?? "")
        }
    }
}
