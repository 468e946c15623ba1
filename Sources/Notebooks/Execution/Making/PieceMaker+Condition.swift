internal import Dates
public import Metrics

extension PieceMaker {
    /// The first of the conditions that does not hold; nil where all do. Those after it are not looked at, unless there
    /// are no rows to tell. Nothing follows from it where a condition has a fault.
    mutating func unmet(_ conditions: [Condition]) -> Condition? {
        for condition in conditions where !holds(condition) {
            if names.rowsAreKnown { return condition }
        }
        return nil
    }

    private mutating func holds(_ condition: Condition) -> Bool {
        switch condition.test {
        case .isEmpty: return relation(condition.reference.head)?.rows.isEmpty ?? false
        case .isNotEmpty: return !(relation(condition.reference.head)?.rows.isEmpty ?? true)
        case .isUndefined: return value(condition.reference)?.value.isMissing ?? false
        case .isDefined: return !(value(condition.reference)?.value.isMissing ?? true)
        case .compares(let comparison, let operand):
            guard let (value, format) = value(condition.reference) else { return false }
            return comparison.holds(value, operand, shownAs: format)
        }
    }
}

extension TableBlock.Highlight.Comparison {
    /// Whether a value compares so with an operand.
    ///
    /// Numbers are compared as they are shown, so that 84.96 % shown as `85.0%` is not below 85 %. A value that is
    /// missing compares with nothing; against `null` it is equal. Words compare by their Unicode scalars.
    public func holds(_ value: Value, _ operand: Value, shownAs format: ValueFormat) -> Bool {
        if case .null = operand { return self == .equal ? value.isMissing : self == .unequal && !value.isMissing }
        if let number = format.rounded(value) ?? value.number, let operand = operand.number {
            return holds(number, operand)
        }
        switch (value, operand) {
        case (.day(let day), .day(let operand)): return holds(day, operand)
        case (.instant(let instant), .day(let operand)): return holds(NewYork.day(at: instant), operand)
        case (.instant(let instant), .instant(let operand)): return holds(instant, operand)
        case (.text(let text), _): return holds(text, ValueFormat.text.text(operand))
        default: return false
        }
    }

    private func holds<Operand: Comparable>(_ value: Operand, _ operand: Operand) -> Bool {
        switch self {
        case .below: value < operand
        case .above: value > operand
        case .atMost: value <= operand
        case .atLeast: value >= operand
        case .equal: value == operand
        case .unequal: value != operand
        }
    }
}

extension Value {
    /// Whether there is no value.
    var isMissing: Bool {
        switch self {
        case .undefined, .null: true
        default: false
        }
    }
}
