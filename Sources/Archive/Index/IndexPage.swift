internal import Dates
internal import Rendering

/// An index page: a function of what it shows. It is read without any script: then everything is listed.
enum IndexPage {
    private static let style = PageFrame.Inline(Stylesheet.text + "\n" + IndexStyle.text)
    private static let script = PageFrame.Inline(IndexScript.text)

    static func html(_ content: IndexContent, origin: String) -> String {
        let title: String
        switch content.scope {
        case .newest: title = "Reports"
        case .year(let year): title = "Reports of \(year)"
        }
        var body = "<a class=\"skip\" href=\"#runs\">Skip to the list of reports</a>\n<div class=\"page index\">\n"
        body += "<header class=\"masthead\">\n<p class=\"eyebrow\"><span>archive</span> "
        body += "<span>\(HTMLText.escaped(origin))</span></p>\n<h1>\(title)</h1>\n"
        body += yearLinks(content) + "</header>\n<main>\n"
        body += CalendarTable.html(content) + gaps(content) + FilterForm.html(content) + IndexTable.html(content)
        body += "</main>\n" + FilterForm.help + "</div>\n"
        return PageFrame(title: "\(title) · \(origin)", style: style, script: script).html(body)
    }

    /// From the first page to every year, from a year to the one before and after and to the first page.
    private static func yearLinks(_ content: IndexContent) -> String {
        var html = "<nav class=\"years\" aria-label=\"Years\">\n<ul>\n"
        switch content.scope {
        case .newest:
            for year in content.years {
                html += "<li><a href=\"\(year.year)/index.html\">\(year.year)</a> <span>\(count(year.runs, "run"))"
                html += (year.gaps > 0 ? ", \(year.gaps) missing" : "") + "</span></li>\n"
            }
        case .year(let year):
            html += "<li><a href=\"../index.html\">Newest reports</a></li>\n"
            if let earlier = content.years.first(where: { $0.year < year }) {
                html += "<li><a rel=\"prev\" href=\"../\(earlier.year)/index.html\">\(earlier.year)</a></li>\n"
            }
            html += "<li aria-current=\"page\"><strong>\(year)</strong></li>\n"
            if let later = content.years.last(where: { $0.year > year }) {
                html += "<li><a rel=\"next\" href=\"../\(later.year)/index.html\">\(later.year)</a></li>\n"
            }
        }
        return html + "</ul>\n</nav>\n"
    }

    /// What is missing, by kind.
    private static func gaps(_ content: IndexContent) -> String {
        guard !content.gaps.isEmpty else { return "" }
        var kinds: [String] = []
        for gap in content.gaps where !kinds.contains(gap.kind) { kinds.append(gap.kind) }
        var html = "<section class=\"notice warn\" aria-label=\"Missing reports\">\n"
        html += "<p><strong>\(count(content.gaps.count, "report")) missing in \(content.calendar.year).</strong> "
        html += "Expected by the calendar of sessions, and not there.</p>\n<ul>\n"
        for kind in kinds {
            let periods = content.gaps.filter { $0.kind == kind }.map(\.period.description)
            html += "<li>\(HTMLText.escaped(kind)): <span class=\"d\">\(periods.joined(separator: ", "))</span></li>\n"
        }
        return html + "</ul>\n</section>\n"
    }

    /// `1 run`, `2 runs`, `1,301 runs`.
    static func count(_ number: Int, _ noun: String) -> String {
        "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
    }

    static func grouped(_ number: Int) -> String {
        number < 1000 ? "\(number)" : "\(grouped(number / 1000)),\(String(number % 1000 + 1000).dropFirst())"
    }
}
