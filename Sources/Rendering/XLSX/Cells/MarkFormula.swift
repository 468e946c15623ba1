internal import Dates
internal import Metrics
internal import Notebooks

/// Rules that mark cells, as formulas of a conditional format.
enum MarkFormula {
    /// The formulas of all rules of a column; nil where there is one that a spreadsheet would judge otherwise, so that
    /// the cells must be marked one by one.
    static func all(_ rules: [TableBlock.Highlight], cell: Cell) -> [String]? {
        let formulas = rules.compactMap { text($0, cell: cell) }
        return formulas.count == rules.count ? formulas : nil
    }

    /// The formula that is true where the rule holds for a cell; nil for a rule that a spreadsheet would judge
    /// otherwise: it sorts words by language and regardless of case.
    ///
    /// A formula rather than a comparison, because spreadsheets take any text for greater than any number, and so
    /// would mark `– (no losses)`.
    static func text(_ rule: TableBlock.Highlight, cell: Cell) -> String? {
        let cell = cell.name
        switch rule.operand {
        case .flag(let flag):
            guard rule.comparison == .equal else { return nil }
            return "=OR(EXACT(\(cell),\"\(flag ? "yes" : "no")\"),AND(ISNUMBER(\(cell)),\(cell)=\(flag ? 1 : 0)))"
        case .day(let day): return SerialDate.number(day).map { number(rule, cell, $0) }
        case .instant(let instant): return SerialDate.number(instant).map { number(rule, cell, $0) }
        case .text(let words): return text(rule, cell, words)
        case .number, .integer, .money:
            guard let operand = rule.operand.number, operand.isFinite else { return nil }
            return number(rule, cell, operand)
        case .undefined, .null: return nil
        }
    }

    private static func number(_ rule: TableBlock.Highlight, _ cell: String, _ operand: Double) -> String {
        let sign = rule.comparison == .unequal ? "<>" : rule.comparison.rawValue
        return "=AND(ISNUMBER(\(cell)),\(cell)\(sign)\(literal(operand)))"
    }

    private static func text(_ rule: TableBlock.Highlight, _ cell: String, _ words: String) -> String? {
        // A formula quotes at most 255 characters, and the library writes control characters of one as they are.
        guard words.utf16.count <= 200, !words.isEmpty, CellText(words).words == words, !words.contains("\n"),
            !words.contains("\t")
        else { return nil }
        let quoted = "\"\(words.replacing("\"", with: "\"\""))\""
        switch rule.comparison {
        case .equal: return "=EXACT(\(cell),\(quoted))"
        case .unequal:
            // What is missing is shown as words, but is none.
            return "=AND(ISTEXT(\(cell)),NOT(EXACT(\(cell),\(quoted))),\(cell)<>\"–\",LEFT(\(cell),3)<>\"– (\")"
        case .below, .above, .atMost, .atLeast: return nil
        }
    }

    /// A number as a formula writes it: whole ones without a point.
    private static func literal(_ number: Double) -> String {
        number == number.rounded() && number.magnitude < 1e15 ? String(Int(number)) : "\(number)"
    }
}
