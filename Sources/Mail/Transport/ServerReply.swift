/// What a server answered: its number and its words.
public struct ServerReply: Hashable, Sendable, Codable {
    /// The number; 0 where none was given. Of a mail server: 2xx done, 3xx go on, 4xx not now, 5xx never (RFC 5321,
    /// section 4.2.1). Of a web server: its status (RFC 9110, section 15).
    public let code: Int
    /// The words, on one line and without control characters.
    public let text: String

    /// An answer. Words of a server that means ill cannot forge lines of a log or fill it.
    public init(code: Int, text: String) {
        self.code = code
        let words = text.unicodeScalars.map { $0.isControl ? " " : String($0) }.joined()
        self.text = String(words.split(separator: " ").joined(separator: " ").prefix(300))
    }
}

extension ServerReply: CustomStringConvertible {
    /// `250 2.0.0 queued`; only the words where there is no number.
    public var description: String { code == 0 ? text : text.isEmpty ? String(code) : "\(code) \(text)" }
}
