public import Dates

/// The mail about a report: subject, text and HTML of one summary, with the same words and numbers in each.
public struct ReportMail: Hashable, Sendable {
    /// `Weekly 2025-W47: HOLD at 25 %, 2 checks failed`.
    public let subject: String
    /// The plain text.
    public let text: String
    /// The same as HTML.
    public let html: String
    /// The headers that a program can act on: input, size and head of the archive's log.
    public var headers: [(name: String, value: String)] {
        var headers = [(name: "X-Report-Input", value: inputID)]
        if let witness {
            headers += [("X-Report-Log-Size", String(witness.size)), ("X-Report-Log-Head", witness.head)]
        }
        return headers
    }

    private let inputID: String
    private let witness: ReportSummary.Witness?

    /// Composes the mail about a report.
    ///
    /// - Parameter attachments: The names of the files that go with it.
    public static func compose(_ summary: ReportSummary, attachments: [String] = []) -> ReportMail {
        ReportMail(
            subject: subject(summary), text: ReportMailText.text(summary, attachments),
            html: ReportMailHTML.text(summary, attachments), inputID: summary.inputID, witness: summary.witness)
    }

    /// The mail to one recipient.
    ///
    /// - Parameter date: The moment that the mail bears: that of the report.
    /// - Throws: ``MailError`` where the summary's words cannot stand in a header.
    public func message(
        from: MailAddress, to: MailAddress, replyTo: MailAddress? = nil, id: MessageID, date: Instant,
        attachments: [Attachment] = []
    ) throws(MailError) -> MailMessage {
        try MailMessage(
            from: from, to: to, replyTo: replyTo, id: id, date: date, subject: subject, text: text, html: html,
            attachments: attachments, headers: headers)
    }

    /// What went wrong comes first: inboxes cut long subjects.
    private static func subject(_ summary: ReportSummary) -> String {
        var parts: [String] = []
        if summary.failure != nil { parts.append("REPORT FAILED") }
        if let decision = summary.decision { parts.append(decision) }
        if !summary.failedChecks.isEmpty { parts.append(failedChecks(summary.failedChecks.count)) }
        return "\(summary.label) \(summary.period): \(parts.isEmpty ? "ready" : parts.joined(separator: ", "))"
    }

    private static func failedChecks(_ count: Int) -> String {
        count == 1 ? "1 check failed" : "\(count) checks failed"
    }
}
