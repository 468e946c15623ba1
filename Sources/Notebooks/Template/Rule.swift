internal import Dates
internal import Metrics

/// A comparison as it is written in options: `realized_pnl < 0`, `book = PRIMARY`, `sharpe is undefined`.
struct Rule: Hashable, Sendable {
    /// What is said of the left side.
    enum Test: Hashable, Sendable {
        /// It compares so with a value.
        case compares(TableBlock.Highlight.Comparison, Value)
        /// It has no value.
        case isUndefined
        /// It has a value.
        case isDefined
        /// It is a dataset or cell without rows.
        case isEmpty
        /// It is a dataset or cell with rows.
        case isNotEmpty
    }

    /// What stands on the left, without white space at its ends.
    let left: String
    /// What is said of it.
    let test: Test

    /// Words that end a rule, longer ones first.
    private static let endings: [(String, Test)] = [
        (" is not empty", .isNotEmpty), (" is empty", .isEmpty), (" is undefined", .isUndefined),
        (" is defined", .isDefined),
    ]

    /// Reads a rule; nil when the text has another form.
    init?(_ text: String) {
        let text = text.trimmed
        if let (ending, test) = Rule.endings.first(where: { text.hasSuffix($0.0) }) {
            left = String(text.dropLast(ending.count).trimmed)
            self.test = test
        } else {
            guard let (range, comparison) = Rule.comparison(in: text) else { return nil }
            let operand = text[range.upperBound...].trimmed
            guard let first = operand.first, !"<>=!".contains(first) else { return nil }
            left = String(text[..<range.lowerBound].trimmed)
            test = .compares(comparison, Rule.value(operand))
        }
        guard !left.isEmpty else { return nil }
    }

    /// The first sign of comparison outside of quotes.
    private static func comparison(
        in text: Substring
    ) -> (Range<Substring.Index>, TableBlock.Highlight.Comparison)? {
        var isQuoted = false
        for index in text.indices {
            if text[index] == "\"" { isQuoted.toggle() }
            guard !isQuoted, "<>=!".contains(text[index]) else { continue }
            for length in [2, 1] {
                let sign = text[index...].prefix(length)
                if let comparison = TableBlock.Highlight.Comparison(rawValue: String(sign)) {
                    return (index..<sign.endIndex, comparison)
                }
            }
            return nil
        }
        return nil
    }

    /// A number, a date, yes or no, or words.
    private static func value(_ text: Substring) -> Value {
        if let number = Double(decimal: String(text)) { return .number(number) }
        if let day = Day(text) { return .day(day) }
        if let flag = ParameterValue.flags[text.lowercased()] { return .flag(flag) }
        return .text(String(text))
    }
}
