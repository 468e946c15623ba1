import Dates
import Foundation
import Notebooks
import ReportReading
import Testing

@testable import Rendering

@Suite struct SameInEveryFormatTests {
    /// Heads differ where a workbook's table must: alike ones get a number, brackets become round.
    private func sameHeads(_ table: ReadTable) -> ReadTable {
        var table = table
        table.heads = table.heads.map {
            $0.replacing("[", with: "(").replacing("]", with: ")").replacing(#/ \(\d+\)$/#, with: "")
        }
        return table
    }

    @Test("Markdown and HTML show the same words in every cell of every table")
    func markdownAndHTML() {
        let html = ReadHTML.tables(HTMLRenderer.render(Sample.document))
        let markdown = ReadMarkdown.tables(MarkdownRenderer.render(Sample.document).text)
            .filter { $0.title != "Against target" && $0.heads != ["Figure", "Value", "Target", "Verdict", "Note"] }
        #expect(html.count == 7)
        #expect(html.map(\.title) == markdown.map(\.title))
        for (first, second) in zip(html, markdown) { #expect(first == second) }
    }

    @Test(
        "The workbook's cells, shown by their number formats, are the words of HTML",
        .enabled(if: ReadWorkbook.canRead, "needs unzip"))
    func workbookAndHTML() throws {
        let folder = try Folder()
        try WorkbookRenderer.write(Sample.document, to: folder.path("report.xlsx"))
        let book = try ReadWorkbook(folder.path("report.xlsx"))
        let html = ReadHTML.tables(HTMLRenderer.render(Sample.document))
        // Sheets of tables that have rows; a gap that a chart must see is an empty cell.
        for (index, sheet) in [1, 2, 3, 4, 6, 8, 9].enumerated() {
            var table = book.table(sheet)
            if index >= 2 { table.rows = table.rows.map { $0.map { $0.isEmpty ? "–" : $0 } } }
            #expect(sameHeads(table) == sameHeads(html[index]))
        }
    }

    @Test("The same document gives the same bytes, also when run again later")
    func sameBytes() async throws {
        let folder = try Folder()
        #expect(HTMLRenderer.render(Sample.document) == HTMLRenderer.render(Sample.document))
        #expect(MarkdownRenderer.render(Sample.document) == MarkdownRenderer.render(Sample.document))
        try WorkbookRenderer.write(Sample.document, to: folder.path("first.xlsx"))
        try WorkbookRenderer.write(Sample.document, to: folder.path("second.xlsx"))
        let first = try Data(contentsOf: URL(fileURLWithPath: folder.path("first.xlsx")))
        #expect(try first == Data(contentsOf: URL(fileURLWithPath: folder.path("second.xlsx"))))
        #expect(first.count > 10_000)
    }

    @Test("Another time zone and language give the same bytes")
    func surroundings() async {
        await #expect(processExitsWith: .success) {
            let folder = try Folder()
            let (html, markdown) = (HTMLRenderer.render(Sample.document), MarkdownRenderer.render(Sample.document))
            try WorkbookRenderer.write(Sample.document, to: folder.path("first.xlsx"))
            setenv("TZ", "Asia/Tokyo", 1)
            setenv("LC_ALL", "de_DE.UTF-8", 1)
            tzset()
            try WorkbookRenderer.write(Sample.document, to: folder.path("second.xlsx"))
            try #require(HTMLRenderer.render(Sample.document) == html)
            try #require(MarkdownRenderer.render(Sample.document) == markdown)
            let first = try Data(contentsOf: URL(fileURLWithPath: folder.path("first.xlsx")))
            let second = try Data(contentsOf: URL(fileURLWithPath: folder.path("second.xlsx")))
            try #require(first == second)
        }
    }

    @Test(
        "An independent reader finds no difference between the formats",
        .enabled(if: CheckScript.python != nil, "needs a python3 with openpyxl, or PYTHON naming one"))
    func script() throws {
        let folder = try Folder()
        func write(_ text: String, _ name: String) throws {
            try Data(text.utf8).write(to: folder.url.appending(path: name))
        }
        try write(MarkdownRenderer.render(Sample.document).text, "report.md")
        try write(HTMLRenderer.render(Sample.document), "index.html")
        try WorkbookRenderer.write(Sample.document, to: folder.path("report.xlsx"))
        let good = try CheckScript.run(folder.url.path)
        #expect(good.status == 0, "\(good.output)")
        #expect(good.output.hasSuffix(" 0 differences\n"))
        try write(MarkdownRenderer.render(Sample.document).text.replacing("$5,123.40", with: "$5,123.41"), "report.md")
        let bad = try CheckScript.run(folder.url.path)
        #expect(bad.status == 1)
        #expect(bad.output.hasPrefix("P&L by book, row 1, P&L: HTML has '$5,123.40', Markdown has '$5,123.41'\n"))
    }

    @Test("Markdown and HTML show the same words in every check, change, folded table and row of its own format")
    func showcase() {
        let html = ReadHTML.tables(HTMLRenderer.render(Showcase.document))
        let markdown = ReadMarkdown.tables(MarkdownRenderer.render(Showcase.document).text)
            .filter { $0.heads != ["Figure", "Value", "Target", "Verdict", "Note"] }
        #expect(html.map(\.title) == markdown.map(\.title))
        #expect(html.first?.title == "Since 2026-07-30")
        for (first, second) in zip(html, markdown) { #expect(first == second) }
    }

    @Test(
        "An independent reader finds the same head, checks, folds and numbers in all three formats",
        .enabled(if: CheckScript.python != nil, "needs a python3 with openpyxl, or PYTHON naming one"))
    func scriptOfShowcase() throws {
        let folder = try Folder()
        func differences(_ markdown: String) throws -> [String] {
            for (name, text) in [("report.md", markdown), ("index.html", HTMLRenderer.render(Showcase.document))] {
                try Data(text.utf8).write(to: folder.url.appending(path: name))
            }
            let output = try CheckScript.run(folder.url.path, elsewhere: [Showcase.onlyInWorkbook.title]).output
            // The last line counts.
            return output.split(separator: "\n").dropLast().map(String.init)
        }
        try WorkbookRenderer.write(Showcase.document, to: folder.path("report.xlsx"))
        let text = MarkdownRenderer.render(Showcase.document).text
        #expect(try differences(text) == [])
        for (right, wrong) in [
            ("* Decision: **hold**", "* Decision: **promote**"), ("✗ fail ", "✓ pass "),
            ("keep yesterday", "lose today"),
            ("| promote ", "| halt    "), ("3.1% |", "3.2% |"), ("**353**", "**354**"),
        ] {
            #expect(text.contains(right))
            #expect(try differences(text.replacing(right, with: wrong)).count == 1, "\(wrong) is not found")
        }
    }

    @Test("Numbers are written with a point: nothing has set a locale for the process")
    func locale() {
        #expect(setlocale(LC_NUMERIC, nil).map { String(cString: $0) } == "C")
    }
}
