/// A line of a template.
struct TemplateLine: Hashable {
    /// Its number, from 1.
    let number: Int
    /// Its text, without the line's end.
    let text: String

    /// The lines of a text that ends them with LF or CRLF; a byte order mark is dropped.
    static func lines(of text: String) -> [TemplateLine] {
        var bytes = Array(text.utf8)[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        return bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated().map { index, line in
            TemplateLine(
                number: index + 1, text: String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self))
        }
    }

    /// The level and text of a heading such as `## P&L`; nil for any other line.
    var heading: (level: Int, text: String)? {
        let level = text.prefix { $0 == "#" }.count
        let rest = text.dropFirst(level)
        guard (1...6).contains(level), rest.isEmpty || rest.first == " " else { return nil }
        var title = rest.trimmed
        let closing = title.suffix(while: { $0 == "#" })
        if !closing.isEmpty, title.count == closing.count || title.dropLast(closing.count).last == " " {
            title = title.dropLast(closing.count).trimmed
        }
        return (level, String(title))
    }

    /// The number of backticks and the words after them, for a line that opens a fence; nil for any other.
    var fence: (ticks: Int, words: [Substring])? {
        let body = text.drop { $0 == " " }
        guard text.count - body.count <= 3 else { return nil }
        let ticks = body.prefix { $0 == "`" }.count
        let info = body.dropFirst(ticks)
        guard ticks >= 3, !info.contains("`") else { return nil }
        return (ticks, info.split(whereSeparator: \.isWhitespace))
    }
}

extension BidirectionalCollection {
    /// The longest end of the collection whose elements satisfy a condition.
    fileprivate func suffix(while condition: (Element) -> Bool) -> SubSequence {
        var start = endIndex
        while start > startIndex, condition(self[index(before: start)]) { start = index(before: start) }
        return self[start...]
    }
}
