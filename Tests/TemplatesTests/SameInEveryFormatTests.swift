import Foundation
import Notebooks
import Rendering
import ReportReading
import Testing

@Suite("Shipped notebooks say the same in every format")
struct SameInEveryFormatTests {
    @Test("Markdown and HTML show the same words in every cell of every table", arguments: ShippedReport.names)
    func markdownAndHTML(name: String) throws {
        let document = try ShippedReport(name).document
        let html = ReadHTML.tables(HTMLRenderer.render(document))
        let markdown = ReadMarkdown.tables(MarkdownRenderer.render(document).text)
            .filter { $0.heads != ["Figure", "Value", "Target", "Verdict", "Note"] }
        #expect(html.count >= 4)
        #expect(html.map(\.title) == markdown.map(\.title))
        for (first, second) in zip(html, markdown) { #expect(first == second) }
    }

    @Test(
        "An independent reader finds no difference between the formats, and nothing wrong with the workbook",
        .enabled(if: CheckScript.python != nil, "needs a python3 with openpyxl, or PYTHON naming one"),
        arguments: ShippedReport.names)
    func script(name: String) throws {
        let folder = try Folder()
        try ReportFolder.write(try ShippedReport(name).document, into: folder.url)
        let formats = try CheckScript.run(folder.url.path)
        #expect(formats.status == 0 && formats.output.hasSuffix(", 0 differences\n"), "\(formats.output)")
        let workbook = try CheckScript.run(["--no-office", folder.path("report.xlsx")], script: "check-workbook")
        #expect(workbook.status == 0, "\(workbook.output)")
    }
}
