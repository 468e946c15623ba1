import Foundation
import Notebooks
import Rendering
import ReportReading
import Testing

/// Each shipped notebook over a month made by hand, held to files that a person has read. After a change that is meant, run
/// `UPDATE_GOLDEN=1 swift test --filter GoldenReportTests` and read the difference.
@Suite("Shipped notebooks are the golden reports")
struct GoldenReportTests {
    @Test("The notebooks are the ones that the desk ships")
    func shipped() {
        #expect(
            ShippedReport.names == [
                "backtest-tear-sheet", "daily-checklist", "gate-decision", "old-against-new", "production-readiness",
                "weekly-review",
            ])
    }

    @Test("No cell fails", arguments: ShippedReport.names)
    func sound(name: String) throws {
        let failures = try ShippedReport(name).document.blocks.compactMap { block in
            if case .failure(let failure) = block { "\(failure.place) \(failure.message)" } else { nil }
        }
        #expect(failures == [])
    }

    @Test("Markdown, byte by byte", arguments: ShippedReport.names)
    func markdown(name: String) throws {
        let text = MarkdownRenderer.render(try ShippedReport(name).document).text
        let difference = try GoldenFile("Reports/\(name).md").difference(from: text)
        #expect(difference == nil)
    }

    @Test("HTML, but for the style sheet and the script of every page", arguments: ShippedReport.names)
    func html(name: String) throws {
        let page = GoldenFile.normalized(page: HTMLRenderer.render(try ShippedReport(name).document))
        let difference = try GoldenFile("Reports/\(name).html").difference(from: page)
        #expect(difference == nil)
    }

    @Test(
        "Every cell of the workbook", .enabled(if: ReadWorkbook.canRead, "needs unzip"),
        arguments: ShippedReport.names)
    func workbook(name: String) throws {
        let folder = try Folder()
        try WorkbookRenderer.write(try ShippedReport(name).document, to: folder.path("report.xlsx"))
        let cells = try ReadWorkbook(folder.path("report.xlsx")).dump
        let difference = try GoldenFile("Reports/\(name).txt").difference(from: cells)
        #expect(difference == nil)
    }
}
