/// A mail's name for ever (RFC 5322, section 3.6.4), made from what it reports.
///
/// The same report gives the same name, so that a mail that arrives twice can be recognised as one.
public struct MessageID: Hashable, Sendable {
    /// `weekly.2025-W47.r1.3f2a9c@reports.example.com`, without the angle brackets.
    public let text: String

    /// The name of the mail about a report.
    ///
    /// - Parameters:
    ///   - kind: The kind of report, `weekly`.
    ///   - period: What it covers, `2025-W47` or `2025-11-21`.
    ///   - revision: The revision of that report, from 1.
    ///   - inputID: The digest, or the beginning of it, of what the report was made from.
    ///   - host: The name of the host that vouches for the uniqueness.
    /// - Throws: ``MailError`` for a part that cannot stand in a name.
    public init(kind: String, period: String, revision: Int, inputID: String, host: String) throws(MailError) {
        for (what, value) in [("kind", kind), ("period", period), ("input id", inputID)] {
            guard isDotAtom(value), value.utf8.count <= 64 else {
                throw .invalid(
                    what: "message id's \(what)", value: value,
                    rule: "must be up to 64 ASCII letters, digits, inner dots and hyphens")
            }
        }
        guard revision >= 1 else {
            throw .invalid(what: "message id's revision", value: String(revision), rule: "must be at least 1")
        }
        guard DomainName.isValid(host) else {
            throw .invalid(what: "message id's host", value: host, rule: DomainName.rule)
        }
        text = "\(kind).\(period).r\(revision).\(inputID)@\(host)"
    }
}

extension MessageID: CustomStringConvertible {
    /// `<weekly.2025-W47.r1.3f2a9c@reports.example.com>`.
    public var description: String { "<\(text)>" }
}
