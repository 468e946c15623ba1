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
        let links = PageLinks(document, format: .markdown)
        var paragraphs = MarkdownHead.paragraphs(document, links)
        var files: [RenderedMarkdown.File] = []
        for block in document.blocks(in: .markdown) {
            let (title, content) = self.block(block, links, &files)
            paragraphs += block.placement.isFolded ? folded(content, title: title) : content
        }
        paragraphs += about(document)
        return RenderedMarkdown(
            text: paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n", files: files)
    }

    /// The paragraphs of a block, and the words that stand over it when it is folded away.
    private static func block(
        _ block: Block, _ links: PageLinks, _ files: inout [RenderedMarkdown.File]
    ) -> (title: String, paragraphs: [String]) {
        switch block {
        case .heading(let level, let text, _):
            return ("", ["\(String(repeating: "#", count: min(level + 1, 6))) \(MarkdownText.escaped(text))"])
        case .prose(let prose, _): return ("", [trimmed(Prose.markdown(prose))])
        case .figures(let figures): return (figures.title, self.figures(figures))
        case .checks(let checks): return ("\(checks.title): \(checks.counts)", self.checks(checks, links))
        case .table(let table):
            return (table.title, [caption(table.title, table.anchor), table.markdown, note(table.note)])
        case .chart(let chart):
            let file = RenderedMarkdown.File(
                name: "charts/\(chart.anchor).svg", svg: ChartDrawing.standaloneSVG(chart))
            files.append(file)
            return (chart.title, self.chart(chart, file: file.name))
        case .failure(let failure):
            return (
                "",
                [
                    "> **Failed: \(MarkdownText.escaped(failure.anchor))** (\(MarkdownText.escaped(failure.place)))  \n"
                        + "> \(MarkdownText.escaped(failure.message))"
                ]
            )
        }
    }

    private static func figures(_ figures: FiguresBlock) -> [String] {
        let table = MarkdownTable(
            head: ["Figure", "Value", "Target", "Verdict", "Note"], alignments: [.left, .right, .left, .left, .left],
            rows: figures.items.map { item in
                [item.label, item.format.text(item.value), item.target, item.verdict?.signed ?? "", item.note]
                    .map(MarkdownText.escaped)
            }, money: [1])
        return [caption(figures.title, figures.anchor), table.text]
    }

    private static func checks(_ checks: ChecksBlock, _ links: PageLinks) -> [String] {
        let caption = caption(checks.title, checks.anchor) + " \(checks.counts)"
        guard !checks.rows.isEmpty else { return [caption] }
        let rows = checks.rows.map { row in
            let address = row.link.isEmpty ? nil : links.address(row.link)
            return [
                row.verdict.signed, MarkdownText.anchor(row.anchor) + MarkdownText.escaped(row.title),
                MarkdownText.escaped(row.format.text(row.value)), MarkdownText.escaped(row.limit),
                MarkdownText.linked(row.evidenceWords, to: address),
            ]
        }
        let table = MarkdownTable(
            head: checks.table.columns.map(\.title), alignments: [.left, .left, .right, .left, .left], rows: rows)
        return [caption, table.text, note(checks.note)]
    }

    private static func chart(_ chart: ChartBlock, file: String) -> [String] {
        let picture = "![\(MarkdownText.escaped(chart.alternative))](\(file))"
        return [caption(chart.title, chart.anchor), picture, note(chart.note)]
            + folded([chart.dataTable.markdown], title: "Data: \(chart.title)")
    }

    private static func about(_ document: Document) -> [String] {
        guard !document.provenance.isEmpty else { return [] }
        let table = MarkdownTable(
            head: ["What", "Which"], alignments: [.left, .left],
            rows: document.provenance.map { [MarkdownText.escaped($0.name), MarkdownText.escaped($0.text)] })
        return ["## About this report", table.text]
    }

    /// Paragraphs behind a disclosure; the empty lines around them make a forge read them as Markdown.
    private static func folded(_ paragraphs: [String], title: String) -> [String] {
        let title = title.isEmpty ? "More" : title
        return ["<details><summary>\(HTMLText.escaped(title))</summary>"] + paragraphs
            + ["</details>"]
    }

    /// A title with the place that links lead to.
    private static func caption(_ title: String, _ anchor: String) -> String {
        [MarkdownText.bold(title), MarkdownText.anchor(anchor)].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func note(_ note: String) -> String {
        let text = MarkdownText.escaped(note).trimmed
        return text.isEmpty ? "" : "*\(text)*"
    }

    private static func trimmed(_ prose: String) -> String {
        var lines = prose.split(separator: "\n", omittingEmptySubsequences: false)
        while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
        while lines.first?.allSatisfy(\.isWhitespace) == true { lines.removeFirst() }
        return lines.joined(separator: "\n")
    }
}
