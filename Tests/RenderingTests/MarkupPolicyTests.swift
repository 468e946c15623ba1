import Testing

@testable import Rendering

/// Whoever writes a template decides what its readers' browsers and viewers do, unless nothing in it can.
@Suite("Raw HTML, pictures and links elsewhere than to pages are words, in every format")
struct MarkupPolicyTests {
    private static let cases: [(prose: String, html: String, markdown: String, words: String)] = [
        (
            "a <b>c</b>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n", "a \\<b\\>c\\</b\\>\n", "a <b>c</b>"
        ),
        (
            "<img src=\"https://example.org/x.png\" onerror=\"x()\">",
            "<p>&lt;img src=&quot;https://example.org/x.png&quot; onerror=&quot;x()&quot;&gt;</p>\n",
            "\\<img src=\"https://example.org/x.png\" onerror=\"x()\"\\>\n",
            "<img src=\"https://example.org/x.png\" onerror=\"x()\">"
        ),
        (
            "<div onclick=\"x\">\n# no heading\n- no item\n</div>",
            "<p>&lt;div onclick=&quot;x&quot;&gt;\n# no heading\n- no item\n&lt;/div&gt;</p>\n",
            "\\<div onclick=\"x\"\\>\n\\# no heading\n\\- no item\n\\</div\\>\n",
            "<div onclick=\"x\">\n# no heading\n- no item\n</div>"
        ),
        ("<!-- x -->", "<p>&lt;!-- x --&gt;</p>\n", "\\<\\!-- x --\\>\n", "<!-- x -->"),
        ("![the *fan*](https://example.org/p.png)", "<p>the <em>fan</em></p>\n", "the *fan*\n", "the fan"),
        ("![p](x.png)", "<p>p</p>\n", "p\n", "p"), ("![p](data:image/png;base64,x)", "<p>p</p>\n", "p\n", "p"),
        ("[**a** b](javascript:alert(1))", "<p><strong>a</strong> b</p>\n", "**a** b\n", "a b"),
        ("[a]\n\n[a]: JavaScript:x", "<p>a</p>\n", "a\n", "a"), ("[a](file:///etc/passwd)", "<p>a</p>\n", "a\n", "a"),
        ("[a](//example.org/x)", "<p>a</p>\n", "a\n", "a"),
        ("<ftp://example.org>", "<p>ftp://example.org</p>\n", "ftp://example.org\n", "ftp://example.org"),
        ("[a](java&#115;cript:x)", "<p>a</p>\n", "a\n", "a"), ("[![p](x.png)](javascript:x)", "<p>p</p>\n", "p\n", "p"),
    ]

    @Test("what becomes words", arguments: MarkupPolicyTests.cases.indices)
    func refused(index: Int) {
        let (prose, html, markdown, words) = MarkupPolicyTests.cases[index]
        #expect(Prose.html(prose) == html)
        #expect(Prose.markdown(prose) == markdown)
        #expect(Prose.paragraphs(prose).map(\.text) == [words])
        // What was written anew is harmless when it is read again.
        #expect(Prose.markdown(Prose.markdown(prose)) == Prose.markdown(prose))
        #expect(!Prose.html(Prose.markdown(prose)).contains(#/<(img|b|div|script|!--)|javascript:/#))
    }

    @Test(
        "what stays as it is written, to the byte",
        arguments: [
            "Words *and* `<b>` **more**", "[a](https://example.org)", "[a](http://example.org/?q=a:b)",
            "[a](mailto:desk@example.org)", "[a](#exposure)", "[a](../2026-07-30/report.md)", "[a](report.xlsx?x=a:b)",
            "<https://example.org>", "* a\n* b\n\n1. c", "| a | b |\n|---|--:|\n| 1 | 2 |", "```\n<b>\n```",
            "a \\<b> & c",
            "1 < 2 > 0", "~~gone~~ www.example.org",
        ])
    func kept(prose: String) {
        #expect(Prose.markdown(prose) == prose)
        #expect(!Prose.html(prose).contains("&lt;b&gt;</p>"))
    }
}
