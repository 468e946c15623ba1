internal import Metrics
internal import Notebooks

/// Big numbers as HTML: a list of terms and what is said of each.
enum HTMLFigures {
    /// The numbers as tiles under their title.
    static func section(_ figures: FiguresBlock) -> String {
        let label = figures.title.isEmpty ? "Figures" : figures.title
        var html = "<section class=\"figures\" id=\"\(HTMLText.escaped(figures.anchor))\">\n"
        html += HTMLParts.permalink(figures.anchor, to: label)
        if !figures.title.isEmpty { html += "<p class=\"caption\">\(HTMLText.escaped(figures.title))</p>\n" }
        html += "<dl class=\"tiles\">\n"
        for item in figures.items { html += tile(item) }
        return html + "</dl>\n</section>\n"
    }

    private static func tile(_ item: FiguresBlock.Item) -> String {
        let text = item.format.text(item.value)
        let kind = item.value.isMissing ? "big u" : text.hasPrefix("-") && item.value.number != nil ? "big neg" : "big"
        let edge = item.verdict.map { " \($0.kind)" } ?? ""
        var html = "<div class=\"tile\(edge)\"><dt>\(HTMLText.escaped(item.label))</dt>"
        html += "<dd class=\"\(kind)\">\(number(text, isMissing: item.value.isMissing))</dd>"
        let trend = Sparkline.svg(item)
        if !trend.isEmpty { html += "<dd class=\"path\">\(trend)</dd>" }
        if !item.target.isEmpty || item.verdict != nil {
            html += "<dd class=\"against\">"
            if let verdict = item.verdict { html += verdict.html }
            if !item.target.isEmpty { html += "<span class=\"target\">\(HTMLText.escaped(item.target))</span>" }
            html += "</dd>"
        }
        if !item.note.isEmpty { html += "<dd class=\"note\">\(HTMLText.escaped(item.note))</dd>" }
        return html + "</div>\n"
    }

    /// The text of the value; a reason after the dash in small letters.
    private static func number(_ text: String, isMissing: Bool) -> String {
        let text = HTMLText.escaped(text)
        guard isMissing, text.hasPrefix("– (") else { return text }
        return "– <small>\(text.dropFirst(2))</small>"
    }
}
