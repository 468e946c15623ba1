extension WorkbookContents {
    /// A rule that formats cells by their values. An operand that does not fit the kind of rule makes the library write
    /// outside of its memory, so that each kind has only the operands that it takes.
    struct Rule: Hashable {
        /// What the rule does.
        enum Kind: Hashable {
            /// Marks a cell where a formula is true.
            case formula(String)
            /// A ground between three colours, by the place of the number between three others.
            case scale(low: Double, middle: Double, high: Double)
        }

        /// The cells.
        var range: CellRange
        /// What it does.
        var kind: Kind

        /// What no spreadsheet takes of it.
        var problems: [String] {
            var problems = range.isOnSheet ? [] : ["the cells \(range.name) are not on a sheet"]
            switch kind {
            case .formula(let text): problems += Formula.problems(of: text)
            case .scale(let low, let middle, let high):
                if ![low, middle, high].allSatisfy(\.isFinite) {
                    problems.append("the numbers of a scale of colours are \(low), \(middle) and \(high)")
                } else if low >= middle || middle >= high {
                    problems.append("the numbers of a scale of colours do not rise: \(low), \(middle), \(high)")
                }
            }
            return problems
        }
    }
}

extension WorkbookContents.Formula {
    /// What no spreadsheet takes of a formula: it begins with an equals sign, has at most 8,192 characters, and at most
    /// 255 in a text that it quotes.
    static func problems(of text: String) -> [String] {
        guard text.hasPrefix("="), text.utf8.count > 1 else { return ["there is no formula in '\(text)'"] }
        if text.utf16.count > 8192 { return ["a formula has \(text.utf16.count) characters and 8,192 are the most"] }
        if text.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) {
            return ["a formula has control characters, which the library writes as they are"]
        }
        let quoted =
            text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .filter { !$0.offset.isMultiple(of: 2) }.map(\.element.utf16.count).max() ?? 0
        return quoted > 255 ? ["a formula quotes \(quoted) characters and 255 are the most"] : []
    }

    /// What no spreadsheet takes of it.
    var problems: [String] {
        var problems = Self.problems(of: text)
        if !place.isOnSheet { problems.append("it is not on a sheet") }
        if !result.isFinite { problems.append("its stored result is \(result)") }
        return problems
    }
}
