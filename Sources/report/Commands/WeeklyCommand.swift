import ArgumentParser
import Console
import Dates
import Foundation
import Metrics
import Notebooks
import Rendering
import Reports
import Reviews

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
    @Option(help: ArgumentHelp("The folder for the report of a single week.", valueName: "folder")) var into: String?
    @Option(help: ArgumentHelp("The notebook: a file of the folder of templates, without .md.", valueName: "name"))
    var template = "weekly-review"
    @OptionGroup var folder: TemplateOptions
    @OptionGroup var history: HistoryOptions

    func validate() throws {
        guard weeks >= 1 else { throw ValidationError("--weeks \(weeks) must be at least 1") }
        guard weeks == 1 || (into == nil && !json) else {
            throw ValidationError("--weeks goes with neither --into nor --json; review one week at a time for these")
        }
    }

    func perform() throws {
        let desk = try DeskHistory(history)
        let span = try HistorySpan(of: desk.store)
        let today = try desk.today(asOf)
        let last = try week ?? span.lastCompleteWeek(asOf: today)
        try span.check(last)
        guard last.monday <= today else { throw ReviewError.weekInTheFuture(last, last: today) }
        var chosen = [last]
        while chosen.count < weeks, let first = chosen.first, first.previous.sunday >= span.first {
            chosen.insert(first.previous, at: 0)
        }
        if json {
            let figures = try desk.data.figures(
                naming: MetricCatalogue.weekly.names, week: last, asOf: min(today, last.sunday))
            return try standardOutput(text(of: figures, last, asOf: today))
        }
        let template = try folder.template(named: template)
        var reviews: [(week: ISOWeek, review: Headline)] = []
        for week in chosen {
            reviews.append((week, try publish(week, of: template, asOf: today, desk)))
        }
        print(summary(of: reviews))
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

    private func text(of figures: ReportFigures, _ week: ISOWeek, asOf today: Day) throws -> String {
        try ReviewJSON.text(
            parameters: ["as_of": min(today, week.sunday).iso, "week": week.description], scalars: figures.scalars,
            datasets: figures.datasets)
    }

    private func publish(_ week: ISOWeek, of template: Template, asOf today: Day, _ desk: DeskHistory) throws
        -> Headline
    {
        // A notebook that asks for no week shows the same for every one.
        let takesWeek = template.parameters.contains { $0.name == "week" }
        let report = try desk.maker.report(
            template, parameters: takesWeek ? ["week": week.description] : [:], asOf: min(today, week.sunday)
        ) { week in
            into == nil ? EarlierReviews(root: "reports", before: week).figures() : []
        }
        let document = report.document
        let place = into ?? "reports/\(week.year)/W\(week.description.suffix(2))/\(template.kind)"
        // A report that failed never takes the place of a good one.
        let folder = document.hasFailure ? place + ".failed" : place
        let json = try text(of: report.figures, week, asOf: today)
        do {
            try ReportFolder.publish(document, extra: [("figures.json", json)], to: URL(fileURLWithPath: folder))
        } catch {
            throw Failure(.cannotCreate, "\(error)")
        }
        guard !document.hasFailure else {
            throw Failure(.data, "a cell of \(template.file) failed; \(folder)/index.html shows where and why")
        }
        return Headline(scalars: report.figures.scalars, folder: folder)
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
