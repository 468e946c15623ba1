/// Text from data put into Markdown so that it stays text.
enum MarkdownText {
    private static let marks = Set("\\`*_[]<>|~".unicodeScalars)
    /// Signs that begin a heading, a list or the line under a heading.
    private static let openings = Set("#+-=".unicodeScalars)

    /// The text with a backslash before every sign that Markdown would read, on one line.
    ///
    /// Signs that mean something only at the start of a line (`# + - =`, and the point of `1.`) are escaped there
    /// alone, so that `-$0.05` and `2026-W31` stay legible in the source of a report.
    ///
    /// - Parameter startsLine: whether no words stand before the text in its line, but the signs of items and quotes may.
    static func escaped(_ text: String, startsLine: Bool) -> String {
        var result = ""
        var digits = 0
        var isFirst = startsLine
        var isNumber = startsLine
        var previous: Unicode.Scalar = " "
        // White space at the start of a line could make it code.
        let scalars = (startsLine ? text.trimmed : text[...]).unicodeScalars
        for (index, scalar) in zip(scalars.indices, scalars) {
            // A line's end, a tab or another control sign would end the paragraph, or hide what follows.
            let shown = scalar.properties.generalCategory == .control ? " " : scalar
            let opensList = isNumber && digits > 0 && (shown == "." || shown == ")")
            // `https://` would become a link by itself.
            let opensLink = shown == "/" && previous == ":"
            let opensEntity = shown == "&" && beginsEntity(scalars[index...])
            if marks.contains(shown) || opensEntity || isFirst && openings.contains(shown) || opensList || opensLink {
                result.unicodeScalars.append("\\")
            }
            result.unicodeScalars.append(shown)
            isFirst = false
            isNumber = isNumber && ("0"..."9").contains(shown)
            digits += 1
            previous = shown
        }
        return result
    }

    /// Whether a text begins like `&amp;` or `&#38;`; `P&L` does not.
    private static func beginsEntity(_ text: Substring.UnicodeScalarView) -> Bool {
        let name = text.dropFirst().prefix {
            $0.isASCII && ($0.properties.isAlphabetic || "#0123456789".unicodeScalars.contains($0))
        }
        return !name.isEmpty && text.dropFirst(1 + name.count).first == ";"
    }
}
