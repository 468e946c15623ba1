import Dates
import Metrics
import Notebooks
import Testing

@testable import Rendering

@Suite struct HTMLHeadTests {
    let html = HTMLRenderer.render(Showcase.document)

    private func page(_ edit: (inout Document) -> Void) -> String {
        var document = Document(title: "T", kind: "k", asOf: Sample.day(2026, 1, 2))
        edit(&document)
        return HTMLRenderer.render(document)
    }

    @Test("The head says kind, date, parameters, facts, other reports and what to look at")
    func masthead() {
        #expect(html.contains("<span>daily</span> <span>as of <time datetime=\"2026-07-31\">2026-07-31</time></span>"))
        #expect(html.contains("<span>session 2026-07-31</span>"))
        #expect(html.contains("<div><dt>Decision</dt><dd>hold</dd></div>"))
        #expect(
            html.contains("<a href=\"../2026-07-30/index.html\">Previous: 2026-07-30</a> <a href=\"../index.html\">"))
        #expect(html.contains("yesterday&#39;s &lt;mark&gt;. <a href=\"#marks\">marks</a></li>"))
        let small = page { _ in }
        for part in ["class=\"facts\"", "class=\"others\"", "page.warnings", "page.changes", "class=\"contents\""] {
            #expect(html.contains(part))
            #expect(!small.contains("<\(part)") && !small.contains("\"\(part)\"") && !small.contains(" \(part)"))
        }
    }

    @Test(
        "An address leads nowhere unless it is a place of the page or relative",
        arguments: [
            ("#marks", "#marks"), ("#check-drawdown", "#check-drawdown"), ("#one-of-five", "#one-of-five"),
            ("../2026-07-30/index.html", "../2026-07-30/index.html"), ("a.html?b=c:d#e", "a.html?b=c:d#e"),
            ("#not-here", nil), ("#raw", nil), ("", nil), ("javascript:alert(1)", nil), ("https://example.org/", nil),
            ("//example.org/", nil), ("/etc/passwd", nil), ("data:text/html,x", nil), ("a b.html", nil),
            ("a\\b.html", nil), ("a\n.html", nil), ("JaVaScRiPt:x", nil),
        ])
    func addresses(text: String, address: String?) {
        #expect(PageLinks(Showcase.document, format: .html).address(text) == address)
    }

    @Test("A link that may not lead anywhere is words")
    func unsafe() {
        #expect(html.contains(" Not to be linked</nav>"))
        #expect(!html.contains("javascript:"))
        #expect(html.contains("<td role=\"cell\" class=\"evidence\">VIX calls had no quote</td>"))
    }

    @Test("Changes stand in the order of their kinds, old before new, with links to where they are")
    func changes() {
        let rows = html.matches(of: #/<td role="cell" class="kind">(\w+)<\/td>/#).map { String($0.1) }
        #expect(rows == ["source", "fact", "check", "figure", "warning"])
        #expect(html.contains("<p class=\"caption\">Since <a href=\"../2026-07-30/index.html\">2026-07-30</a></p>"))
        #expect(
            html.contains(
                "<a href=\"#check-drawdown\">Drawdown</a></th><td role=\"cell\" class=\"before\">warn</td>"
                    + "<td role=\"cell\" class=\"now\">fail</td>"))
        #expect(html.contains("A mark of QQQ is missing</th><td role=\"cell\" class=\"before\">–</td>"))
    }

    @Test(
        "Few changes lie open, many are folded, none is said",
        arguments: [(0, "nothing changed"), (1, "1 change"), (8, "8 changes"), (9, "9 changes")])
    func manyChanges(count: Int, words: String) {
        let html = page {
            $0.changes = ChangesBlock(
                since: .init(name: "before", text: ""),
                changes: (0..<count).map { Change(kind: .figure, label: "F\($0)", before: "1", after: "2") })
        }
        #expect(html.contains(words))
        #expect(html.contains("<p class=\"caption\">Since before</p>"))
        #expect(html.contains("<details class=\"fold\" open=\"\">") == (1...8).contains(count))
        #expect(html.contains("<details class=\"fold\">") == (count > 8))
    }

    @Test("The contents list headings to the third level, changes and provenance")
    func contents() {
        let html = page {
            $0.blocks = (1...4).map { .heading(level: $0, text: "H\($0)", anchor: "h\($0)") }
            $0.changes = ChangesBlock(since: .init(name: "before", text: ""), changes: [])
            $0.provenance = [.init(name: "a", text: "b")]
        }
        let entries = html.matches(of: #/<li class="level(\d)"><a href="#([^"]*)">/#).map { "\($0.1) \($0.2)" }
        #expect(entries == ["0 page.changes", "0 h1", "1 h2", "2 h3", "0 page.about"])
    }

    @Test("The foot of a printed page says which report it is, of when and from which input")
    func foot() {
        #expect(
            html.contains(
                "<style>@page{@bottom-left{content:\"Daily checklist 2026-07-31 · as of 2026-07-31 · input "
                    + "9f86d081884c\"}}</style>"))
        #expect(!HTMLRenderer.render(Sample.document).contains("· input"))
    }

    @Test(
        "A page that is too large is said to be so, with what to do",
        arguments: [(1_000_000, false), (1_000_001, true)])
    func large(bytes: Int, isSaid: Bool) throws {
        let warning = HTMLRenderer.sizeWarning(String(repeating: "a", count: bytes))
        #expect((warning != nil) == isSaid)
        #expect(
            warning
                == (isSaid
                    ? "the page has 1,000,001 bytes, more than 1,000,000, and opens slowly; show fewer rows, or keep long "
                        + "tables for the workbook (formats: [xlsx])" : nil))
    }

    // CSS Syntax Level 3, 4.3.7: a backslash and a number in hexadecimal stand for a character.
    @Test(
        "Words of a title cannot leave the style sheet",
        arguments: [
            ("a\"b", "a\\22 b"), ("</style>", "\\3c \\2f style\\3e "), ("a\\b", "a\\5c b"), ("a\nb", "a\\a b"),
            ("P&L", "P\\26 L"), ("naïve 日本", "naïve 日本"), ("2026-07-31, 1:2.", "2026-07-31, 1:2."),
            ("\u{1}", "\u{FFFD}"),
        ])
    func styleText(words: String, text: String) {
        #expect(PageHead.styleText(words) == text)
    }
}
