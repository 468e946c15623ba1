import ArgumentParser
import Console
import Dates
import Foundation
import History
import Market
import Metrics
import Notebooks
import Rendering
import Reviews
import Settings

/// `report weekly`: one week's review in three formats, or as JSON.
struct WeeklyCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "weekly",
        abstract: "Render the weekly review as Markdown, HTML and XLSX.",
        discussion: """
            Without --week: the last complete week of the history. The report goes to reports/YEAR/WEEK/weekly; a report \
            that is there already is replaced as a whole once the new one is complete.

            Example: report weekly --week 2026-W31
            """)

    @Option(help: ArgumentHelp("The ISO week to review.", valueName: "YYYY-Www")) var week: ISOWeek?
    @Option(help: ArgumentHelp("The date to take for today; the last day of the history otherwise.", valueName: "date"))
    var asOf: Day?
    @Flag(help: "Print parameters, scalars and datasets as JSON instead of rendering.") var json = false
    @Option(help: ArgumentHelp("The history.", valueName: "file")) var database = "data/desk.sqlite"
    @Option(help: ArgumentHelp("The folder for the report.", valueName: "folder")) var into: String?
    @Option(help: ArgumentHelp("The folder of templates.", valueName: "folder")) var templates: String?
    @OptionGroup var desk: DeskOptions

    func perform() throws {
        let settings = try desk.read()
        let calendar = try TradingCalendar(directory: try desk.calendars())
        let store = try HistoryStore(reading: database)
        let span = try HistorySpan(of: store)
        let today = min(asOf ?? span.last, span.last)
        let chosen = try week ?? span.lastCompleteWeek(asOf: today)
        try span.check(chosen)
        guard chosen.monday <= today else { throw ReviewError.weekInTheFuture(chosen, last: today) }
        let earlier = EarlierReviews(root: "reports", before: chosen)
        let input = try ReviewLoader.input(
            week: chosen, asOf: min(today, chosen.sunday), from: store, calendar: calendar, settings: settings.review,
            reported: json ? [] : earlier.figures())
        let review = WeeklyReview(input)
        let parameters = ["week": chosen.description, "as_of": today.iso]
        let figures = try ReviewJSON.text(parameters: parameters, scalars: review.scalars, datasets: review.datasets)
        if json {
            standardOutput(figures)
            return
        }
        let template = try weeklyTemplate()
        let context = NotebookContext(
            asOf: today, datasets: review.datasets, scalars: review.scalars, historyPath: database,
            provenance: try Provenance.lines(store, span: span, template: template.file),
            syntheticNotice: try Provenance.syntheticNotice(store))
        let document = try Notebook.run(template, parameters: ["week": chosen.description], context: context)
        let folder = into ?? "reports/\(chosen.year)/W\(chosen.description.suffix(2))/weekly"
        try ReportFolder.publish(document, extra: [("figures.json", figures)], to: URL(fileURLWithPath: folder))
        print(summary(of: review, chosen, in: folder))
        if document.hasFailure {
            throw Failure(.data, "a cell of \(template.file) failed; the report shows where")
        }
    }

    private func weeklyTemplate() throws -> Template {
        let folder = try DeskOptions.folder("templates", holding: "weekly-review.md", given: templates)
        return try TemplateCatalogue(directory: folder.path).template(named: "weekly-review")
    }

    private func summary(of review: WeeklyReview, _ week: ISOWeek, in folder: String) -> String {
        let terminal = Terminal.standardOutput(environment: ProcessInfo.processInfo.environment)
        var table = TextTable([.left, .left])
        for name in ["verdict", "realized_pnl", "unrealized_pnl", "gross_theta", "win_rate", "sharpe", "max_drawdown"] {
            guard let scalar = review.scalars.first(where: { $0.name == name }) else { continue }
            table.add(
                name.replacing("_", with: " "), ValueFormat(default: scalar.unit).text(scalar.value))
        }
        return """
            \(terminal.bold("Weekly review \(week)"))
            \(table.text)

            Open \(terminal.bold("\(folder)/index.html")), \(folder)/report.xlsx or \(folder)/report.md
            """
    }
}
