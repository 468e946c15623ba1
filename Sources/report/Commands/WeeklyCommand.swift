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
            that is there already is replaced as a whole once the new one is complete. With --weeks, the reviews of that \
            many weeks up to it, oldest first. With --template, another notebook over the same figures \
            (docs/notebooks.md).

            Example: report weekly --week 2026-W31
            """)

    @Option(help: ArgumentHelp("The ISO week to review.", valueName: "YYYY-Www")) var week: ISOWeek?
    @Option(help: ArgumentHelp("The date to take for today; the last day of the history otherwise.", valueName: "date"))
    var asOf: Day?
    @Option(help: ArgumentHelp("How many weeks to review, up to that week.", valueName: "count")) var weeks = 1
    @Flag(help: "Print parameters, scalars and datasets as JSON instead of rendering.") var json = false
    @Option(help: ArgumentHelp("The history.", valueName: "file")) var database = "data/desk.sqlite"
    @Option(help: ArgumentHelp("The folder for the report of a single week.", valueName: "folder")) var into: String?
    @Option(help: ArgumentHelp("The notebook: a file of the folder of templates, without .md.", valueName: "name"))
    var template = "weekly-review"
    @Option(help: ArgumentHelp("The folder of templates.", valueName: "folder")) var templates: String?
    @OptionGroup var desk: DeskOptions

    func validate() throws {
        guard weeks >= 1 else { throw ValidationError("--weeks \(weeks) must be at least 1") }
        guard weeks == 1 || (into == nil && !json) else {
            throw ValidationError("--weeks goes with neither --into nor --json; review one week at a time for these")
        }
    }

    func perform() throws {
        let calendar = try TradingCalendar(directory: try desk.calendars())
        let settings = try desk.read().review
        let store = try HistoryStore(reading: database)
        let span = try HistorySpan(of: store)
        let today = min(asOf ?? span.last, span.last)
        let last = try week ?? span.lastCompleteWeek(asOf: today)
        try span.check(last)
        guard last.monday <= today else { throw ReviewError.weekInTheFuture(last, last: today) }
        var chosen = [last]
        while chosen.count < weeks, let first = chosen.first, first.previous.sunday >= span.first {
            chosen.insert(first.previous, at: 0)
        }
        if json {
            let review = try review(of: last, asOf: today, store, calendar, settings, reported: [])
            try standardOutput(figures(of: review, last, asOf: today))
            return
        }
        let template = try weeklyTemplate()
        let source = Source(
            store: store, span: span, template: template, calendar: calendar, settings: settings, today: today)
        var reviews: [(week: ISOWeek, review: Headline)] = []
        for week in chosen { reviews.append((week, try publish(week, from: source))) }
        print(summary(of: reviews))
    }

    /// What every week's review is made from.
    private struct Source {
        let store: HistoryStore
        let span: HistorySpan
        let template: Template
        let calendar: TradingCalendar
        let settings: ReviewSettings
        let today: Day
    }

    /// What the console says of a review.
    private struct Headline {
        let scalars: [Scalar]
        let folder: String

        var tradesClosed: Double { scalars.first { $0.name == "trades_closed" }?.value.number ?? 0 }

        func text(_ name: String) -> String {
            scalars.first { $0.name == name }.map { ValueFormat(default: $0.unit).text($0.value) } ?? ""
        }
    }

    private func review(
        of week: ISOWeek, asOf today: Day, _ store: HistoryStore, _ calendar: TradingCalendar,
        _ settings: ReviewSettings, reported: [ReportedFigure]
    ) throws -> (scalars: [Scalar], datasets: [Dataset]) {
        let input = try ReviewLoader.input(
            week: week, asOf: min(today, week.sunday), from: store, calendar: calendar, settings: settings,
            reported: reported)
        let review = WeeklyReview(input)
        return (review.scalars, review.datasets)
    }

    private func figures(
        of review: (scalars: [Scalar], datasets: [Dataset]), _ week: ISOWeek, asOf today: Day
    ) throws -> String {
        try ReviewJSON.text(
            parameters: ["as_of": min(today, week.sunday).iso, "week": week.description], scalars: review.scalars,
            datasets: review.datasets)
    }

    private func publish(_ week: ISOWeek, from source: Source) throws -> Headline {
        let review = try review(
            of: week, asOf: source.today, source.store, source.calendar, source.settings,
            reported: into == nil ? EarlierReviews(root: "reports", before: week).figures() : [])
        let context = NotebookContext(
            asOf: min(source.today, week.sunday), datasets: review.datasets, scalars: review.scalars,
            historyPath: database,
            provenance: try Provenance.lines(source.store, span: source.span, template: source.template.file),
            syntheticNotice: try Provenance.syntheticNotice(source.store))
        // A notebook that asks for no week shows the same for every one.
        let takesWeek = source.template.parameters.contains { $0.name == "week" }
        let document = try Notebook.run(
            source.template, parameters: takesWeek ? ["week": week.description] : [:], context: context)
        let place = into ?? "reports/\(week.year)/W\(week.description.suffix(2))/\(source.template.kind)"
        // A report that failed never takes the place of a good one.
        let folder = document.hasFailure ? place + ".failed" : place
        let json = try figures(of: review, week, asOf: source.today)
        do {
            try ReportFolder.publish(document, extra: [("figures.json", json)], to: URL(fileURLWithPath: folder))
        } catch {
            throw Failure(.cannotCreate, "\(error)")
        }
        guard !document.hasFailure else {
            throw Failure(.data, "a cell of \(source.template.file) failed; \(folder)/index.html shows where and why")
        }
        return Headline(scalars: review.scalars, folder: folder)
    }

    private func weeklyTemplate() throws -> Template {
        let folder = try DeskOptions.folder("templates", holding: "weekly-review.md", given: templates)
        let found = try TemplateCatalogue(directory: folder.path).template(named: template)
        guard found.faults.isEmpty else { throw NotebookError.faultyTemplate(found.faults) }
        guard found.kind.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) else {
            throw Failure(
                .data,
                "\(found.file): the kind '\(found.kind)' names the report's folder; use letters, digits and hyphens")
        }
        return found
    }

    private func summary(of reviews: [(week: ISOWeek, review: Headline)]) -> String {
        let terminal = Terminal.standardOutput(environment: ProcessInfo.processInfo.environment)
        guard let newest = reviews.last else { return "" }
        var table = TextTable([.left, .right, .right, .left])
        if reviews.count > 1 {
            table.add(terminal.dim("week"), terminal.dim("closed"), terminal.dim("change"), terminal.dim("verdict"))
            for (week, review) in reviews {
                table.add(
                    "\(week)", review.text("trades_closed"), review.text("net_change"), review.text("verdict"))
            }
        } else {
            table = TextTable([.left, .right])
            for name in [
                "net_change", "realized_pnl", "gross_theta", "trades_closed", "win_rate", "sharpe", "max_drawdown",
            ] {
                table.add(name.replacing("_", with: " "), newest.review.text(name))
            }
        }
        let head = terminal.bold("Weekly review \(newest.week): \(newest.review.text("verdict"))")
        // After many weeks the newest may be a quiet one: the busiest shows more.
        let busiest = reviews.max { $0.review.tradesClosed < $1.review.tradesClosed }
        let hint =
            busiest.map { $0.week == newest.week ? "" : "; the busiest week: \($0.review.folder)/index.html" } ?? ""
        return """
            \(head)
            \(table.text)

            Open \(terminal.bold("\(newest.review.folder)/index.html")), report.xlsx or report.md beside it\(hint)
            """
    }
}
