import Input
internal import Metrics

/// How rows are shown as a table.
struct TableOptions: Hashable, Sendable {
    /// The caption; empty for one made from the cell's name.
    let title: InterpolatedText
    /// Said below.
    let note: InterpolatedText
    /// What becomes of no rows.
    let emptiness: Emptiness
    /// Formats by column.
    let formats: [Named<ValueFormat>]
    /// Columns whose rows are measured in what another column says, by that column.
    let units: [Named<Word>]
    /// Heads by column.
    let titles: [Named<InterpolatedText>]
    /// Columns that are summed.
    let totals: [Word]
    /// Marks, by column.
    let highlights: [Named<TableBlock.Highlight>]

    /// Reads how a table is shown.
    init(_ options: inout OptionReader) {
        title = options.text("title") ?? InterpolatedText(literal: "")
        note = options.text("note") ?? InterpolatedText(literal: "")
        formats = options.choices("columns", ValueFormat.self)
        units = options.pairs("units")
        titles = options.texts("titles")
        totals = options.words("total")
        highlights = options.highlights()
        emptiness = Emptiness(&options)
    }
}

extension OptionReader {
    /// Reads `highlight`: tones by rule.
    fileprivate mutating func highlights() -> [Named<TableBlock.Highlight>] {
        choices("highlight", TableBlock.Highlight.Tone.self).compactMap { pair in
            guard let rule = Rule(pair.name.text), let (comparison, operand) = OptionReader.mark(rule.test) else {
                fault(
                    at: pair.name.place,
                    "option 'highlight': '\(Excerpt.of(pair.name.text))' is not a rule. Write 'column < value: tone' with <, <=, >, >=, "
                        + "= or !=, or 'column is undefined: tone'.")
                return nil
            }
            return Named(
                name: Word(text: rule.left, place: pair.name.place),
                content: TableBlock.Highlight(
                    column: rule.left, comparison: comparison, operand: operand, tone: pair.content))
        }
    }

    /// What a mark compares with; nil for what can be said of whole cells only.
    private static func mark(_ test: Rule.Test) -> (TableBlock.Highlight.Comparison, Value)? {
        switch test {
        case .compares(let comparison, let operand): (comparison, operand)
        case .isUndefined: (.equal, .null)
        case .isDefined: (.unequal, .null)
        case .isEmpty, .isNotEmpty: nil
        }
    }
}
