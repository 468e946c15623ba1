import Archive
import ArgumentParser
import Console
import Dates
import Foundation
import Notebooks
import Publishing

/// `report publish`: any notebook into the archive.
struct PublishCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Put any notebook's report into the archive.",
        discussion: """
            A notebook with a week among its parameters stands under that week, another under its as-of date. From the same \
            inputs nothing is added, from others the next revision, with what changed and --reason.

            Example: report publish daily-checklist --as-of 2026-07-31
            """)

    @Argument(help: ArgumentHelp("A notebook of the folder of templates, without .md.", valueName: "name"))
    var name: String
    @OptionGroup var parameters: ParameterOptions
    @Option(
        help: ArgumentHelp("Why a report that is there already is made anew.", valueName: "text"), transform: oneLine)
    var reason: String?
    @OptionGroup var folder: TemplateOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var history: HistoryOptions

    func perform() throws {
        let template = try folder.template(named: name)
        let desk = try DeskHistory(history, writing: true)
        let today = try desk.today(parameters.asOf)
        let values = try Notebook.resolve(parameters.values, of: template, asOf: today)
        let week = values.lazy.compactMap { value -> ISOWeek? in
            if case .week(let week) = value.value { week } else { nil }
        }.first
        let report = try desk.publisher(desk.archive(archive)).publish(
            ReportOrder(
                template, about: week.map { .week($0) } ?? .day(today), asOf: today, parameters: parameters.values,
                reason: reason))
        tell(report.warnings)
        let state = report.isNew ? "" : ", unchanged since it was published"
        try say("\(report.document.title): \(archive.archive)/\(report.run.place.path)/index.html\(state)")
    }
}
