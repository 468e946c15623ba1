import Foundation
import Notebooks
import ReportReading
import Testing

@testable import Rendering

/// Compares a rich document with files that were looked at by a person. After a change that is meant, run
/// `UPDATE_GOLDEN=1 swift test --filter GoldenTests` and read the difference.
@Suite struct GoldenTests {
    /// A document with the name of its files.
    struct Golden: CustomTestStringConvertible {
        let name: String
        let document: Document
        var testDescription: String { name }
    }

    private static let sample = Golden(name: "report", document: Sample.document)
    private static let showcase = Golden(name: "showcase", document: Showcase.document)

    private func check(_ text: String, _ name: String) throws {
        let difference = try GoldenFile("Rendering/\(name)").difference(from: text)
        #expect(difference == nil)
    }

    @Test("Markdown is the golden file, byte by byte", arguments: [Self.sample, Self.showcase])
    func markdown(golden: Golden) throws {
        try check(MarkdownRenderer.render(golden.document).text, "\(golden.name).md")
    }

    @Test("HTML is the golden page but for its style and its script", arguments: [Self.sample, Self.showcase])
    func html(golden: Golden) throws {
        let page = HTMLRenderer.render(golden.document).replacing(Stylesheet.text, with: "")
            .replacing(PageScript.text, with: "").replacing(#/sha256-[0-9A-Za-z+\/=]+/#, with: "sha256-…")
        try check(page, "\(golden.name).html")
    }

    private static let charts = [Sample.equity, Sample.bySymbol, Sample.days] + Showcase.charts

    @Test("A chart of every kind is the golden picture", arguments: charts.map(\.anchor))
    func picture(anchor: String) throws {
        let chart = try #require(Self.charts.first { $0.anchor == anchor })
        try check(ChartDrawing.standaloneSVG(chart), "\(anchor).svg")
    }

    @Test("Every kind of chart has a golden picture")
    func kinds() {
        #expect(Set(Self.charts.map(\.kind)) == Set(ChartBlock.Kind.allCases))
    }

    @Test(
        "The workbook's cells are the golden ones", .enabled(if: ReadWorkbook.canRead, "needs unzip"),
        arguments: [("workbook.txt", Sample.document), ("desk.txt", Desk.document)])
    func workbook(name: String, document: Document) throws {
        let folder = try Folder()
        try WorkbookRenderer.write(document, to: folder.path("report.xlsx"))
        try check(ReadWorkbook(folder.path("report.xlsx")).dump, name)
    }
}
