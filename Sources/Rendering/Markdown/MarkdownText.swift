internal import Input

/// Words put into Markdown so that they are shown as they are.
enum MarkdownText {
    /// Words as inline text on one line: every mark of GitHub-flavoured Markdown in them is escaped, line breaks
    /// become spaces, characters that show nothing U+FFFD.
    static func escaped(_ words: String) -> String {
        let bytes = Array(words.visible.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 8)
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
                result.append(UInt8(ascii: " "))
                continue
            case UInt8(ascii: "_"):
                // Inside a word an underscore is no mark (CommonMark 0.30, 6.2), and names stay readable.
                if !(isWord(bytes, index - 1) && isWord(bytes, index + 1)) { result.append(backslash) }
            case UInt8(ascii: "&"):
                if beginsEntity(bytes, index) { result.append(backslash) }
            case _ where marks.contains(byte): result.append(backslash)
            default: break
            }
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Words as a paragraph of their own: as ``escaped(_:)``, and what would begin a list, heading, quotation or rule
    /// is escaped as well.
    static func paragraph(_ words: String) -> String {
        let text = escaped(words).trimmed
        guard let first = text.utf8.first else { return "" }
        if "#>-+=".utf8.contains(first) { return "\\" + text }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty, let next = text.dropFirst(digits.count).first, next == "." || next == ")" {
            return digits + "\\" + text.dropFirst(digits.count)
        }
        return text
    }

    /// Words as bold text; nothing for none. Spaces at the ends would undo the marks (CommonMark 0.30, 6.2).
    static func bold(_ words: String) -> String {
        let text = escaped(words).trimmed
        return text.isEmpty ? "" : "**\(text)**"
    }

    /// Words with a link to an address, or as they are where there is none.
    static func linked(_ words: String, to address: String?) -> String {
        guard let address else { return escaped(words) }
        let isPlain = address.utf8.allSatisfy { plainAddress.contains($0) }
        // In pointed brackets an address may hold anything but these (CommonMark 0.30, 6.3); a bar would end a cell.
        let target = address.replacing("<", with: "%3C").replacing(">", with: "%3E").replacing("|", with: "%7C")
        return "[\(escaped(words))](\(isPlain ? address : "<\(target)>"))"
    }

    /// A place that links lead to, which forges keep.
    static func anchor(_ name: String) -> String {
        "<a id=\"\(HTMLText.escaped(name).replacing("|", with: "&#124;"))\"></a>"
    }

    /// Whether an ampersand begins an entity, as `&amp;` or `&#8211;` do; `P&L` does not.
    private static func beginsEntity(_ bytes: [UInt8], _ index: Int) -> Bool {
        var next = index + 1
        if next < bytes.count, bytes[next] == UInt8(ascii: "#") { next += 1 }
        let start = next
        while next < bytes.count, isWord(bytes, next) { next += 1 }
        return next > start && next < bytes.count && bytes[next] == UInt8(ascii: ";")
    }

    private static let backslash = UInt8(ascii: "\\")
    private static let plainAddress = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._/#?=%".utf8)
    private static let marks = Set("\\`*[]<|~".utf8)

    private static func isWord(_ bytes: [UInt8], _ index: Int) -> Bool {
        guard bytes.indices.contains(index) else { return false }
        let byte = bytes[index]
        return (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte >= 128
    }
}
