import Dates
import Metrics
import Notebooks
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
            ("\\", "\\\\"), ("two\nlines\tand\u{1}", "two lines and"), ("", ""), ("日本語_x", "日本語_x"),
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

    @Test("A value that grows by a digit changes its own line and no other")
    func ripple() {
        func lines(_ value: String) -> [String] {
            MarkdownTable(
                head: ["Book", "P&L"], alignments: [.left, .right],
                rows: [["A", "$512.30"], ["B", value], ["Total", "$1,024.60"]]
            ).lines
        }
        let changed = zip(lines("$512.30"), lines("-$11,512.30")).filter { $0 != $1 }
        #expect(changed.count == 1)
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

    @Test("A document without blocks is a title and a date")
    func empty() {
        let document = Document(title: "Quiet", kind: "daily", asOf: Sample.day(2026, 1, 2))
        #expect(MarkdownRenderer.render(document).text == "# Quiet\n\ndaily · as of 2026-01-02\n")
    }
}
