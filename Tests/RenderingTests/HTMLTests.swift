import Dates
import Digests
import Metrics
import Notebooks
import Testing

@testable import Rendering

@Suite struct HTMLTests {
    let html = HTMLRenderer.render(Sample.document)

    @Test("The policy allows the style and the script of the page by their digests, and nothing else")
    func policy() throws {
        let styles = html.matches(of: #/<style>([\s\S]*?)<\/style>/#).map { "'\(SHA256.integrity(of: String($0.1)))'" }
        let script = try #require(html.firstMatch(of: #/<script>([\s\S]*?)<\/script>/#)).1
        let policy =
            "default-src 'none'; style-src \(styles.joined(separator: " ")); "
            + "script-src '\(SHA256.integrity(of: String(script)))'; base-uri 'none'; form-action 'none'"
        #expect(html.contains("content=\"\(policy)\""))
        #expect(styles.count == 2)
    }

    @Test(
        "The page loads nothing and runs nothing but its one script", arguments: [Sample.document, Showcase.document])
    func selfContained(document: Document) {
        let html = HTMLRenderer.render(document)
        let tags = html.replacing(PageScript.text, with: "").matches(of: #/<[a-zA-Z][^>]*>/#)
            .map { String($0.0) }.filter { !$0.hasPrefix("<meta") }
        for part in ["<link", "<img", "<iframe", "<object", "style=", "@import", "src=", "http:", "https:"] {
            #expect(!tags.contains { $0.contains(part) }, "\(part)")
            #expect(!Stylesheet.text.contains(part), "\(part)")
        }
        #expect(!tags.contains { $0.contains(#/ on[a-z]+=/#) })
        #expect(!tags.contains { $0.contains(#/url\((?!#)/#) })
        #expect(tags.filter { $0.hasPrefix("<script") } == ["<script>"])
    }

    @Test("Style and script cannot end before their element does, and the script makes no element of a text")
    func embedded() {
        for text in [Stylesheet.text, PageScript.text] { #expect(!text.contains("</")) }
        for part in ["innerHTML", "insertAdjacentHTML", "document.write", "eval(", "fetch(", "XMLHttpRequest"] {
            #expect(!PageScript.text.contains(part))
        }
    }

    @Test("One main heading, one language, one main part, a way past the contents")
    func structure() {
        #expect(html.matches(of: #/<h1[ >]/#).count == 1)
        #expect(html.contains("<html lang=\"en\">"))
        #expect(html.matches(of: #/<main id="page\.content">/#).count == 1)
        #expect(html.contains("<a class=\"skip\" href=\"#page.content\">"))
        #expect(html.hasPrefix("<!DOCTYPE html>\n"))
    }

    @Test(
        "Identifiers are unique and every link within the page leads somewhere",
        arguments: [Sample.document, Showcase.document])
    func identifiers(document: Document) {
        let html = HTMLRenderer.render(document)
        let identifiers = html.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
        #expect(Set(identifiers).count == identifiers.count)
        for link in html.matches(of: #/ href="#([^"]*)"/#) { #expect(identifiers.contains(String(link.1))) }
        for pattern in html.matches(of: #/url\(#([^)]*)\)/#) { #expect(identifiers.contains(String(pattern.1))) }
        for name in html.matches(of: #/ aria-labelledby="([^"]*)"/#) { #expect(identifiers.contains(String(name.1))) }
    }

    @Test("Every table of data has a caption and scopes, and scrolls in a named, focusable box")
    func tables() {
        let tables = html.matches(of: #/<table class="data">[\s\S]*?<\/table>/#).map { String($0.0) }
        #expect(tables.count == 7)
        for table in tables {
            #expect(table.contains("<caption id="))
            #expect(table.matches(of: #/<th[ >]/#).count == table.matches(of: #/<th scope="(col|row)"/#).count)
        }
        let boxes = html.matches(of: #/<div class="scroll[^"]*" role="region" tabindex="0" aria-label/#)
        #expect(boxes.count == html.matches(of: #/<table[ >]/#).count)
    }

    @Test("Words from data cannot leave their place")
    func escaping() {
        #expect(html.contains("&lt;b&gt;tag&lt;/b&gt;"))
        #expect(html.contains("Equity &amp; exposure &lt;marked&gt;"))
        #expect(!html.contains("<script>alert"))
        #expect(HTMLText.escaped("a\u{0}b\u{FFFE}<'\"&>") == "a\u{FFFD}b\u{FFFD}&lt;&#39;&quot;&amp;&gt;")
        #expect(HTMLText.escaped("naïve") == "naïve")
    }

    @Test("A verdict is a sign and a word beside its colour; a number that is not there says why")
    func figures() {
        #expect(
            html.contains(
                "<span class=\"verdict bad\"><span aria-hidden=\"true\">✗</span> missed</span>"
                    + "<span class=\"target\">&gt; 85%</span>"))
        #expect(html.contains("<dd class=\"big u\">– <small>(n too small)</small></dd>"))
        #expect(html.contains("<dd class=\"big u\">–</dd>"))
        #expect(html.contains("<dd class=\"big neg\">-$123,457</dd>"))
        #expect(Verdict.allCases.map(\.kind) == ["good", "bad", "open", "open", "good", "bad", "open", "open"])
        #expect(
            Verdict.allCases.map(\.signed) == [
                "✓ met", "✗ missed", "… too early", "○ open", "✓ pass", "✗ fail", "! warn", "? unknown",
            ])
    }

    @Test("Marks follow the number shown, and words, days and moments by their own order")
    func marks() {
        let moment = Instant(utc: Sample.day(2026, 7, 31), hour: 20)
        let columns = ["p", "t", "d", "i"].map {
            TableBlock.Column(name: $0, title: $0, format: $0 == "p" ? .percent : .text)
        }
        func tone(_ value: Value, _ column: Int, _ comparison: TableBlock.Highlight.Comparison, _ operand: Value)
            -> TableBlock.Highlight.Tone?
        {
            TableBlock(
                anchor: "a", title: "", columns: columns, rows: [],
                highlights: [.init(column: columns[column].name, comparison: comparison, operand: operand, tone: .warn)]
            ).tone(value, column: column)
        }
        // 84.96 % is shown as 85.0 %, which is not below 85 %.
        #expect(tone(.number(0.8496), 0, .below, .number(0.85)) == nil)
        #expect(tone(.number(0.8494), 0, .below, .number(0.85)) == .warn)
        #expect(tone(.undefined(.noData), 0, .below, .number(0.85)) == nil)
        #expect(tone(.number(.nan), 0, .above, .number(0)) == nil)
        #expect(tone(.text("b"), 1, .above, .text("a")) == .warn)
        #expect(tone(.day(Sample.day(2026, 7, 31)), 2, .equal, .day(Sample.day(2026, 7, 31))) == .warn)
        #expect(tone(.instant(moment), 3, .below, .instant(moment)) == nil)
        #expect(tone(.flag(true), 1, .equal, .flag(true)) == .warn)
        // 'is undefined' and 'is defined'.
        for missing in [Value.undefined(.noData), .null] {
            #expect(tone(missing, 0, .equal, .null) == .warn && tone(missing, 0, .unequal, .null) == nil)
        }
        #expect(tone(.number(0), 0, .equal, .null) == nil && tone(.number(0), 0, .unequal, .null) == .warn)
        #expect(tone(.flag(true), 1, .equal, .integer(1)) == nil)
        #expect(tone(.text("b"), 1, .above, .day(Sample.day(2026, 7, 31))) == nil)
    }

    @Test("Prose keeps its marks, and its headings leave the main one alone")
    func prose() {
        #expect(
            Prose.html("**b** https://example.org")
                == "<p><strong>b</strong> <a href=\"https://example.org\">https://example.org</a></p>\n")
        #expect(Prose.html("# a") == "<h2>a</h2>\n")
        #expect(Prose.html("") == "")
        #expect(
            Prose.paragraphs("# Head\n\none *two*\nthree\n\n* a\n* b\n  1. c\n\n<b>raw</b>\n") == [
                .init(text: "Head", isHeading: true), .init(text: "one two\nthree", isHeading: false),
                .init(text: "• a\n• b\n  1. c", isHeading: false), .init(text: "<b>raw</b>", isHeading: false),
            ])
    }

    @Test("A page with one heading has no list of contents; one without provenance has no foot")
    func small() {
        let document = Document(
            title: "Quiet", kind: "daily", asOf: Sample.day(2026, 1, 2),
            blocks: [.heading(level: 1, text: "All passed", anchor: "all")])
        let html = HTMLRenderer.render(document)
        #expect(!html.contains("<nav"))
        #expect(!html.contains("<footer"))
        #expect(html.contains("<h2 id=\"all\">All passed"))
    }
}
