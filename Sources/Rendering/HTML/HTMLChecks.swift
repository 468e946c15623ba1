internal import Metrics
internal import Notebooks

/// Checks as HTML: a table that becomes a list of cards where there is no room for columns.
///
/// The roles of its elements are written out, because a browser forgets them when a row is laid out as a card.
enum HTMLChecks {
    /// The section of checks: counts by verdict, then one row a check, each with a link to itself.
    static func section(_ checks: ChecksBlock, _ links: PageLinks) -> String {
        let anchor = HTMLText.escaped(checks.anchor)
        var html = "<section class=\"checks\" id=\"\(anchor)\">\n"
        html += HTMLParts.permalink(checks.anchor, to: checks.title)
        if checks.rows.isEmpty {
            html += "<p class=\"caption\">\(HTMLText.escaped(checks.title))</p>\n"
            html += "<p class=\"empty\">\(checks.counts)</p>\n"
        } else {
            html += "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"\(anchor).caption\">\n"
            html += "<table class=\"cards\" role=\"table\">\n"
            html += "<caption><span id=\"\(anchor).caption\">\(HTMLText.escaped(checks.title))</span> "
            html += "<span class=\"counts\">\(checks.counts)</span></caption>\n"
            html += "<thead role=\"rowgroup\"><tr role=\"row\">"
            for column in checks.table.columns {
                let kind = column.name == "value" ? " class=\"n\"" : ""
                html += "<th scope=\"col\" role=\"columnheader\"\(kind)>\(HTMLText.escaped(column.title))</th>"
            }
            html += "</tr></thead>\n<tbody role=\"rowgroup\">\n"
            for row in checks.rows { html += self.row(row, links) }
            html += "</tbody>\n</table>\n</div>\n"
        }
        return html + HTMLParts.note(checks.note) + "</section>\n"
    }

    private static func row(_ row: ChecksBlock.Row, _ links: PageLinks) -> String {
        let value = HTMLText.escaped(row.format.text(row.value))
        let address = row.link.isEmpty ? nil : links.address(row.link)
        return """
            <tr role="row" id="\(HTMLText.escaped(row.anchor))" class="\(row.verdict.kind)">\
            <td role="cell" class="is">\(HTMLParts.permalink(row.anchor, to: row.title))\(row.verdict.html)</td>\
            <th scope="row" role="rowheader">\(HTMLText.escaped(row.title))</th>\
            <td role="cell" class="\(row.value.isMissing ? "n u" : "n")">\(value)</td>\
            <td role="cell" class="limit">\(HTMLText.escaped(row.limit))</td>\
            <td role="cell" class="evidence">\(HTMLParts.linked(row.evidenceWords, to: address))</td></tr>

            """
    }
}
