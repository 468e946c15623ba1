import ArgumentParser
import Console
import Foundation
import Notebooks
import Reports

/// `report render`: a notebook in its formats, as a draft.
struct RenderCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Run a notebook and render it in its formats.",
        discussion: """
            The report goes to reports/drafts/NAME, in place of the last draft: drafts are no part of the archive. A report \
            with a failed cell goes to NAME.failed instead, and the good draft stays.

            Example: report render my-week -p week=2026-W31
            """)

    @Argument(help: ArgumentHelp("A notebook of the folder of templates, without .md.", valueName: "name"))
    var name: String
    @OptionGroup var parameters: ParameterOptions
    @Option(help: ArgumentHelp("The folder for the report.", valueName: "folder")) var into: String?
    @OptionGroup var folder: TemplateOptions
    @OptionGroup var history: HistoryOptions

    func perform() throws {
        let template = try folder.template(named: name)
        let desk = try DeskHistory(history)
        let report = try desk.maker.report(
            template, parameters: parameters.values, asOf: try desk.today(parameters.asOf))
        let place = try into ?? "reports/drafts/\(folder.plain(name))"
        try DraftFolder(report.document, of: template).publish(to: place)
        try say("\(report.document.title): \(place)/index.html, report.md and report.xlsx beside it")
    }
}
