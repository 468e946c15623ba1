import Dates
import Foundation
import Notebooks
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

    @Test("Numbers are written with a point: nothing has set a locale for the process")
    func locale() {
        #expect(setlocale(LC_NUMERIC, nil).map { String(cString: $0) } == "C")
    }
}
