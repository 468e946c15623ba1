internal import Ledger
internal import Metrics
internal import Notebooks

extension TableBlock {
    /// Whether the last row holds a total of this column.
    func isSummed(_ column: Int) -> Bool {
        guard let totals, totals.indices.contains(column) else { return false }
        return totals[column] != nil
    }

    /// The number behind a cell: exact for money and in columns with a total, so that a spreadsheet's sum of the
    /// cells is the total shown; otherwise rounded to what is shown. Nil where the cell has no number.
    func number(_ value: Value, column: Int) -> Double? {
        let format = columns[column].format
        if let number = value.number, !number.isFinite { return nil }
        switch value {
        case .money(let amount): return amount.dollars
        case .flag: return nil
        default: return isSummed(column) ? value.number : format.rounded(value)
        }
    }

    /// The mark of a cell: that of the first rule of its column that holds; nil for none.
    func tone(_ value: Value, column: Int) -> Highlight.Tone? {
        highlights.first { $0.column == columns[column].name && holds($0, for: value, column: column) }?.tone
    }

    private func holds(_ rule: Highlight, for value: Value, column: Int) -> Bool {
        if case .null = rule.operand { return rule.comparison == (value.isMissing ? .equal : .unequal) }
        if let number = number(value, column: column), let operand = rule.operand.number {
            return rule.comparison.holds(number, operand)
        }
        switch (value, rule.operand) {
        case (.flag(let flag), .flag(let operand)): return rule.comparison == .equal && flag == operand
        case (.text(let text), .text(let operand)): return rule.comparison.holds(text, operand)
        case (.day(let day), .day(let operand)): return rule.comparison.holds(day, operand)
        case (.instant(let instant), .instant(let operand)): return rule.comparison.holds(instant, operand)
        default: return false
        }
    }
}

extension TableBlock.Highlight.Comparison {
    /// Whether the comparison holds between a cell and the operand.
    func holds<Operand: Comparable>(_ cell: Operand, _ operand: Operand) -> Bool {
        switch self {
        case .below: cell < operand
        case .above: cell > operand
        case .atMost: cell <= operand
        case .atLeast: cell >= operand
        case .equal: cell == operand
        case .unequal: cell != operand
        }
    }
}

extension ValueFormat {
    /// Whether a column of this format stands flush right.
    var isFlushRight: Bool { decimalPlaces != nil }
}
