internal import Metrics

extension PieceMaker {
    /// Values of a trend that are shown: a year of sessions, the last ones.
    static let trendLimit = 260

    /// Big numbers.
    mutating func made(_ cell: FiguresCell, named name: String) -> Made {
        let title = plain(cell.title)
        var items: [FiguresBlock.Item] = []
        var hasRows = true
        for item in cell.items {
            let found = value(item.value)
            if item.value.path.count > 1, found != nil, relation(item.value.head)?.rows.isEmpty ?? false {
                hasRows = false
            }
            let verdict: Verdict? =
                switch item.verdict {
                case nil: nil
                case .said(let verdict): verdict
                case .computed(let reference): self.verdict(reference)
                }
            items.append(
                FiguresBlock.Item(
                    label: plain(item.label), value: found?.value ?? .null,
                    format: item.format ?? found?.format ?? .text,
                    note: plain(item.note), target: plain(item.target), verdict: verdict,
                    trend: item.trend.map { trend($0) } ?? []))
        }
        _ = words(cell.emptiness)
        return Made(
            blocks: [.figures(FiguresBlock(anchor: Anchors.of(cell: name), title: title, items: items))],
            title: title.isEmpty ? ColumnNames.title(name) : title, emptiness: hasRows ? nil : cell.emptiness)
    }

    private mutating func verdict(_ reference: Reference) -> Verdict? {
        guard let value = value(reference)?.value else { return nil }
        switch value {
        case .null: return nil
        case .undefined: return .unknown
        default:
            let word = ValueFormat.text.text(value)
            if let verdict = Verdict(rawValue: word) { return verdict }
            fault(
                "'\(reference.text)' is '\(word)', which is no verdict. "
                    + Suggestion.text(for: word, among: Verdict.allCases.map(\.rawValue)), at: reference.place)
            return nil
        }
    }

    /// The last values of a column.
    private mutating func trend(_ reference: Reference) -> [Double?] {
        // The value of the first row is looked up for what is wrong with the names.
        guard value(reference) != nil, let relation = relation(reference.head),
            let index = relation.index(of: reference.path[1])
        else { return [] }
        let column = Word(text: reference.path[1], place: reference.place(of: 1))
        return Array(numbers(column, at: index, of: relation).suffix(PieceMaker.trendLimit))
    }

    /// The numbers of a column, nil where there is none; a fault where it holds something else.
    mutating func numbers(_ column: Word, at index: Int, of relation: Relation) -> [Double?] {
        for (row, values) in relation.rows.enumerated() {
            switch values[index] {
            case .number, .integer, .money, .undefined, .null: continue
            case .text, .day, .instant, .flag:
                fault(
                    "column '\(column.text)' has no number in row \(row + 1) but "
                        + "'\(ValueFormat.text.text(values[index]))'.", at: column.place)
                return []
            }
        }
        if !names.rowsAreKnown, relation.isTyped, !relation.columns[index].format.isOfNumbers {
            fault("column '\(column.text)' of '\(relation.name)' holds no numbers.", at: column.place)
        }
        return relation.rows.map { $0[index].number }
    }
}
