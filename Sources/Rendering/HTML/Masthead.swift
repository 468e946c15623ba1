internal import Dates
internal import Notebooks

/// The top of a page: what the report is, of when, what was decided, and what a reader must know before all else.
enum Masthead {
    /// The header with its notices.
    static func html(_ document: Document, _ links: PageLinks) -> String {
        "<header class=\"masthead\">\n<div class=\"strip\">\n" + eyebrow(document) + others(document, links)
            + "</div>\n"
            + "<h1>\(HTMLText.escaped(document.title))</h1>\n" + facts(document) + notices(document)
            + warnings(document, links) + "</header>\n"
    }

    private static func eyebrow(_ document: Document) -> String {
        let day = document.asOf.iso
        var html = "<p class=\"eyebrow\"><span>\(HTMLText.escaped(document.kind))</span> "
        html += "<span>as of <time datetime=\"\(day)\">\(day)</time></span>"
        for parameter in document.parameters {
            html += " <span>\(HTMLText.escaped(parameter.name)) \(HTMLText.escaped(parameter.text))</span>"
        }
        return html + "</p>\n"
    }

    private static func others(_ document: Document, _ links: PageLinks) -> String {
        guard !document.links.isEmpty else { return "" }
        let items = document.links.map { HTMLParts.linked($0.name, to: links.address($0.text)) }
        return "<nav class=\"others\" aria-label=\"Other reports\">\(items.joined(separator: " "))</nav>\n"
    }

    private static func facts(_ document: Document) -> String {
        guard !document.facts.isEmpty else { return "" }
        let facts = document.facts.map {
            "<div><dt>\(HTMLText.escaped($0.name))</dt><dd>\(HTMLText.escaped($0.text))</dd></div>\n"
        }
        return "<dl class=\"facts\">\n\(facts.joined())</dl>\n"
    }

    private static func notices(_ document: Document) -> String {
        var html = ""
        if document.hasFailure {
            html += "<div class=\"notice bad\" role=\"alert\"><strong>Failed.</strong> \(document.failureSentence) "
            let places = document.failures.map { HTMLParts.linked($0.anchor, to: "#\($0.anchor)") }
            html += "<span>\(places.joined(separator: ", "))</span></div>\n"
        }
        if let notice = document.syntheticNotice {
            html += "<div class=\"notice warn\" role=\"note\"><strong>Synthetic prices.</strong> "
            html += "\(HTMLText.escaped(notice))</div>\n"
        }
        return html
    }

    private static func warnings(_ document: Document, _ links: PageLinks) -> String {
        guard !document.warnings.isEmpty else { return "" }
        let items = document.warnings.map { warning in
            let place = links.place(warning.anchor).map { " " + HTMLParts.linked(warning.anchor, to: $0) } ?? ""
            return "<li>\(HTMLText.escaped(warning.message))\(place)</li>\n"
        }
        return "<div class=\"notice warn\" role=\"note\" id=\"page.warnings\"><strong>To be looked at.</strong>\n"
            + "<ul>\n\(items.joined())</ul>\n</div>\n"
    }
}
