/// Something that somebody should know before they look.
public struct Alert: Hashable, Sendable, Codable {
    /// How soon it should be looked at, mildest first.
    public enum Severity: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
        /// When there is time.
        case notice
        /// Today.
        case warning
        /// Now.
        case critical

        /// Whether the first is milder than the second.
        public static func < (first: Severity, second: Severity) -> Bool {
            let order = allCases
            return (order.firstIndex(of: first) ?? 0) < (order.firstIndex(of: second) ?? 0)
        }
    }

    /// Which condition: a stable name such as `nightly.mail`. As long as it lasts, it is one alert.
    public let key: String
    /// The condition in a few words, `Mail is not going out`.
    public let title: String
    /// What is known, the remedy included.
    public let body: String
    /// How soon it should be looked at.
    public let severity: Severity

    /// An alert.
    /// - Throws: ``MailError`` for a key that is no plain name, since keys stand in headers and files.
    public init(key: String, title: String, body: String, severity: Severity) throws(MailError) {
        guard isDotAtom(key), key.utf8.count <= 64 else {
            throw .invalid(
                what: "alert's key", value: key,
                rule: "must be a name such as nightly.mail of up to 64 ASCII characters")
        }
        self.key = key
        self.title = title
        self.body = body
        self.severity = severity
    }
}
