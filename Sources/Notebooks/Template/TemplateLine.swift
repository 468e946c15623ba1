/// A line of a template, or what is left of it.
struct TemplateLine: Hashable, Sendable {
    /// Its number, from 1.
    let number: Int
    /// Its text, without the line's end.
    let text: String
    /// Unicode scalars before the text in the template's line.
    var indent = 0

    /// The lines of a text that ends them with LF or CRLF; a byte order mark is dropped.
    static func lines(of text: String) -> [TemplateLine] {
        var bytes = Array(text.utf8)[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        return bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated().map { index, line in
            TemplateLine(
                number: index + 1, text: String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self))
        }
    }

    /// What is left of the line from an index on.
    func rest(from index: String.Index) -> TemplateLine {
        TemplateLine(
            number: number, text: String(text[index...]),
            indent: indent + text.unicodeScalars.distance(from: text.startIndex, to: index))
    }

    /// The level and text of a heading such as `## P&L`; nil for any other line.
    var heading: (level: Int, line: TemplateLine)? {
        let level = text.prefix { $0 == "#" }.count
        let rest = text.dropFirst(level)
        guard (1...6).contains(level), rest.isEmpty || rest.first == " " else { return nil }
        var title = rest.trimmed
        let closing = title.suffix(while: { $0 == "#" })
        if !closing.isEmpty, title.count == closing.count || title.dropLast(closing.count).last == " " {
            title = title.dropLast(closing.count).trimmed
        }
        let start = self.rest(from: title.startIndex)
        return (level, TemplateLine(number: number, text: String(title), indent: start.indent))
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

    /// The YAML behind the sign of an option line such as `--| title: P&L by book`; nil for any other line.
    var option: TemplateLine? {
        let body = text.drop { $0 == " " }
        guard body.hasPrefix("--|") else { return nil }
        let yaml = body.dropFirst(3)
        return rest(from: yaml.hasPrefix(" ") ? yaml.index(after: yaml.startIndex) : yaml.startIndex)
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
