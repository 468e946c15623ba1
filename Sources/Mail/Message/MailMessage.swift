public import Dates
internal import Digests

/// One mail to one recipient. What exists as a value can be sent: every header is checked when it is made.
public struct MailMessage: Hashable, Sendable {
    /// Who writes, and to whom delivery failures go.
    public let from: MailAddress
    /// Who gets it.
    public let to: MailAddress
    /// The mail's name, the same whenever it is sent.
    public let id: MessageID
    /// The whole mail as it goes over the wire and into an `.eml` file (RFC 5322, MIME): lines end with CRLF, no line is
    /// longer than 998 characters, every byte is ASCII, and no line begins with a dot.
    ///
    /// The same message gives the same bytes: the boundaries between its parts come from its id.
    public let bytes: [UInt8]

    /// A mail.
    ///
    /// - Parameters:
    ///   - replyTo: Where answers go; nil for the sender.
    ///   - date: The moment that the mail bears: that of the report, not that of the sending.
    ///   - text: The plain text.
    ///   - html: The same as HTML; nil for a mail of plain text alone.
    ///   - attachments: Files that go with it.
    ///   - headers: Further headers, `X-Report-Input` and the like.
    /// - Throws: ``MailError`` for a header that cannot be written or would be a second one of its name.
    public init(
        from: MailAddress, to: MailAddress, replyTo: MailAddress? = nil, id: MessageID, date: Instant, subject: String,
        text: String, html: String? = nil, attachments: [Attachment] = [],
        headers: [(name: String, value: String)] = []
    ) throws(MailError) {
        self.from = from
        self.to = to
        self.id = id
        var lines = HeaderLine("Date", tokens: [MailDate.text(date)]).text
        lines += try HeaderLine("From", address: from).text
        lines += try HeaderLine("To", address: to).text
        if let replyTo { lines += try HeaderLine("Reply-To", address: replyTo).text }
        lines += try HeaderLine("Subject", prose: subject).text
        lines += HeaderLine("Message-ID", tokens: [id.description]).text
        // RFC 3834: nobody's holiday notice answers this.
        lines += "Auto-Submitted: auto-generated\r\n"
        var taken: Set = [
            "date", "from", "to", "reply-to", "subject", "message-id", "auto-submitted", "mime-version", "sender", "cc",
            "bcc", "content-type", "content-transfer-encoding", "content-disposition",
        ]
        for header in headers {
            guard taken.insert(header.name.lowercased()).inserted else {
                throw .invalid(what: "header", value: header.name, rule: "is written by the mail itself or given twice")
            }
            lines += try HeaderLine(header.name, prose: header.value).text
        }
        lines += "MIME-Version: 1.0\r\n"
        var output = Array(lines.utf8)
        Self.body(text, html, attachments, seed: String(SHA256.digest(of: id.text).prefix(24))).append(to: &output)
        bytes = output
    }

    private static func body(_ text: String, _ html: String?, _ attachments: [Attachment], seed: String) -> MIMEPart {
        var body = MIMEPart(text: text, subtype: "plain")
        if let html {
            body = MIMEPart([body, MIMEPart(text: html, subtype: "html")], subtype: "alternative", boundary: seed)
        }
        guard !attachments.isEmpty else { return body }
        return MIMEPart([body] + attachments.map { MIMEPart($0) }, subtype: "mixed", boundary: seed)
    }
}
