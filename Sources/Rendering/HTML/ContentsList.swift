internal import Notebooks

/// The list of a page's headings.
enum ContentsList {
    /// A nested list of links to the headings of levels 1 to 3; nothing for fewer than two headings.
    static func html(_ document: Document) -> String {
        let headings = document.blocks.compactMap { block -> (level: Int, text: String, anchor: String)? in
            if case .heading(let level, let text, let anchor) = block, level <= 3 { (level, text, anchor) } else { nil }
        }
        guard headings.count > 1 else { return "" }
        let top = headings.map(\.level).min() ?? 1
        var html = "<nav class=\"contents\" aria-label=\"Contents\">\n<ol>\n"
        for heading in headings {
            html += "<li class=\"level\(heading.level - top)\"><a href=\"#\(HTMLText.escaped(heading.anchor))\">"
            html += "\(HTMLText.escaped(heading.text))</a></li>\n"
        }
        if !document.provenance.isEmpty {
            html += "<li class=\"level1\"><a href=\"#page.about\">About this report</a></li>\n"
        }
        return html + "</ol>\n</nav>\n"
    }
}
