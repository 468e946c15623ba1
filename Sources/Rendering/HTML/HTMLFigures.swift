internal import Metrics
internal import Notebooks

/// Big numbers as HTML: a list of terms and what is said of each.
enum HTMLFigures {
    /// The numbers as tiles under their title.
    static func html(_ figures: FiguresBlock) -> String {
        let label = figures.title.isEmpty ? "Figures" : figures.title
        var html = "<section class=\"figures\" id=\"\(HTMLText.escaped(figures.anchor))\" "
        html += "aria-label=\"\(HTMLText.escaped(label))\">\n"
        if !figures.title.isEmpty { html += "<p class=\"caption\">\(HTMLText.escaped(figures.title))</p>\n" }
        html += "<dl class=\"tiles\">\n"
        for item in figures.items { html += tile(item) }
        return html + "</dl>\n</section>\n"
    }

    private static func tile(_ item: FiguresBlock.Item) -> String {
        var html = "<div class=\"tile\"><dt>\(HTMLText.escaped(item.label))</dt>"
        html += "<dd class=\"\(item.value.isMissing ? "big u" : "big")\">\(number(item))</dd>"
        if !item.target.isEmpty || item.verdict != nil {
            html += "<dd class=\"against\">"
            if let verdict = item.verdict {
                html += "<span class=\"verdict \(verdict.kind)\">\(verdict.rawValue)</span>"
            }
            if !item.target.isEmpty { html += "<span class=\"target\">\(HTMLText.escaped(item.target))</span>" }
            html += "</dd>"
        }
        if !item.note.isEmpty { html += "<dd class=\"note\">\(HTMLText.escaped(item.note))</dd>" }
        return html + "</div>\n"
    }

    /// The text of the value; a reason after the dash in small letters.
    private static func number(_ item: FiguresBlock.Item) -> String {
        let text = HTMLText.escaped(item.format.text(item.value))
        guard item.value.isMissing, text.hasPrefix("– (") else { return text }
        return "– <small>\(text.dropFirst(2))</small>"
    }
}

extension Verdict {
    /// The class by which a verdict is coloured; its own word always stands beside the colour.
    var kind: String {
        switch self {
        case .met, .pass: "good"
        case .missed, .fail: "bad"
        case .warn, .tooEarly, .unknown: "open"
        }
    }
}
