internal import Metrics
internal import Notebooks

/// The width of a column, from what stands in it.
struct ColumnWidth {
    /// The widest column; longer texts break into lines.
    static let widest = 48.0
    /// The width of a column that nobody has set.
    static let usual = 8.43
    /// What a cell needs beside its words: edges, and the indentation that some have.
    private static let edge = 2.5

    private let format: ValueFormat
    private var longest: Double
    private var low: Double?
    private var high: Double?
    private var hasDates = false

    /// The width of a column under its head.
    init(head: String, format: ValueFormat) {
        self.format = format
        longest = LetterWidth.of(head, isBold: true)
    }

    /// Takes what stands in a cell into account. Of numbers only the least and the greatest count, because all are shown
    /// with the same decimal places.
    mutating func add(_ content: ValueCells.Content) {
        switch content {
        case .number(_, let width?): longest = max(longest, width)
        case .number(let number, nil):
            if number < low ?? .infinity { low = number }
            if number > high ?? -.infinity { high = number }
        case .words(let width, _): longest = max(longest, width)
        case .date: hasDates = true
        }
    }

    /// Takes bold words into account, such as a total.
    mutating func add(bold words: String) { longest = max(longest, LetterWidth.of(words, isBold: true)) }

    /// The least and the greatest number; nil where there is none.
    var extremes: (low: Double, high: Double)? {
        guard let low, let high else { return nil }
        return (low, high)
    }

    /// The width.
    var width: Double {
        var longest = longest
        // A mark may make a number bold.
        for number in [low, high].compactMap({ $0 }) {
            longest = max(longest, LetterWidth.of(format.text(.number(number)), isBold: true))
        }
        if hasDates {
            longest = max(longest, LetterWidth.of(format == .time ? "2026-07-31 16:00" : "2026-07-31", isBold: true))
        }
        return min(max(longest + Self.edge, 7), Self.widest)
    }

    /// The height in points of words of a size that break into lines at a width.
    static func height(_ words: String, width: Double, size: Double = 10, isBold: Bool = false) -> Double {
        let lines = words.split(separator: "\n", omittingEmptySubsequences: false).reduce(0.0) {
            // Lines break between words, so that not all of the width is used.
            $0 + max((LetterWidth.of(String($1), size: size, isBold: isBold) / (width * 0.94)).rounded(.up), 1)
        }
        return min(lines * size * 1.3 + 2.5, 400)
    }

    /// How many pixels wide a column is, as the library counts them.
    static func pixels(_ width: Double) -> Int {
        width < 1 ? Int((width * 12 + 0.5).rounded(.down)) : Int((width * 7 + 0.5).rounded(.down)) + 5
    }
}
