import Dates
import Foundation
import History
import Market
import Metrics
import Notebooks
import Rendering
import Reports

/// The weekly review of a desk's history, from the executed notebook to three formats on the disk. The history is the one that
/// the variable DESK names.
func reportFormats() -> Case {
    let folder = FileManager.default.temporaryDirectory.appending(path: "thetadesk-benchmark-report")
    var document: Document?
    return Case(
        name: "report-formats", unit: "reports",
        prepare: {
            do {
                document = try weeklyReview(of: ProcessInfo.processInfo.environment["DESK"] ?? "")
            } catch {
                print("report-formats: \(error)")
                exit(1)
            }
        },
        run: {
            guard let document else { return (0, 0) }
            do {
                try ReportFolder.publish(document, to: folder)
            } catch {
                print("report-formats: \(error)")
                exit(1)
            }
            let size = (try? Data(contentsOf: folder.appending(path: "report.xlsx")).count) ?? 0
            try? FileManager.default.removeItem(at: folder)
            return (1, Double(size))
        })
}

private func weeklyReview(of path: String) throws -> Document {
    let store = try HistoryStore(reading: path)
    let data = ReportData(
        store: store, calendar: try TradingCalendar(directory: URL(fileURLWithPath: "data/calendars")),
        events: try EconomicCalendar(directory: URL(fileURLWithPath: "data/calendars")), review: ReviewSettings(),
        limits: ChecklistLimits())
    let template = try TemplateCatalogue(directory: "templates").template(named: "weekly-review")
    let last = try store.span()?.upperBound ?? Day(daysSince1970: 0)
    return try ReportMaker(data: data, program: "benchmarks").report(template, asOf: last).document
}
