internal import Notebooks

/// The list of a page's headings: beside the report where there is room, folded above it where there is not.
enum ContentsList {
    /// Links to the headings of levels 1 to 3; nothing for fewer than two headings.
    static func html(_ document: Document) -> String {
        let headings = document.blocks.compactMap { block -> (level: Int, text: String, anchor: String)? in
            if case .heading(let level, let text, let anchor) = block, level <= 3 { (level, text, anchor) } else { nil }
        }
        guard headings.count > 1 else { return "" }
        let top = headings.map(\.level).min() ?? 1
        var entries = headings.map { (level: min($0.level - top, 2), text: $0.text, anchor: $0.anchor) }
        if let changes = document.changes { entries.insert((0, changes.title, "page.changes"), at: 0) }
        if !document.provenance.isEmpty { entries.append((0, "About this report", "page.about")) }
        let items = entries.map { entry in
            "<li class=\"level\(entry.level)\">\(HTMLParts.linked(entry.text, to: "#\(entry.anchor)"))</li>\n"
        }
        return "<nav class=\"contents\" aria-label=\"Contents\">\n<details>\n<summary>Contents</summary>\n"
            + "<ol>\n\(items.joined())</ol>\n</details>\n</nav>\n"
    }
}
