internal import Notebooks

/// The block "since last time" as HTML: what was, and what is, with links to where it stands.
enum HTMLChanges {
    /// Up to so many changes lie open; more are folded away until they are asked for.
    private static let openChanges = 8

    /// The section; nothing for a report without one before it.
    static func section(_ document: Document, _ links: PageLinks) -> String {
        guard let changes = document.changes else { return "" }
        let title = HTMLText.escaped(changes.title)
        let since = HTMLParts.linked(changes.since.name, to: links.address(changes.since.text))
        var html = "<section class=\"changes\" id=\"page.changes\">\n"
        html += "<p class=\"caption\">Since \(since)</p>\n"
        guard !changes.changes.isEmpty else {
            return html + "<p class=\"empty\">\(changes.count)</p>\n</section>\n"
        }
        let isOpen = changes.changes.count <= openChanges
        html += "<details class=\"fold\"\(isOpen ? " open=\"\"" : "")>\n<summary>\(changes.count)</summary>\n"
        html += "<table class=\"cards\" role=\"table\">\n<caption class=\"quiet\">\(title)</caption>\n"
        html += "<thead role=\"rowgroup\"><tr role=\"row\">"
        for column in changes.table.columns {
            html += "<th scope=\"col\" role=\"columnheader\">\(HTMLText.escaped(column.title))</th>"
        }
        html += "</tr></thead>\n<tbody role=\"rowgroup\">\n"
        for change in changes.ordered { html += row(change, links) }
        return html + "</tbody>\n</table>\n</details>\n</section>\n"
    }

    private static func row(_ change: Change, _ links: PageLinks) -> String {
        func said(_ words: String) -> String { words.isEmpty ? "–" : HTMLText.escaped(words) }
        return """
            <tr role="row"><td role="cell" class="kind">\(change.kind.rawValue)</td>\
            <th scope="row" role="rowheader">\(HTMLParts.linked(change.label, to: links.place(change.anchor)))</th>\
            <td role="cell" class="before">\(said(change.before))</td>\
            <td role="cell" class="now">\(said(change.after))</td></tr>

            """
    }
}
