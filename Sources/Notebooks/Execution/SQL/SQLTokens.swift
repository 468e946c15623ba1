/// The words of a statement with their places, as far as they are needed to say where something is wrong.
struct SQLTokens {
    /// A kind of word.
    enum Kind {
        /// A name or keyword, in quotes or not.
        case name
        /// A text in single quotes.
        case text
        /// A bound parameter with its sign.
        case parameter
        /// Anything else.
        case other
    }

    /// A word.
    struct Token {
        let kind: Kind
        /// Without quotes.
        let text: String
        /// Bytes of the statement before it.
        let offset: Int
    }

    /// The words, in order, comments left out.
    let all: [Token]

    /// Takes a statement apart.
    init(_ sql: String) {
        let bytes = Array(sql.utf8)
        var tokens: [Token] = []
        var next = 0
        while next < bytes.count {
            let (kind, length, text) = SQLTokens.token(bytes, at: next)
            if let kind { tokens.append(Token(kind: kind, text: text, offset: next)) }
            next += length
        }
        all = tokens
    }

    /// The place of the first name or parameter that reads so; SQL does not tell large letters from small ones.
    func offset(of text: String) -> Int? {
        let wanted = text.lowercased()
        return all.first { ($0.kind == .name || $0.kind == .parameter) && $0.text.lowercased() == wanted }?.offset
    }

    private static func token(_ bytes: [UInt8], at start: Int) -> (Kind?, length: Int, String) {
        func end(after sequence: String, from index: Int) -> Int {
            let wanted = Array(sequence.utf8)
            var index = index
            while index < bytes.count, !bytes[index...].starts(with: wanted) { index += 1 }
            return min(index + wanted.count, bytes.count)
        }
        func word(from index: Int) -> Int {
            bytes[index...].firstIndex { !isPart($0) } ?? bytes.count
        }
        func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        let rest = bytes[start...]
        let first = bytes[start]
        switch first {
        case UInt8(ascii: "-") where rest.starts(with: "--".utf8):
            return (nil, (rest.firstIndex(of: 10) ?? bytes.count) - start, "")
        case UInt8(ascii: "/") where rest.starts(with: "/*".utf8):
            return (nil, end(after: "*/", from: start + 2) - start, "")
        case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "["):
            let sign = first == UInt8(ascii: "[") ? "]" : String(UnicodeScalar(first))
            let stop = end(after: sign, from: start + 1)
            return (
                first == UInt8(ascii: "'") ? .text : .name, stop - start, text(start + 1..<max(start + 1, stop - 1))
            )
        case UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "$"), UInt8(ascii: "?"):
            let stop = word(from: start + 1)
            return (.parameter, stop - start, text(start..<stop))
        default:
            guard isPart(first) else { return (first > 32 ? .other : nil, 1, text(start..<start + 1)) }
            let stop = word(from: start)
            return (.name, stop - start, text(start..<stop))
        }
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        TemplateParser.isLetterOrDigit(byte) || byte == 95 || byte > 127
    }
}
