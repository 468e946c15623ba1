internal import CMarkGFM

/// What prose may hold beside words: links to pages. Raw HTML, pictures and other links become the words that they are
/// written with, in every format, so that no report loads anything or runs anything wherever it is read.
enum MarkupPolicy {
    /// Schemes of links, in small letters.
    private static let schemes: Set<String> = ["http", "https", "mailto"]

    /// Turns into words what is not allowed; whether anything was.
    static func apply(to root: OpaquePointer?) -> Bool {
        var refused: [OpaquePointer] = []
        let walk = cmark_iter_new(root)
        defer { cmark_iter_free(walk) }
        while case let event = cmark_iter_next(walk), event != CMARK_EVENT_DONE {
            guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(walk), isRefused(node) else { continue }
            refused.append(node)
        }
        for node in refused {
            switch cmark_node_get_type(node) {
            case CMARK_NODE_HTML_BLOCK:
                let paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH)
                for part in words(of: node) { cmark_node_append_child(paragraph, part) }
                cmark_node_insert_before(node, paragraph)
            case CMARK_NODE_HTML_INLINE:
                for part in words(of: node) { cmark_node_insert_before(node, part) }
            default:
                while let child = cmark_node_first_child(node) { cmark_node_insert_before(node, child) }
            }
            cmark_node_unlink(node)
            cmark_node_free(node)
        }
        return !refused.isEmpty
    }

    private static func isRefused(_ node: OpaquePointer) -> Bool {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE, CMARK_NODE_IMAGE: true
        case CMARK_NODE_LINK: !isAllowed(cmark_node_get_url(node).map { String(cString: $0) } ?? "")
        default: false
        }
    }

    /// Whether an address is one of a page: with one of the schemes, or relative to the report, without a host.
    static func isAllowed(_ address: String) -> Bool {
        let path = address.prefix { !"/?#".contains($0) }
        guard let colon = path.firstIndex(of: ":") else {
            return !address.hasPrefix("//") && !address.contains("\\")
        }
        return schemes.contains(path[..<colon].lowercased())
    }

    /// The source of raw HTML as words, line by line.
    private static func words(of node: OpaquePointer) -> [OpaquePointer?] {
        let source = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
        let lines = source.split(separator: "\n")
        return lines.enumerated().flatMap { index, line -> [OpaquePointer?] in
            let text = cmark_node_new(CMARK_NODE_TEXT)
            cmark_node_set_literal(text, String(line))
            return index == 0 ? [text] : [cmark_node_new(CMARK_NODE_SOFTBREAK), text]
        }
    }
}
