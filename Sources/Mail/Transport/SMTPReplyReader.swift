/// Puts a server's lines together to replies: `250-` goes on, `250 ` ends.
struct SMTPReplyReader {
    private var words: [String] = []

    /// Takes a line as the server sent it; the reply that it ends, if it ends one.
    mutating func read(_ line: String) -> ServerReply? {
        let bytes = Array(line.utf8)
        guard bytes.count >= 3, let code = Int(line.prefix(3)), (200..<600).contains(code) else { return nil }
        // A server that never ends a reply must not fill the memory.
        if words.count < 20 { words.append(String(decoding: bytes.dropFirst(4), as: UTF8.self)) }
        guard bytes.count < 4 || bytes[3] != UInt8(ascii: "-") else { return nil }
        defer { words = [] }
        return ServerReply(code: code, text: words.joined(separator: " "))
    }
}
