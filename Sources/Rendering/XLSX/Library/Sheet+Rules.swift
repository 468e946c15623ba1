internal import CXlsxWriter

extension Sheet {
    /// Marks the cells where a formula, written for the first of them, is true.
    func mark(_ range: CellRange, where formula: String, _ style: MarkStyle) throws(WorkbookError) {
        let texts = CTexts()
        var rule = lxw_conditional_format()
        rule.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
        rule.value_string = texts.make(formula)
        rule.format = try workbook.mark(style).raw
        rule.stop_if_true = 1
        try add(.formula(formula), range, &rule)
    }

    /// Colours the ground of each cell by its number, between three colours that stand at three numbers.
    ///
    /// Bars in cells would show more, but signed ones exist in an extension only, which openpyxl and whatever reads by it
    /// warn of.
    func addScale(_ range: CellRange, _ scale: ColorScale) throws(WorkbookError) {
        var rule = lxw_conditional_format()
        rule.type = UInt8(LXW_CONDITIONAL_3_COLOR_SCALE.rawValue)
        let byNumber = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
        (rule.min_rule_type, rule.mid_rule_type, rule.max_rule_type) = (byNumber, byNumber, byNumber)
        (rule.min_value, rule.mid_value, rule.max_value) = (scale.low, scale.middle, scale.high)
        (rule.min_color, rule.mid_color, rule.max_color) = scale.colors
        try add(.scale(low: scale.low, middle: scale.middle, high: scale.high), range, &rule)
    }

    private func add(
        _ kind: WorkbookContents.Rule.Kind, _ range: CellRange, _ rule: inout lxw_conditional_format
    ) throws(WorkbookError) {
        let entry = WorkbookContents.Rule(range: range, kind: kind)
        record { $0.rules.append(entry) }
        guard entry.problems.isEmpty else { return }
        let answer = worksheet_conditional_format_range(
            raw, UInt32(clamping: range.first.row), UInt16(clamping: range.first.column),
            UInt32(clamping: range.last.row), UInt16(clamping: range.last.column), &rule)
        try workbook.check(answer, "a rule of \(range.name) on '\(name)'")
    }
}
