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
        if changes.isEmpty { body += "<p class=\"empty\">Nothing changed.</p>\n" }
        for (index, group) in groups.enumerated() {
            body += table(group.title, group.changes, "changes.\(index + 1)", root)
        }
        return PageFrame(title: title, style: RunComparison.style).html(body + "</main>\n</div>\n")
    }

    private func address(_ run: Run, _ root: String) -> String {
        HTMLText.escaped("\(root)\(run.place.path)/\(run.opened)")
    }

    private func link(_ run: Run, _ root: String) -> String {
        "<a href=\"\(address(run, root))\">\(HTMLText.escaped(run.outcome.title)) r\(run.place.revision)</a> "
            + "(as of <span class=\"d\">\(run.asOf)</span>, inputs <code>\(HTMLText.escaped(String(run.inputID.prefix(12))))</code>)"
    }

    private func table(_ title: String, _ changes: [Change], _ identifier: String, _ root: String) -> String {
        var html = "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"\(identifier)\">\n"
        html += "<table class=\"changes\"><caption id=\"\(identifier)\">\(title)</caption>\n"
        html +=
            "<thead><tr><th scope=\"col\">What</th><th scope=\"col\">Before</th><th scope=\"col\">After</th></tr></thead>\n<tbody>\n"
        for change in changes {
            let label = HTMLText.escaped(change.label)
            let anchor = HTMLText.escaped(change.anchor)
            html += "<tr><th scope=\"row\" class=\"long\">"
            html += change.anchor.isEmpty ? label : "<a href=\"\(address(later, root))#\(anchor)\">\(label)</a>"
            html += "</th>\(cell(change.before))\(cell(change.after))</tr>\n"
        }
        return html + "</tbody></table>\n</div>\n"
    }

    /// A text, or that there is none.
    private func cell(_ text: String) -> String {
        text.isEmpty ? "<td class=\"u\">not there</td>" : "<td class=\"long\">\(HTMLText.escaped(text))</td>"
    }
}
