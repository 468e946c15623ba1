import Archive
import ArgumentParser
import Console
import Foundation
import Input
import Publishing
import Settings

/// `report diff`: which figures moved from one published report to another.
struct DiffCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show what is otherwise in one published report than in another, down to the cells of tables.",
        discussion: """
            With one run: what is otherwise than in the revision that it corrects, or else in the run before it. The history is \
            not needed: everything stands in the archive.

            Exit status: 0 nothing differs, 1 something does, 64 and above as for every command.

            Example: report diff 2026-W30-weekly 2026-W31-weekly --html changes.html
            """)

    @Argument(help: ArgumentHelp("A run, as 2026-W31-weekly-r1.", valueName: "run")) var first: String
    @Argument(help: ArgumentHelp("The later run.", valueName: "run")) var second: String?
    @Option(help: ArgumentHelp("Write a page.", valueName: "file")) var html: String?
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var desk: DeskOptions

    func perform() throws {
        let archive = try archive.open(desk)
        let history = try archive.history()
        let (earlier, later) = try runs(history)
        let comparison = try archive.comparison(of: earlier, with: later)
        if let html {
            let root = URL(fileURLWithPath: archive.root).path
            let file = OutputFile(html)
            try file.write(Array(comparison.html(root: "file://\(root)").utf8))
            if !file.isStandardOutput { try say(html) }
        } else {
            try standardOutput(comparison.text)
        }
        if !comparison.changes.isEmpty { throw ExitCode(1) }
    }

    private func runs(_ history: RunHistory) throws -> (Run, Run) {
        let run = try history.run(named: first)
        if let second { return (run, try history.run(named: second)) }
        let slot = history.slot(of: run)
        guard let earlier = slot.supersedes ?? slot.previous else {
            throw Failure(.data, "\(run.place.name): there is no run before it to compare with; name two runs")
        }
        return (earlier, run)
    }
}
