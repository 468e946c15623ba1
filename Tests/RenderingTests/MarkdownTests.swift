import Dates
import Metrics
import Notebooks
import ReportReading
import Testing

@testable import Rendering

@Suite struct MarkdownTests {
    // Expected source by the rules of GitHub Flavored Markdown 0.29: sections 6.1 backslash escapes, 6.2 entities,
    // 6.4 emphasis, 4.10 tables.
    @Test(
        "Words are escaped only where Markdown would read them as a mark",
        arguments: [
            ("a|b", "a\\|b"), ("`code`", "\\`code\\`"), ("*a* _b_ c_d", "\\*a\\* \\_b\\_ c_d"), ("<b>", "\\<b>"),
            ("[x](y)", "\\[x\\](y)"), ("~~s~~", "\\~\\~s\\~\\~"), ("P&L", "P&L"),
            ("&amp; &#39; & x", "\\&amp; \\&#39; & x"),
            ("\\", "\\\\"), ("two\nlines\tand\u{1}", "two lines and\u{FFFD}"), ("", ""), ("日本語_x", "日本語_x"),
            ("=cmd|' /C calc'!A0", "=cmd\\|' /C calc'!A0"),
        ])
    func escapes(words: String, source: String) {
        #expect(MarkdownText.escaped(words) == source)
    }

    @Test(
        "A paragraph of words begins no list, heading or quotation",
        arguments: [
            ("# a", "\\# a"), ("- a", "\\- a"), ("+ a", "\\+ a"), ("> a", "\\> a"), ("1. a", "1\\. a"),
            ("12) a", "12\\) a"), ("2026-07-31", "2026-07-31"), ("", ""), ("a - b", "a - b"),
        ])
    func paragraphs(words: String, source: String) {
        #expect(MarkdownText.paragraph(words) == source)
    }

    @Test("Columns line up, numbers to the right; a very long cell does not widen its column")
    func alignment() {
        let long = String(repeating: "x", count: 60)
        let table = MarkdownTable(
            head: ["Book", "P"], alignments: [.left, .right], rows: [["A", "1.00"], [long, "-20.00"]])
        #expect(
            table.lines == [
                "| Book     |        P |", "| -------- | -------: |", "| A        |     1.00 |",
                "| \(long) |   -20.00 |",
            ])
    }

    @Test(
        "A value that grows or is marked changes its own line and no other",
        arguments: [("$5.12", "-$11,512.30"), ("$5.12", "**-$12,345.67**"), ("–", "– (no losses)")])
    func ripple(before: String, after: String) {
        func lines(_ value: String) -> [String] {
            MarkdownTable(
                head: ["Book", "P&L"], alignments: [.left, .right],
                rows: [["A", "$9.30"], ["B", value], ["C", "$1.00"]],
                money: [1]
            ).lines
        }
        #expect(zip(lines(before), lines(after)).filter { $0 != $1 }.count == 1)
    }

    @Test("Every chart is a file beside the text that the text shows")
    func charts() {
        let markdown = MarkdownRenderer.render(Sample.document)
        #expect(
            markdown.files.map(\.name) == [
                "charts/equity-curve.svg", "charts/pnl-by-symbol.svg", "charts/one-point.svg", "charts/no-point.svg",
                "charts/nothing.svg", "charts/pnl-by-day.svg",
            ])
        for file in markdown.files {
            #expect(markdown.text.contains("](\(file.name))"))
            #expect(XMLWalk().run(file.svg), "\(file.name) is not well-formed")
        }
    }

    @Test("A failed and a synthetic report say so before anything else")
    func notices() {
        let lines = MarkdownRenderer.render(Sample.document).text.split(separator: "\n")
        #expect(lines[2].hasPrefix("> **Failed.** One cell of this report could not be computed"))
        #expect(lines[3].hasPrefix("> **Synthetic prices.** Every option price"))
        let two = Document(
            title: "T", kind: "k", asOf: Sample.day(2026, 1, 2),
            blocks: [
                .failure(FailureBlock(anchor: "a", place: "t.md:1", message: "m")),
                .failure(FailureBlock(anchor: "b", place: "t.md:2", message: "m")),
            ])
        #expect(MarkdownRenderer.render(two).text.contains("2 cells of this report could not be computed"))
    }

    @Test("The head says facts a line each, other reports, warnings and changes with links to where they are")
    func head() {
        let text = MarkdownRenderer.render(Showcase.document).text
        let head = """
            # Daily checklist 2026-07-31

            daily · as of 2026-07-31 · session 2026-07-31

            * Decision: **hold**
            * Share in force: **25%**
            * Evidence: **insufficient**
            * Revision: **2**

            [Previous: 2026-07-30](../2026-07-30/index.html) · [All reports](../index.html) · [Workbook](report.xlsx) · \
            [Markdown](report.md) · Not to be linked

            > **Synthetic prices.** Simulated market, seed 7: every price is a model's. Nobody earned or lost this money.

            > **To be looked at.**
            >
            > * Two open positions have no mark of today & keep yesterday's \\<mark>. ([marks](#marks))
            > * A cell of another format is empty.

            **Since [2026-07-30](../2026-07-30/index.html)** 5 changes

            """
        #expect(text.hasPrefix(head))
        #expect(text.contains("| [Drawdown](#check-drawdown) "))
    }

    @Test("Checks stand the gravest first with sign, word and place; evidence is a link where there is one")
    func checks() {
        let text = MarkdownRenderer.render(Showcase.document).text
        let lines = text.split(separator: "\n").filter { $0.contains("<a id=\"check-") }
        let verdicts = lines.map { String($0.split(separator: "|")[0]).trimmed }
        #expect(verdicts == ["✗ fail", "? unknown", "! warn", "… too early", "✓ pass"])
        #expect(
            lines[0].contains("<a id=\"check-drawdown\"></a>Drawdown ") && lines[0].contains("| [evidence](#months) "))
        #expect(lines[1].contains("| VIX calls had no quote "))
        #expect(text.contains("**The five checks** <a id=\"limits\"></a> 1 failed, 1 unknown, 1 warning"))
        #expect(text.contains("**Checks of the hedge** <a id=\"no-checks\"></a> No checks\n"))
    }

    @Test("Folded blocks are details with empty lines around their Markdown; blocks of other formats are left out")
    func folds() {
        let text = MarkdownRenderer.render(Showcase.document).text
        #expect(
            text.contains(
                "\n\n<details><summary>Trades since 2024</summary>\n\n**Trades since 2024** <a id=\"folded\"></a>\n\n| "
            ))
        #expect(
            text.contains(
                "\n\n<details><summary>More</summary>\n\nFolded words: **why** the mark is old.\n\n</details>\n\n"))
        #expect(text.matches(of: #/<details>/#).count == text.matches(of: #/<\/details>/#).count)
        #expect(!text.contains("Every quote"))
    }

    @Test(
        "A forge's reader finds every table, also behind a disclosure, and every picture",
        arguments: [Sample.document, Showcase.document])
    func forge(document: Document) {
        let text = MarkdownRenderer.render(document).text
        let html = Prose.html(text)
        let rules = text.split(separator: "\n").filter { $0.wholeMatch(of: #/\|(:?-+:?\|| :?-+:? \|)+/#) != nil }
        #expect(html.matches(of: #/<table>/#).count == rules.count)
        // A picture that is read as one becomes its words, and its address is gone.
        #expect(text.matches(of: #/\]\(charts\//#).count == MarkdownRenderer.render(document).files.count)
        #expect(!html.contains("](charts/"))
        #expect(!html.contains("<td>|") && !html.contains("<p>|"))
    }

    @Test(
        "A link's address cannot end the link or the cell",
        arguments: [
            ("a", "b.html", "[a](b.html)"), ("a]b", "#c", "[a\\]b](#c)"), ("a", "b c", "[a](<b c>)"),
            ("a", "b)c|d", "[a](<b)c%7Cd>)"), ("a", "<x>", "[a](<%3Cx%3E>)"),
        ])
    func links(words: String, address: String, source: String) {
        #expect(MarkdownText.linked(words, to: address) == source)
        #expect(MarkdownText.linked("a*b", to: nil) == "a\\*b")
    }

    @Test("Bold words have no spaces at their ends, which would undo the marks")
    func bold() {
        #expect(MarkdownText.bold(" P&L * ") == "**P&L \\***")
        #expect(MarkdownText.bold(" \n") == "")
    }

    @Test("A place's name cannot end its element or the cell")
    func anchors() {
        #expect(MarkdownText.anchor("a\"|<b") == "<a id=\"a&quot;&#124;&lt;b\"></a>")
    }

    @Test("A document without blocks is a title and a date")
    func empty() {
        let document = Document(title: "Quiet", kind: "daily", asOf: Sample.day(2026, 1, 2))
        #expect(MarkdownRenderer.render(document).text == "# Quiet\n\ndaily · as of 2026-01-02\n")
    }
}
