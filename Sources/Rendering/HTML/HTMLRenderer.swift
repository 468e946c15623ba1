internal import Dates
internal import Metrics
public import Notebooks

/// Shows a document as one HTML file that loads nothing and runs nothing.
///
/// The page's content-security policy forbids scripts, images and every request, and allows exactly one style sheet,
/// by its digest: that the page is self-contained does not rest on trust in this code.
public enum HTMLRenderer {
    /// The page of a document. The same document gives the same text.
    public static func render(_ document: Document) -> String {
        var html = head(document) + masthead(document) + ContentsList.html(document)
        html += "<main id=\"page.content\">\n"
        for block in document.blocks(in: .html) {
            switch block {
            case .heading(let level, let text, let anchor): html += heading(level: level, text: text, anchor: anchor)
            case .prose(let prose, _): html += "<div class=\"prose\">\n\(Prose.html(prose))</div>\n"
            case .figures(let figures): html += HTMLFigures.html(figures)
            case .checks(let checks): html += self.table(checks.table)
            case .table(let table): html += self.table(table)
            case .chart(let chart): html += self.chart(chart)
            case .failure(let failure): html += self.failure(failure)
            }
        }
        return html + "</main>\n" + about(document) + "</div>\n</body>\n</html>\n"
    }

    private static func head(_ document: Document) -> String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
        style-src '\(Stylesheet.digest)'; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <title>\(HTMLText.escaped(document.title))</title>
        <style>\(Stylesheet.text)</style>
        </head>
        <body>
        <a class="skip" href="#page.content">Skip to the report</a>
        <div class="page">

        """
    }

    private static func masthead(_ document: Document) -> String {
        let day = document.asOf.iso
        var html = "<header class=\"masthead\">\n<p class=\"eyebrow\"><span>\(HTMLText.escaped(document.kind))</span> "
        html += "<span>as of <time datetime=\"\(day)\">\(day)</time></span>"
        for parameter in document.parameters {
            html += " <span>\(HTMLText.escaped(parameter.name)) \(HTMLText.escaped(parameter.text))</span>"
        }
        html += "</p>\n<h1>\(HTMLText.escaped(document.title))</h1>\n"
        if document.hasFailure {
            html += "<div class=\"notice bad\" role=\"alert\"><strong>Failed.</strong> \(document.failureSentence) "
            let links = document.failures.map {
                "<a href=\"#\(HTMLText.escaped($0.anchor))\">\(HTMLText.escaped($0.anchor))</a>"
            }
            html += "<span>\(links.joined(separator: ", "))</span></div>\n"
        }
        if let notice = document.syntheticNotice {
            html += "<div class=\"notice warn\" role=\"note\"><strong>Synthetic prices.</strong> "
            html += "\(HTMLText.escaped(notice))</div>\n"
        }
        return html + "</header>\n"
    }

    private static func heading(level: Int, text: String, anchor: String) -> String {
        let level = min(max(level, 1) + 1, 6)
        let anchor = HTMLText.escaped(anchor)
        let text = HTMLText.escaped(text)
        return "<h\(level) id=\"\(anchor)\">\(text)"
            + "<a class=\"link\" href=\"#\(anchor)\" aria-label=\"Link to this section\"></a></h\(level)>\n"
    }

    private static func table(_ table: TableBlock) -> String {
        let anchor = HTMLText.escaped(table.anchor)
        var html = "<section class=\"table\" id=\"\(anchor)\" aria-labelledby=\"\(anchor).caption\">\n"
        if table.rows.isEmpty {
            html += "<p class=\"caption\" id=\"\(anchor).caption\">\(HTMLText.escaped(table.title))</p>\n"
            html += "<p class=\"empty\">\(HTMLText.escaped(table.emptyText))</p>\n"
        } else {
            html += HTMLTable.html(table, identifier: "\(anchor).caption")
        }
        return html + note(table.note) + "</section>\n"
    }

    private static func chart(_ chart: ChartBlock) -> String {
        let anchor = HTMLText.escaped(chart.anchor)
        let title = HTMLText.escaped(chart.title)
        var html = "<figure class=\"chart\" id=\"\(anchor)\">\n<figcaption class=\"caption\">\(title)</figcaption>\n"
        html += "<div class=\"plot\" role=\"region\" tabindex=\"0\" aria-label=\"\(title)\">\n"
        html += "\(ChartDrawing.inlineSVG(chart))\n</div>\n\(note(chart.note))"
        let data = chart.dataTable
        html += "<details><summary>Data<span class=\"quiet\"> of \(title)</span></summary>\n"
        html +=
            data.rows.isEmpty
            ? "<p class=\"empty\">\(HTMLText.escaped(data.emptyText))</p>\n"
            : HTMLTable.html(data, identifier: "\(anchor).data")
        return html + "</details>\n</figure>\n"
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

    private static func note(_ note: String) -> String {
        note.isEmpty ? "" : "<p class=\"note\">\(HTMLText.escaped(note))</p>\n"
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
