internal import Dates
internal import Notebooks
internal import Rendering

extension RunComparison {
    private static let style = PageFrame.Inline(Stylesheet.text + "\n" + IndexStyle.text)

    /// The comparison as one page that loads and runs nothing.
    /// - Parameter root: the address of the archive's root seen from where the page will stand, such as `../../`; empty for
    ///   the root itself.
    public func html(root: String = "") -> String {
        let root = root.isEmpty || root.hasSuffix("/") ? root : root + "/"
        let title = "Changes in \(later.outcome.title)"
        var body =
            "<div class=\"page index\">\n<header class=\"masthead\">\n<p class=\"eyebrow\"><span>comparison</span> "
        body += "<span>\(later.place.kind)</span></p>\n<h1>\(HTMLText.escaped(title))</h1>\n"
        body += "<p>From \(link(earlier, root)) to \(link(later, root)).</p>\n"
        if let caution {
            body += "<div class=\"notice warn\" role=\"note\"><strong>Not the same sources.</strong> \(caution)</div>\n"
        }
        body += "</header>\n<main>\n"
        body += changes.isEmpty ? "<p class=\"empty\">Nothing changed.</p>\n" : table(root)
        return PageFrame(title: title, style: RunComparison.style).html(body + "</main>\n</div>\n")
    }

    private func address(_ run: Run, _ root: String) -> String {
        HTMLText.escaped("\(root)\(run.place.path)/\(run.opened)")
    }

    private func link(_ run: Run, _ root: String) -> String {
        "<a href=\"\(address(run, root))\">\(HTMLText.escaped(run.outcome.title)) r\(run.place.revision)</a> "
            + "(as of <span class=\"d\">\(run.asOf)</span>, inputs <code>\(HTMLText.escaped(String(run.inputID.prefix(12))))</code>)"
    }

    /// One table, so that the columns of all kinds stand below one another.
    private func table(_ root: String) -> String {
        var html = "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"changes\">\n"
        html +=
            "<table class=\"changes\"><caption id=\"changes\">\(IndexPage.count(changes.count, "change"))</caption>\n"
        html +=
            "<thead><tr><th scope=\"col\">What</th><th scope=\"col\">Before</th><th scope=\"col\">After</th></tr></thead>\n"
        for group in groups {
            html += "<tbody>\n<tr><th colspan=\"3\" scope=\"rowgroup\">\(group.title)</th></tr>\n"
            for change in group.changes {
                let label = HTMLText.escaped(change.label)
                let anchor = HTMLText.escaped(change.anchor)
                html += "<tr><th scope=\"row\">"
                html += change.anchor.isEmpty ? label : "<a href=\"\(address(later, root))#\(anchor)\">\(label)</a>"
                html += "</th>\(cell(change.before))\(cell(change.after))</tr>\n"
            }
            html += "</tbody>\n"
        }
        return html + "</table>\n</div>\n"
    }

    /// A text, or that there is none.
    private func cell(_ text: String) -> String {
        text.isEmpty ? "<td class=\"u\">not there</td>" : "<td>\(HTMLText.escaped(text))</td>"
    }
}
