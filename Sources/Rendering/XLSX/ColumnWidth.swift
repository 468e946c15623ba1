internal import Notebooks

/// Widths of columns in letters, from what stands in them; the library has no automatic fit.
enum ColumnWidth {
    /// The widest column; longer texts break into lines.
    static let widest = 48.0

    /// One width a column.
    static func widths(_ table: TableBlock, heads: [String]) -> [Double] {
        table.columns.indices.map { column in
            let format = table.columns[column].format
            var longest = letters(heads[column]) * 1.1 + 3
            for row in table.rows { longest = max(longest, letters(format.text(row[column])) + 2) }
            if let texts = table.totalTexts { longest = max(longest, letters(texts[column]) * 1.1 + 2) }
            return min(max(longest, 8), widest)
        }
    }

    /// Whether words need more than one line in the widest column.
    static func breaks(_ words: String) -> Bool {
        letters(words) + 2 > widest || words.utf8.contains(10)
    }

    /// About how many digits wide words are; wide scripts count twice.
    static func letters(_ words: String) -> Double {
        words.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
    }

    /// The height in points of words that break into lines at a width.
    static func height(_ words: String, width: Double, line: Double = 13.5) -> Double {
        let lines = words.split(separator: "\n", omittingEmptySubsequences: false).reduce(0.0) {
            $0 + max((letters(String($1)) / width).rounded(.up), 1)
        }
        return min(lines * line + 2, 400)
    }
}
