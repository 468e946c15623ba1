import Archive
import ArgumentParser
import Console
import Dates
import Foundation
import Metrics
import Notebooks
import Publishing
import Rendering
import Reports
import Reviews

/// `report weekly`: one week's review into the archive, or into a folder, or as JSON.
struct WeeklyCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "weekly",
        abstract: "Put the weekly review into the archive as Markdown, HTML and XLSX.",
        discussion: """
            Without --week: the last complete week of the history. The report goes into the archive, to \
            reports/YEAR/WEEK/weekly/r1; from the same inputs nothing is added, from others the next revision. With --weeks, \
            the reviews of that many weeks up to it, oldest first. With --into, into a folder instead. With --template, \
            another notebook over the same figures (docs/notebooks.md).

            Example: report weekly --week 2026-W31
            """)

    @Option(help: ArgumentHelp("The ISO week to review.", valueName: "YYYY-Www")) var week: ISOWeek?
    @Option(help: ArgumentHelp("The date to take for today; the last day of the history otherwise.", valueName: "date"))
    var asOf: Day?
    @Option(help: ArgumentHelp("How many weeks to review, up to that week.", valueName: "count")) var weeks = 1
    @Option(
        help: ArgumentHelp("Why a review that is there already is made anew.", valueName: "text"), transform: oneLine)
    var reason: String?
    @Flag(help: "Print parameters, scalars and datasets as JSON instead of rendering.") var json = false
    @Option(
        help: ArgumentHelp("A folder for the review of a single week, instead of the archive.", valueName: "folder"))
    var into: String?
    @Option(help: ArgumentHelp("The notebook: a file of the folder of templates, without .md.", valueName: "name"))
    var template = "weekly-review"
    @OptionGroup var folder: TemplateOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var history: HistoryOptions

    func validate() throws {
        guard weeks >= 1 else { throw ValidationError("--weeks \(weeks) must be at least 1") }
        guard weeks == 1 || (into == nil && !json) else {
            throw ValidationError("--weeks goes with neither --into nor --json; review one week at a time for these")
        }
    }

    func perform() throws {
        let desk = try DeskHistory(history, writing: into == nil && !json)
        let span = try HistorySpan(of: desk.store)
        let today = try desk.today(asOf)
        let last = try week ?? span.lastCompleteWeek(asOf: today)
        try span.check(last)
        guard last.monday <= today else { throw ReviewError.weekInTheFuture(last, last: today) }
        if json { return try standardOutput(json: text(last, asOf: today, desk)) }
        let template = try folder.template(named: template)
        if let into { return try draft(last, of: template, asOf: today, into: into, desk) }
        var chosen = [last]
        while chosen.count < weeks, let first = chosen.first, first.previous.sunday >= span.first {
            chosen.insert(first.previous, at: 0)
        }
        let publisher = desk.publisher(desk.archive(archive))
        // A notebook that asks for no week shows the same for every one.
        let takesWeek = template.parameters.contains { $0.name == "week" }
        let reviews = try chosen.map { week in
            try publisher.publish(
                ReportOrder(
                    template, about: .week(week), asOf: today,
                    parameters: takesWeek ? ["week": week.description] : [:], reason: reason))
        }
        for review in reviews { tell(review.warnings) }
        try standardOutput(WeeklyText(terminal: terminal, archive: archive.archive).text(reviews) + "\n")
    }

    private var terminal: Terminal { .standardOutput(environment: ProcessInfo.processInfo.environment) }

    private func text(_ week: ISOWeek, asOf today: Day, _ desk: DeskHistory) throws -> String {
        let asOf = min(today, try desk.data.lastSession(of: week))
        let weekly = MetricCatalogue.weekly
        let figures = try desk.data.figures(
            naming: MentionedNames(tables: weekly.names, scalars: weekly.names), week: week, asOf: asOf)
        return try ReviewJSON.text(
            parameters: ["as_of": asOf.iso, "week": week.description], scalars: figures.scalars,
            datasets: figures.datasets)
    }

    private func draft(
        _ week: ISOWeek, of template: Template, asOf today: Day, into folder: String, _ desk: DeskHistory
    ) throws {
        let takesWeek = template.parameters.contains { $0.name == "week" }
        let report = try desk.maker.report(
            template, parameters: takesWeek ? ["week": week.description] : [:], asOf: today)
        let json = try ReviewJSON.text(
            parameters: report.parameters, scalars: report.figures.scalars, datasets: report.figures.datasets)
        try DraftFolder(report.document, of: template, extra: [("figures.json", json)]).publish(to: folder)
        try standardOutput(
            WeeklyText(terminal: terminal, archive: "").text(
                "\(week)", report.figures.scalars, page: "\(folder)/index.html") + "\n")
    }
}

/// Says on standard error what a reader must look at.
func tell(_ warnings: [String]) {
    for warning in warnings { standardError("warning: \(warning)\n") }
}
