/// Pieces that several parts of a page are made of.
enum HTMLParts {
    /// Words with a link to their place, or as they are where the page has no such place.
    static func linked(_ words: String, to address: String?) -> String {
        guard let address else { return HTMLText.escaped(words) }
        return "<a href=\"\(HTMLText.escaped(address))\">\(HTMLText.escaped(words))</a>"
    }

    /// A link to a place itself, which appears in the margin when the place is pointed at or the link has the focus.
    static func permalink(_ anchor: String, to what: String) -> String {
        "<a class=\"link\" href=\"#\(HTMLText.escaped(anchor))\" aria-label=\"Link to \(HTMLText.escaped(what))\"></a>"
    }

    /// What is said below a table or a chart; nothing for no words.
    static func note(_ note: String) -> String {
        note.isEmpty ? "" : "<p class=\"note\">\(HTMLText.escaped(note))</p>\n"
    }

    /// Content that is folded away under a heading until it is opened; on paper it is open.
    static func folded(_ content: String, title: String) -> String {
        "<details class=\"fold\">\n<summary>\(HTMLText.escaped(title))</summary>\n\(content)</details>\n"
    }
}
