import Archive
import ArgumentParser
import Console
import Dates
import Foundation
import Notebooks
import Settings

/// `report history`: what was published.
struct HistoryCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "List the reports that were published, newest first.",
        discussion: """
            A run's name, such as 2026-W31-weekly-r1, is what the other commands take; without its revision it is the one \
            that counts.

            Example: report history --kind gate --from 2026-07-01 --search HOLD
            """)

    @Option(help: ArgumentHelp("Only this kind of report.", valueName: "kind")) var kind: String?
    @Option(help: ArgumentHelp("No period that ends before this day.", valueName: "date")) var from: Day?
    @Option(help: ArgumentHelp("No period that begins after this day.", valueName: "date")) var to: Day?
    @Option(
        help: ArgumentHelp("Words in name, title, outcome, decision, verdict, reason or input id.", valueName: "words"))
    var search = ""
    @Option(help: ArgumentHelp("At most so many.", valueName: "count")) var limit = 30
    @Flag(help: "Print JSON, all of them unless --limit is given.") var json = false
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var desk: DeskOptions

    func perform() throws {
        let archive = try archive.open(desk)
        let history = try archive.history()
        let all = history.select(kind: kind, from: from, through: to, text: search)
        if json { return try standardOutput(json: try HistoryText.json(all, in: history)) }
        let terminal = Terminal.standardOutput(environment: ProcessInfo.processInfo.environment)
        let gaps =
            history.runs.map(\.place.period.lastDay).max().map { history.gaps(archive.expected, through: $0) } ?? []
        try standardOutput(
            HistoryText(terminal: terminal).text(Array(all.prefix(limit)), of: all.count, in: history, gaps: gaps)
                + "\n")
    }
}
