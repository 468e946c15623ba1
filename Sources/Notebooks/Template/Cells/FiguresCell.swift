import Input

/// Big numbers.
struct FiguresCell: Hashable, Sendable {
    /// One of them.
    struct Item: Hashable, Sendable {
        let label: InterpolatedText
        let value: Reference
        /// How the value is shown; nil for its own format.
        let format: ValueFormat?
        let target: InterpolatedText
        let note: InterpolatedText
        let verdict: VerdictSource?
        /// A column of values, oldest first; nil for no trend.
        let trend: Reference?
    }

    /// Where a verdict comes from.
    enum VerdictSource: Hashable, Sendable {
        case said(Verdict)
        case computed(Reference)
    }

    /// Heading of the group; empty for none.
    let title: InterpolatedText
    /// The numbers, in order.
    let items: [Item]
    /// What becomes of numbers that come from no rows.
    let emptiness: Emptiness
    /// The options that an item can have, in order; empty where there is no item.
    let itemOptions: [String]

    /// Reads big numbers.
    init(_ options: inout OptionReader) {
        title = options.text("title") ?? InterpolatedText(literal: "")
        emptiness = Emptiness(&options)
        let isGiven = options.has("items")
        let readers = options.items("items")
        if readers.isEmpty, !isGiven {
            options.missing(
                "option 'items' is missing. Write '- label: …' and 'value: …' for each.")
        }
        var items: [Item] = []
        var known: [String] = []
        for var reader in readers {
            if let item = Item(&reader) { items.append(item) }
            options.add(reader.finish())
            known = reader.known
        }
        self.items = items
        itemOptions = known
    }
}

extension FiguresCell.Item {
    /// Reads one number; nil where it has no label or no value.
    fileprivate init?(_ reader: inout OptionReader) {
        let label = reader.required("label")
        let value = reader.reference("value", required: true)
        format = reader.choice("format", ValueFormat.self)
        target = reader.text("target") ?? InterpolatedText(literal: "")
        note = reader.text("note") ?? InterpolatedText(literal: "")
        verdict = reader.verdict()
        trend = reader.trend()
        guard let label, let value else { return nil }
        self.label = reader.interpolated(label)
        self.value = value
    }
}

extension OptionReader {
    fileprivate mutating func reference(_ name: String, required: Bool = false) -> Reference? {
        guard let word = required ? self.required(name) : word(name) else { return nil }
        if let reference = Reference(word.text, at: word.place) { return reference }
        fault(
            at: word.place,
            "option '\(name)': '\(Excerpt.of(word.text))' is not a value. Write a scalar's name, or cell.column.")
        return nil
    }

    fileprivate mutating func trend() -> Reference? {
        guard let reference = reference("trend") else { return nil }
        if reference.path.count == 2 { return reference }
        fault(
            at: reference.place,
            "option 'trend': '\(Excerpt.of(reference.text))' is not a column. Write cell.column, whose rows are the values."
        )
        return nil
    }

    fileprivate mutating func verdict() -> FiguresCell.VerdictSource? {
        guard let word = word("verdict") else { return nil }
        if let verdict = Verdict(rawValue: word.text) { return .said(verdict) }
        if let reference = Reference(word.text, at: word.place) { return .computed(reference) }
        let verdicts = Verdict.allCases.map(\.rawValue).joined(separator: ", ")
        fault(
            at: word.place,
            "option 'verdict': '\(Excerpt.of(word.text))' is neither a verdict (\(verdicts)) nor a value as cell.column."
        )
        return nil
    }
}
