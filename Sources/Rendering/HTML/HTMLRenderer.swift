internal import Dates
internal import Metrics
public import Notebooks

/// Shows a document as one HTML file that loads nothing.
///
/// The page's content-security policy forbids every request and allows exactly the style and the script that are in
/// it, by their digests: that the page is self-contained does not rest on trust in this code. The script only helps
/// (``PageScript``); without it every figure can be read.
public enum HTMLRenderer {
    /// The page of a document. The same document gives the same text.
    public static func render(_ document: Document) -> String {
        let links = PageLinks(document, format: .html)
        var html = PageHead.html(document) + "<div class=\"page\">\n" + Masthead.html(document, links)
        html += ContentsList.html(document) + "<main id=\"page.content\">\n" + HTMLChanges.section(document, links)
        for block in document.blocks(in: .html) { html += self.block(block, links) }
        html += "</main>\n" + about(document) + "</div>\n"
        return html + "<script>\(PageScript.text)</script>\n</body>\n</html>\n"
    }

    /// The size in bytes from which on a page opens slowly and mail servers refuse it.
    public static let largestSize = 1_000_000

    /// What is to be said of a page that is larger than ``largestSize``, with the remedy; nil for others.
    public static func sizeWarning(_ page: String) -> String? {
        guard page.utf8.count > largestSize else { return nil }
        func text(_ count: Int) -> String { ValueFormat.integer.text(.integer(count)) }
        return "the page has \(text(page.utf8.count)) bytes, more than \(text(largestSize)), and opens slowly; "
            + "show fewer rows, or keep long tables for the workbook (formats: [xlsx])"
    }

    private static func block(_ block: Block, _ links: PageLinks) -> String {
        let (title, html) =
            switch block {
            case .heading(let level, let text, let anchor): ("", heading(level: level, text: text, anchor: anchor))
            case .prose(let prose, _): ("More", "<div class=\"prose\">\n\(Prose.html(prose))</div>\n")
            case .figures(let figures): (figures.title, HTMLFigures.section(figures))
            case .checks(let checks): ("\(checks.title): \(checks.counts)", HTMLChecks.section(checks, links))
            case .table(let table): (table.title, HTMLTable.section(table))
            case .chart(let chart): (chart.title, HTMLChart.figure(chart))
            case .failure(let failure): ("", self.failure(failure))
            }
        return block.placement.isFolded ? HTMLParts.folded(html, title: title.isEmpty ? "More" : title) : html
    }

    private static func heading(level: Int, text: String, anchor: String) -> String {
        let level = min(max(level, 1) + 1, 6)
        return "<div class=\"head\">\(HTMLParts.permalink(anchor, to: text))"
            + "<h\(level) id=\"\(HTMLText.escaped(anchor))\">\(HTMLText.escaped(text))</h\(level)></div>\n"
    }

    private static func failure(_ failure: FailureBlock) -> String {
        let anchor = HTMLText.escaped(failure.anchor)
        return """
            <section class="notice bad cell" id="\(anchor)" aria-label="Failed cell \(anchor)">
            <p><strong>Failed: \(anchor)</strong> <span class="place">\(HTMLText.escaped(failure.place))</span></p>
            <p>\(HTMLText.escaped(failure.message))</p>
            </section>

            """
    }

    private static func about(_ document: Document) -> String {
        guard !document.provenance.isEmpty else { return "" }
        var html = "<footer class=\"about\" aria-labelledby=\"page.about\">\n"
        html += "<h2 id=\"page.about\">About this report</h2>\n<dl>\n"
        for item in document.provenance {
            html += "<div><dt>\(HTMLText.escaped(item.name))</dt><dd>\(HTMLText.escaped(item.text))</dd></div>\n"
        }
        return html + "</dl>\n</footer>\n"
    }
}
