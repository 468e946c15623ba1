internal import Dates
internal import Metrics
internal import Notebooks

/// Rules that mark cells, as formulas of a conditional format.
enum MarkFormula {
    /// The formula that is true where the rule holds for a cell; nil for an operand that marks nothing.
    ///
    /// A formula rather than a comparison, because spreadsheets take any text for greater than any number, and so
    /// would mark `– (no losses)`.
    static func text(_ rule: TableBlock.Highlight, cell: String) -> String? {
        let comparison = rule.comparison.rawValue
        if case .flag(let flag) = rule.operand {
            guard rule.comparison == .equal else { return nil }
            return "=OR(EXACT(\(cell),\"\(flag ? "yes" : "no")\"),AND(ISNUMBER(\(cell)),\(cell)=\(flag ? 1 : 0)))"
        }
        if let number = rule.operand.number, number.isFinite {
            return "=AND(ISNUMBER(\(cell)),\(cell)\(comparison)\(literal(number)))"
        }
        switch rule.operand {
        case .day(let day):
            return SerialDate.number(day).map { "=AND(ISNUMBER(\(cell)),\(cell)\(comparison)\(literal($0)))" }
        case .instant(let instant):
            return SerialDate.number(instant).map { "=AND(ISNUMBER(\(cell)),\(cell)\(comparison)\(literal($0)))" }
        case .text(let words):
            // Formulas of rules hold at most 255 characters in text literals.
            guard words.utf16.count <= 200, !words.isEmpty else { return nil }
            let quoted = words.replacing("\"", with: "\"\"")
            guard rule.comparison == .equal else { return "=AND(ISTEXT(\(cell)),\(cell)\(comparison)\"\(quoted)\")" }
            return "=EXACT(\(cell),\"\(quoted)\")"
        default: return nil
        }
    }

    /// A number as a formula writes it: whole ones without a point.
    private static func literal(_ number: Double) -> String {
        number == number.rounded() && number.magnitude < 1e15 ? String(Int(number)) : "\(number)"
    }
}
