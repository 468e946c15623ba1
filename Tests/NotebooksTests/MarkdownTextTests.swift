import Metrics
import Notebooks
import Testing

@Suite("Values put into prose stay text")
struct MarkdownTextTests {
    /// The prose that a value gives in the middle of a line and at its start.
    private func prose(_ text: String) throws -> (inside: String, atStart: String) {
        var context = Desk.context
        context.scalars = [Scalar("x", .text, .text(text))]
        let blocks = try Desk.blocks("a {{ x }}\n  {{ x }} b", context: context)
        guard case .prose(let markdown, _) = blocks.first else { return ("", "") }
        let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
        return (String(lines[0].dropFirst(2)), String(lines[1].dropFirst(2).dropLast(2)))
    }

    @Test(
        "every sign that Markdown reads is escaped, and no other",
        arguments: [
            ("plain 2026-W31, -$0.05 (12.5%)", "plain 2026-W31, -$0.05 (12.5%)", "plain 2026-W31, -$0.05 (12.5%)"),
            ("-$0.05", "-$0.05", "\\-$0.05"), ("- item", "- item", "\\- item"), ("# head", "# head", "\\# head"),
            ("12. item", "12. item", "12\\. item"), ("12) item", "12) item", "12\\) item"),
            ("1,234.5", "1,234.5", "1,234.5"), ("==", "==", "\\=="), (".5", ".5", ".5"),
            ("    code", "    code", "code"), ("a\n# b\r\n\tc", "a # b   c", "a # b   c"),
            ("*b* _i_ `c` ~s~", "\\*b\\* \\_i\\_ \\`c\\` \\~s\\~", "\\*b\\* \\_i\\_ \\`c\\` \\~s\\~"),
            ("<b>&amp;|x", "\\<b\\>\\&amp;\\|x", "\\<b\\>\\&amp;\\|x"),
            ("[t](http://x)", "\\[t\\](http:\\//x)", "\\[t\\](http:\\//x)"),
            ("P&L & co; a &b c; &#38; &lt", "P&L & co; a &b c; \\&#38; &lt", "P&L & co; a &b c; \\&#38; &lt"),
            ("back\\slash", "back\\\\slash", "back\\\\slash"), ("{{ y }}", "{{ y }}", "{{ y }}"),
        ])
    func escapes(text: String, inside: String, atStart: String) throws {
        let found = try prose(text)
        #expect(found.inside == inside)
        #expect(found.atStart == atStart)
    }

    @Test("behind a bracket of the template's no value is an address")
    func brackets() throws {
        var context = Desk.context
        context.scalars = [Scalar("x", .text, .text("(https://x)")), Scalar("y", .text, .text(": https://y"))]
        let blocks = try Desk.blocks("[a]{{ x }} [b]{{ y }} c {{ x }}", context: context)
        guard case .prose(let markdown, _) = blocks.first else {
            Issue.record("there is no prose")
            return
        }
        #expect(markdown.trimmingPrefix("\n") == "[a]\\(https:\\//x) [b]\\: https:\\//y c (https:\\//x)")
    }

    @Test("behind the signs of items and quotes a value begins a line as well")
    func items() throws {
        var context = Desk.context
        context.scalars = [Scalar("x", .text, .text("- - - y")), Scalar("n", .text, .text("-1"))]
        let blocks = try Desk.blocks("- {{ x }}\n- > 1. {{ x }}\n- {{ n }}\n- a {{ x }} {{ n }}", context: context)
        #expect(blocks == [.prose("- \\- - - y\n- > 1. \\- - - y\n- \\-1\n- a - - - y -1")])
    }
}
