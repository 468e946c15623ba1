internal import Dates
internal import Metrics
public import Notebooks

/// Shows a document as GitHub-flavoured Markdown with charts as SVG files beside it.
///
/// One block a paragraph, one row a line, nothing that changes from night to night unless the content does: made to
/// be read in a text editor and compared by a line diff.
public enum MarkdownRenderer {
    /// The Markdown of a document and its charts. The same document gives the same text.
    public static func render(_ document: Document) -> RenderedMarkdown {
        var paragraphs = ["# \(MarkdownText.escaped(document.title))", head(document)]
        if document.hasFailure { paragraphs.append("> **Failed.** \(document.failureSentence)") }
        if let notice = document.syntheticNotice {
            paragraphs.append("> **Synthetic prices.** \(MarkdownText.escaped(notice))")
        }
        var files: [RenderedMarkdown.File] = []
        for block in document.blocks(in: .markdown) {
            switch block {
            case .heading(let level, let text, _):
                paragraphs.append("\(String(repeating: "#", count: min(level + 1, 6))) \(MarkdownText.escaped(text))")
            case .prose(let prose, _): paragraphs.append(trimmed(prose))
            case .figures(let figures): paragraphs += self.figures(figures)
            case .checks(let checks): paragraphs += self.table(checks.table)
            case .table(let table): paragraphs += self.table(table)
            case .chart(let chart):
                let file = RenderedMarkdown.File(
                    name: "charts/\(chart.anchor).svg", svg: ChartDrawing.standaloneSVG(chart))
                files.append(file)
                paragraphs += self.chart(chart, file: file.name)
            case .failure(let failure):
                paragraphs.append(
                    "> **Failed: \(MarkdownText.escaped(failure.anchor))** (\(MarkdownText.escaped(failure.place)))  \n"
                        + "> \(MarkdownText.escaped(failure.message))")
            }
        }
        paragraphs += about(document)
        return RenderedMarkdown(
            text: paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n", files: files)
    }

    private static func head(_ document: Document) -> String {
        let parameters = document.parameters.map {
            "\(MarkdownText.escaped($0.name)) \(MarkdownText.escaped($0.text))"
        }
        return ([MarkdownText.escaped(document.kind), "as of \(document.asOf.iso)"] + parameters)
            .joined(separator: " · ")
    }

    private static func figures(_ figures: FiguresBlock) -> [String] {
        let table = MarkdownTable(
            head: ["Figure", "Value", "Target", "Verdict", "Note"], alignments: [.left, .right, .left, .left, .left],
            rows: figures.items.map { item in
                [item.label, item.format.text(item.value), item.target, item.verdict?.rawValue ?? "", item.note]
                    .map(MarkdownText.escaped)
            })
        return [caption(figures.title), table.lines.joined(separator: "\n")]
    }

    private static func table(_ table: TableBlock) -> [String] {
        [caption(table.title), rows(table), note(table.note)]
    }

    private static func rows(_ table: TableBlock) -> String {
        guard !table.rows.isEmpty else { return MarkdownText.paragraph(table.emptyText) }
        var rows = table.rows.enumerated().map { index, row in
            row.indices.map { column in
                let text = MarkdownText.escaped(table.format(row: index, column: column).text(row[column]))
                return table.tone(row[column], column: column) == nil || text.isEmpty ? text : "**\(text)**"
            }
        }
        if let texts = table.totalTexts {
            rows.append(texts.map { $0.isEmpty ? "" : "**\(MarkdownText.escaped($0))**" })
        }
        return MarkdownTable(
            head: table.columns.map { MarkdownText.escaped($0.title) },
            alignments: table.columns.map { $0.format.isFlushRight ? .right : .left }, rows: rows
        ).lines.joined(separator: "\n")
    }

    private static func chart(_ chart: ChartBlock, file: String) -> [String] {
        let picture = "![\(MarkdownText.escaped(chart.alternative))](\(file))"
        let summary = "<details><summary>Data: \(HTMLText.escaped(chart.title))</summary>"
        return [caption(chart.title), picture, note(chart.note), summary, rows(chart.dataTable), "</details>"]
    }

    private static func about(_ document: Document) -> [String] {
        guard !document.provenance.isEmpty else { return [] }
        let table = MarkdownTable(
            head: ["What", "Which"], alignments: [.left, .left],
            rows: document.provenance.map { [MarkdownText.escaped($0.name), MarkdownText.escaped($0.text)] })
        return ["## About this report", table.lines.joined(separator: "\n")]
    }

    private static func caption(_ title: String) -> String {
        title.isEmpty ? "" : "**\(MarkdownText.escaped(title))**"
    }

    private static func note(_ note: String) -> String {
        note.isEmpty ? "" : "*\(MarkdownText.escaped(note))*"
    }

    private static func trimmed(_ prose: String) -> String {
        var lines = prose.split(separator: "\n", omittingEmptySubsequences: false)
        while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
        while lines.first?.allSatisfy(\.isWhitespace) == true { lines.removeFirst() }
        return lines.joined(separator: "\n")
    }
}
