import Input

/// What every cell can be asked for, whatever it does.
struct CellOptions: Hashable, Sendable {
    /// What has to hold for it to be computed and shown.
    var conditions: [Condition] = []
    /// Where and how it is shown.
    var placement = Placement()
    /// Whether nothing after it is computed when it fails.
    var stopsOnError = false

    /// What is done after a failure. Raw values are the words in templates.
    private enum OnError: String, CaseIterable {
        case show, stop
    }

    /// Options of a cell that asks for nothing.
    init() {}

    /// Reads `if`, `formats`, `fold`, `sheet` and `on-error`.
    ///
    /// - Parameter hasSheet: whether the cell can have a sheet of a workbook.
    init(_ options: inout OptionReader, hasSheet: Bool) {
        conditions = options.conditions()
        let formats = options.choices("formats", listOf: OutputFormat.self)
        if !formats.isEmpty { placement.formats = Set(formats) }
        placement.isFolded = options.flag("fold") ?? false
        if hasSheet { placement.sheet = options.sheet() }
        stopsOnError = options.choice("on-error", OnError.self) == .stop
    }
}

extension OptionReader {
    /// Conditions of one cell.
    private static var mostConditions: Int { 10 }

    /// Reads `if`: one condition or a list of them.
    mutating func conditions() -> [Condition] {
        let conditions = words("if")
        if conditions.count > OptionReader.mostConditions {
            fault(
                "if",
                "option 'if': \(conditions.count) conditions are more than \(OptionReader.mostConditions). Compute one from "
                    + "them in a sql cell.")
        }
        return conditions.prefix(OptionReader.mostConditions).compactMap { word in
            if let condition = Condition(word) { return condition }
            fault(
                at: word.place,
                "option 'if': '\(Excerpt.of(word.text))' is not a condition. Write 'name < value' with <, <=, >, >=, = or !=, "
                    + "'name is undefined', 'name is defined', 'cell is empty' or 'cell is not empty'.")
            return nil
        }
    }

    /// Reads `sheet`, by the rules that workbooks have for such names.
    fileprivate mutating func sheet() -> String? {
        guard let word = word("sheet") else { return nil }
        let isName =
            (1...31).contains(word.text.utf16.count) && !word.text.hasPrefix("'") && !word.text.hasSuffix("'")
            && !word.text.contains(where: { "[]:*?/\\".contains($0) || $0.isNewline })
        guard isName else {
            fault(
                at: word.place,
                "option 'sheet': '\(Excerpt.of(word.text))' cannot name a sheet. Write up to 31 characters without [ ] : * ? / \\, and no ' "
                    + "at either end.")
            return nil
        }
        return word.text
    }
}
