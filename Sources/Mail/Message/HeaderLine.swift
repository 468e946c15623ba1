/// One header of a mail as the lines that stand for it (RFC 5322, section 2.2).
///
/// Lines are folded at spaces before column 76; a text with anything but plain ASCII becomes encoded words. Line ends
/// never come from a value.
struct HeaderLine {
    /// The lines with the CRLF that ends each.
    let text: String

    /// A header whose value is prose, such as a subject.
    /// - Throws: ``MailError`` where the value holds control characters or the name is none.
    init(_ name: String, prose value: String) throws(MailError) {
        try Self.check(name, value)
        let words = value.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        self.init(name, tokens: Self.isPlain(words) ? words : Self.encoded(value, after: name))
    }

    /// A header whose value is an address.
    init(_ name: String, address: MailAddress) throws(MailError) {
        let mailbox = "<\(address.mailbox)>"
        guard let owner = address.name else {
            self.init(name, tokens: [mailbox])
            return
        }
        try Self.check(name, owner)
        let isASCII = owner.utf8.allSatisfy { $0 < 128 } && !owner.contains("=?") && owner.utf8.count <= 60
        let escaped = owner.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
        self.init(name, tokens: (isASCII ? ["\"\(String(escaped))\""] : Self.encoded(owner, after: name)) + [mailbox])
    }

    /// A header whose value this room made itself and which has nothing to encode.
    init(_ name: String, tokens: [String]) {
        var lines = name + ":"
        var column = lines.utf8.count
        for (index, token) in tokens.enumerated() {
            if index > 0, column + 1 + token.utf8.count > 76 {
                lines += "\r\n"
                column = 0
            }
            lines += " " + token
            column += 1 + token.utf8.count
        }
        text = lines + "\r\n"
    }

    private static func check(_ name: String, _ value: String) throws(MailError) {
        // Colon and space end a name; the limit leaves room for an encoded word on its line.
        guard (1...50).contains(name.utf8.count), name.utf8.allSatisfy({ (33...126).contains($0) && $0 != 58 }) else {
            throw .invalid(
                what: "header", value: name, rule: "must be named by up to 50 printable ASCII characters without ':'")
        }
        guard !value.isEmpty else { throw .invalid(what: "header \(name)", value: value, rule: "must not be empty") }
        guard !value.unicodeScalars.contains(where: \.isControl) else {
            throw .invalid(
                what: "header \(name)", value: value, rule: "holds a line end or another control character; take it out"
            )
        }
    }

    /// Whether words survive folding and reading as they are: printable ASCII, single spaces, nothing that a reader
    /// would decode, no word too long for a line.
    private static func isPlain(_ words: [String]) -> Bool {
        words.allSatisfy { word in
            (1...76).contains(word.utf8.count) && word.utf8.allSatisfy { (33...126).contains($0) }
                && !word.contains("=?")
        }
    }

    private static func encoded(_ value: String, after name: String) -> [String] {
        // RFC 2047, section 2: lines with encoded words have at most 76 characters, and an encoded word at most 75.
        EncodedWords.words(for: value, length: min(75, 76 - name.utf8.count - 2))
    }
}
