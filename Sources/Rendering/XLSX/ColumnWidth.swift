internal import Metrics
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
            for value in widest(of: column, in: table) { longest = max(longest, letters(format.text(value)) + 2) }
            if let texts = table.totalTexts { longest = max(longest, letters(texts[column]) * 1.1 + 2) }
            return min(max(longest, 8), widest)
        }
    }

    /// The values of a column that can be its widest: of the numbers only the least and the greatest where all are
    /// shown with the same decimal places.
    private static func widest(of column: Int, in table: TableBlock) -> [Value] {
        guard table.columns[column].format.decimalPlaces != nil else { return table.rows.map { $0[column] } }
        var low: (number: Double, value: Value)?
        var high: (number: Double, value: Value)?
        var others: [Value] = []
        for row in table.rows {
            guard let number = row[column].number, number.isFinite else {
                others.append(row[column])
                continue
            }
            if number < low?.number ?? .infinity { low = (number, row[column]) }
            if number > high?.number ?? -.infinity { high = (number, row[column]) }
        }
        return others + [low?.value, high?.value].compactMap { $0 }
    }

    /// Whether words need more than one line in the widest column.
    static func breaks(_ words: String) -> Bool {
        letters(words) + 2 > widest || words.utf8.contains(10)
    }

    /// About how many digits wide words are; wide scripts count twice.
    static func letters(_ words: String) -> Double {
        if words.utf8.allSatisfy({ $0 < 128 }) { return Double(words.utf8.count) }
        return words.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
    }

    /// The height in points of words that break into lines at a width.
    static func height(_ words: String, width: Double, line: Double = 13.5) -> Double {
        let lines = words.split(separator: "\n", omittingEmptySubsequences: false).reduce(0.0) {
            $0 + max((letters(String($1)) / width).rounded(.up), 1)
        }
        return min(lines * line + 2, 400)
    }
}
