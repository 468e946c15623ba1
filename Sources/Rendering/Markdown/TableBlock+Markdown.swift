internal import Metrics
internal import Notebooks

extension TableBlock {
    /// The rows as a Markdown table, marked cells bold; the table's sentence when there are none.
    var markdown: String {
        guard !rows.isEmpty else { return MarkdownText.paragraph(emptyText) }
        var lines = rows.enumerated().map { index, row in
            row.indices.map { column in
                let text = format(row: index, column: column).text(row[column])
                return tone(row[column], column: column) == nil ? MarkdownText.escaped(text) : MarkdownText.bold(text)
            }
        }
        if let texts = totalTexts {
            lines.append(texts.map(MarkdownText.bold))
        }
        return MarkdownTable(
            head: columns.map { MarkdownText.escaped($0.title) },
            alignments: columns.map { $0.format.isFlushRight ? .right : .left }, rows: lines,
            money: Set(columns.indices.filter { [.usd, .usdChange].contains(columns[$0].format) })
        ).text
    }
}
