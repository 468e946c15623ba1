extension SVGCanvas {
    /// About how wide words are in the charts' letters of 12 units, rather too wide than too narrow.
    static func width(_ words: String) -> Double {
        words.unicodeScalars.reduce(0) { $0 + width($1) }
    }

    /// Words cut to a width, with an ellipsis where something is missing.
    static func fitted(_ words: String, width: Double) -> String {
        guard Self.width(words) > width else { return words }
        var shown = words.dropLast()
        while shown.count > 1, Self.width(String(shown)) + 12 > width { shown = shown.dropLast() }
        return shown + "…"
    }

    /// Words broken at spaces into lines of at most a width; nil when they need more lines or a word is too long.
    static func wrapped(_ words: String, width: Double, lines: Int) -> [String]? {
        var result: [String] = []
        for word in words.split(whereSeparator: \.isWhitespace).map(String.init) {
            if let last = result.last, Self.width(last + " " + word) <= width {
                result[result.count - 1] = last + " " + word
            } else if Self.width(word) <= width {
                result.append(word)
            } else {
                return nil
            }
        }
        return result.count <= lines ? result : nil
    }

    /// Advance widths of Helvetica, rounded up: 0.56 em for digits and small letters, 0.72 em for capitals.
    private static func width(_ letter: Unicode.Scalar) -> Double {
        switch letter {
        case "m", "w", "M", "W", "%", "@", "—", "…": 11
        case "i", "j", "l", "t", "f", "r", ".", ",", ":", ";", "'", "|", "!", " ", "(", ")", "/", "-": 4.4
        case "A"..."Z", "&": 8.7
        default: letter.value < 0x1100 ? 7 : 12.5
        }
    }
}
