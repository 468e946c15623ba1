/// Words as a cell can hold them.
struct CellText {
    /// The most characters of a cell; Excel allows 32,767 and the library counts the escaped ones.
    static let longest = 32_000

    /// The words: control characters replaced, what is too long cut with an ellipsis, and what looks like the escape
    /// of a character in Excel's own writing kept from being read as one.
    let words: String
    /// How wide the longest line is, in the unit of column widths.
    let width: Double
    /// Whether there are line breaks.
    let hasLines: Bool

    /// Makes words fit for a cell.
    init(_ words: String) {
        if words.utf8.count <= Self.longest, let width = LetterWidth.ofPlain(words) {
            (self.words, self.width, hasLines) = (words, width, false)
            return
        }
        var fitted = HTMLText.allowed(words.replacing("\r\n", with: "\n").replacing("\r", with: "\n"))
        if fitted.utf16.count > Self.longest { fitted = Self.cut(fitted, to: Self.longest) }
        let lines = fitted.split(separator: "\n", omittingEmptySubsequences: false)
        width = lines.map { LetterWidth.of(String($0)) }.max() ?? 0
        hasLines = lines.count > 1
        self.words = Self.escaped(fitted)
    }

    /// `_x0041_` would be read as the letter A.
    private static func escaped(_ words: String) -> String {
        guard words.contains("_x") else { return words }
        let escaped = words.replacing(#/_x([0-9A-Fa-f]{4}_)/#) { "_x005F_x\($0.output.1)" }
        // Each escape takes the place of fourteen characters instead of seven.
        return escaped.unicodeScalars.count > 32_767 ? self.escaped(cut(words, to: words.utf16.count / 2)) : escaped
    }

    private static func cut(_ words: String, to units: Int) -> String {
        var rest = words.utf16.prefix(units)
        while String(rest) == nil { rest = rest.dropLast() }
        return (String(rest) ?? "") + "…"
    }
}
