internal import Dates
internal import Digests

extension AlertNotice {
    /// One line for a log: `2025-11-21T22:00:00Z CRITICAL: Mail is not going out [nightly.mail] three nights …`.
    public var logLine: String {
        let words = "\(headline) [\(alert.key)] \(alert.body)"
        let line = words.unicodeScalars.map { $0.isControl ? " " : String($0) }.joined()
        return "\((recoveredAt ?? since).iso) \(line)"
    }

    /// The mail about it. The same notice has the same id, so that one that comes twice is recognised.
    ///
    /// - Parameter host: The host that vouches for the id.
    /// - Throws: ``MailError`` where words or host cannot stand in a header.
    public func message(from: MailAddress, to: MailAddress, host: String) throws(MailError) -> MailMessage {
        let moment = recoveredAt ?? since
        let id = try MessageID(
            kind: "alert", period: alert.key, revision: 1,
            inputID: "\(moment.secondsSince1970).\(SHA256.digest(of: headline).prefix(16))", host: host)
        return try MailMessage(
            from: from, to: to, id: id, date: moment, subject: headline, text: "\(headline)\n\n\(details)\n",
            headers: [("X-Alert-Key", alert.key)])
    }

    /// The body of a webhook call: `{"text":"…"}`, which Slack, Mattermost and others take.
    ///
    /// The three characters that Slack reads as markup are entities, in Slack's way; the rest is JSON's (RFC 8259,
    /// section 7).
    public var webhookBody: String {
        let text = "\(headline)\n\(details)".unicodeScalars.map { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "\\\""
            case "\\": "\\\\"
            case "\n": "\\n"
            case _ where scalar.isControl: " "
            default: String(scalar)
            }
        }.joined()
        return "{\"text\":\"\(text)\"}"
    }
}
