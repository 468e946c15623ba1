/// Words put into Markdown so that they are shown as they are.
enum MarkdownText {
    /// Words as inline text on one line: every mark of GitHub-flavoured Markdown in them is escaped, line breaks
    /// become spaces.
    static func escaped(_ words: String) -> String {
        let bytes = Array(words.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 8)
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
                result.append(UInt8(ascii: " "))
                continue
            case 0..<32, 127: continue
            case UInt8(ascii: "_"):
                // Inside a word an underscore is no mark (CommonMark 0.30, 6.2), and names stay readable.
                if !(isWord(bytes, index - 1) && isWord(bytes, index + 1)) { result.append(backslash) }
            case UInt8(ascii: "&"):
                if isWord(bytes, index + 1) || (index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "#")) {
                    result.append(backslash)
                }
            case _ where marks.contains(byte): result.append(backslash)
            default: break
            }
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let backslash = UInt8(ascii: "\\")
    private static let marks = Set("\\`*[]<>|~".utf8)

    private static func isWord(_ bytes: [UInt8], _ index: Int) -> Bool {
        guard bytes.indices.contains(index) else { return false }
        let byte = bytes[index]
        return (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte >= 128
    }
}
