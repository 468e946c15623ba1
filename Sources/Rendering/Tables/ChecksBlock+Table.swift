internal import Metrics
internal import Notebooks

extension ChecksBlock {
    /// The checks as a table, one a row.
    var table: TableBlock {
        TableBlock(
            anchor: anchor, title: title, note: note,
            columns: [
                TableBlock.Column(name: "verdict", title: "Verdict", format: .text),
                TableBlock.Column(name: "check", title: "Check", format: .text),
                TableBlock.Column(name: "value", title: "Value", format: .number4),
                TableBlock.Column(name: "limit", title: "Limit", format: .text),
                TableBlock.Column(name: "evidence", title: "Evidence", format: .text),
            ],
            rows: rows.map {
                [.text($0.verdict.rawValue), .text($0.title), $0.value, .text($0.limit), .text($0.evidenceWords)]
            },
            emptyText: counts, rowFormats: [2: rows.map(\.format)], placement: placement)
    }
}

extension ChecksBlock.Row {
    /// What the verdict rests on; `evidence`, to carry a link, where the row has nothing but the link.
    var evidenceWords: String { evidence.isEmpty && !link.isEmpty ? "evidence" : evidence }
}
