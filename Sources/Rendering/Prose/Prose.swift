internal import CMarkGFM

/// Prose in GitHub-flavoured Markdown, read by cmark-gfm. What could run, load or lead anywhere but to a page is words in
/// every format: raw HTML, pictures, and links with other schemes than those of ``MarkupPolicy``.
enum Prose {
    /// One paragraph of prose as plain words, for places without markup.
    struct Paragraph: Equatable {
        /// The words; lines of a list or a table are separated by line feeds.
        let text: String
        /// Whether it is a heading.
        let isHeading: Bool
    }

    /// The prose as HTML. Headings go one level down, because the page has one `h1`; tables scroll in a box of their
    /// own.
    static func html(_ prose: String) -> String {
        parsed(prose) { root, extensions, _ in
            var node = cmark_node_first_child(root)
            while let current = node {
                if cmark_node_get_type(current) == CMARK_NODE_HEADING {
                    cmark_node_set_heading_level(current, min(cmark_node_get_heading_level(current) + 1, 6))
                }
                node = cmark_node_next(current)
            }
            return owned(cmark_render_html(root, CMARK_OPT_DEFAULT, extensions))
        }
        .replacing("<table>", with: "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table\"><table>")
        .replacing("</table>", with: "</table></div>")
        .replacing("<th>", with: "<th scope=\"col\">").replacing("<th align=", with: "<th scope=\"col\" align=")
    }

    /// The prose as Markdown: as it is written, or written anew where something in it becomes words.
    static func markdown(_ prose: String) -> String {
        let rewritten: String? = parsed(prose) { root, _, isChanged in
            isChanged ? owned(cmark_render_commonmark(root, CMARK_OPT_DEFAULT, 0)) : nil
        }
        return rewritten ?? prose
    }

    /// The prose as plain words, paragraph by paragraph.
    static func paragraphs(_ prose: String) -> [Paragraph] {
        parsed(prose) { root, _, _ in
            var result: [Paragraph] = []
            var node = cmark_node_first_child(root)
            while let current = node {
                let words = plainWords(current)
                if !words.isEmpty {
                    let isHeading = cmark_node_get_type(current) == CMARK_NODE_HEADING
                    result.append(Paragraph(text: words, isHeading: isHeading))
                }
                node = cmark_node_next(current)
            }
            return result
        }
    }

    /// The words of a block; items of a list one a line with a bullet or their number.
    private static func plainWords(_ block: OpaquePointer) -> String {
        guard cmark_node_get_type(block) == CMARK_NODE_LIST else {
            return owned(cmark_render_plaintext(block, CMARK_OPT_DEFAULT, 0)).trimmed
        }
        let isOrdered = cmark_node_get_list_type(block) == CMARK_ORDERED_LIST
        var number = cmark_node_get_list_start(block)
        var lines: [String] = []
        var item = cmark_node_first_child(block)
        while let current = item {
            var parts: [String] = []
            var part = cmark_node_first_child(current)
            while let child = part {
                parts.append(plainWords(child).replacing("\n", with: "\n  "))
                part = cmark_node_next(child)
            }
            lines.append((isOrdered ? "\(number). " : "• ") + parts.joined(separator: "\n  "))
            number += 1
            item = cmark_node_next(current)
        }
        return lines.joined(separator: "\n")
    }

    // cmark keeps its extensions in a global list, which must be filled once before any parser is made.
    private static let extensionsAreRegistered: Bool = {
        cmark_gfm_core_extensions_ensure_registered()
        return true
    }()

    private static func parsed<Result>(
        _ prose: String, _ use: (OpaquePointer?, UnsafeMutablePointer<cmark_llist>?, _ isChanged: Bool) -> Result
    ) -> Result {
        precondition(extensionsAreRegistered)
        let parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8)
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough", "autolink", "tasklist"] {
            if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
        }
        cmark_parser_feed(parser, prose, prose.utf8.count)
        let root = cmark_parser_finish(parser)
        defer { cmark_node_free(root) }
        let isChanged = MarkupPolicy.apply(to: root)
        return use(root, cmark_parser_get_syntax_extensions(parser), isChanged)
    }

    /// A C string as a Swift one; the C memory is given back.
    private static func owned(_ text: UnsafeMutablePointer<CChar>?) -> String {
        guard let text else { return "" }
        defer { cmark_get_default_mem_allocator().pointee.free(text) }
        return String(cString: text)
    }
}

extension String {
    /// The string without white space at its ends.
    var trimmed: String {
        var rest = Substring(self)
        while rest.last?.isWhitespace == true { rest.removeLast() }
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        return String(rest)
    }
}
