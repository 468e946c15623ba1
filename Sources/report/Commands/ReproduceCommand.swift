import Archive
import ArgumentParser
import Console
import Foundation
import Input
import Publishing

/// `report reproduce`: whether a published report comes out of the history again.
struct ReproduceCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "reproduce",
        abstract: "Make a published report again from the history and compare the bytes.",
        discussion: """
            The history is read as it stood on the report's as-of date. What differs is named with what it may come from: \
            another program, settings, template, or a table of the history that was corrected since.

            Exit status: 0 every file is the same to the byte, and so is what lies in the archive, 1 some differ, 64 and above as for every command.

            Example: report reproduce 2026-W31-weekly
            """)

    @Argument(help: ArgumentHelp("A run, as 2026-W31-weekly-r1.", valueName: "run")) var name: String
    @OptionGroup var folder: TemplateOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var history: HistoryOptions

    func perform() throws {
        let desk = try DeskHistory(history)
        let archive = desk.archive(archive)
        let run = try archive.history().run(named: name)
        let reproduction = try desk.publisher(archive).reproduce(run, templates: try folder.catalogue())
        let terminal = Terminal.standardOutput(environment: ProcessInfo.processInfo.environment)
        var table = TextTable([.left, .left])
        for file in reproduction.files {
            table.add(
                file.finding == .same ? terminal.green("✓ same") : terminal.red("✗ \(file.finding.rawValue)"),
                Excerpt.whole(file.name))
        }
        var lines = [terminal.bold(run.place.name), table.text]
        if reproduction.files.contains(where: { $0.finding == .altered }) {
            lines.append(
                "What was published comes out again, but the archive holds something else: report verify says more")
        }
        if reproduction.files.contains(where: { ![.same, .altered].contains($0.finding) }) {
            lines.append(
                reproduction.causes.isEmpty
                    ? "Nothing that it depends on is otherwise: the files were changed, or the program is not the same"
                    : "Otherwise than then: \(reproduction.causes.joined(separator: ", "))")
        }
        try standardOutput(lines.joined(separator: "\n") + "\n")
        guard reproduction.isSame else { throw ExitCode(1) }
    }
}
