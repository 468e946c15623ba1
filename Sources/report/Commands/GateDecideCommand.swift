import ArgumentParser
import Console
import Dates
import Foundation
import History
import Operations
import Reviews
import Rollout

/// `report gate`: the decision after a session.
struct GateDecideCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Decide after a session, and keep the decision; the default.",
        discussion: """
            Without --as-of: the last session that has ended by now. A session is decided once: the same call again shows what \
            is on record. It moves no capital.

            Exit status: 0 PROMOTE, 10 HOLD, 20 ROLL BACK, 64 and above as for every command.

            Example: report gate --as-of 2026-07-31
            """)

    @Option(help: ArgumentHelp("The date to take for today.", valueName: "date")) var asOf: Day?
    @Flag(help: "Show what would be decided, and keep nothing.") var dryRun = false
    @Flag(help: "Print parameters, scalars and datasets as JSON.") var json = false
    @OptionGroup var folder: TemplateOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var history: HistoryOptions

    func perform() throws {
        let desk = try DeskHistory(history, writing: !dryRun)
        let session = try desk.session(asOf: asOf)
        if let first = try desk.store.span()?.lowerBound, session < first {
            throw ReviewError.sessionBeforeHistory(session, first: first)
        }
        let publisher = desk.publisher(desk.archive(archive))
        let night = try desk.gate(publisher, NightNotebooks(try folder.catalogue()))
            .decide(after: session, keeping: dryRun ? nil : currentInstant())
        if json {
            try standardOutput(
                json: ReviewJSON.text(
                    parameters: ["as_of": (asOf ?? session).iso, "session": session.iso],
                    scalars: night.report.scalars, datasets: night.report.datasets))
        } else {
            let terminal = Terminal.standardOutput(environment: ProcessInfo.processInfo.environment)
            let state = night.isRecorded ? "on record" : dryRun ? "not kept (--dry-run)" : "kept"
            try standardOutput(GateText(terminal: terminal).text(night.report, state: state) + "\n")
        }
        throw ExitCode(night.decision.decision.exitStatus)
    }
}
