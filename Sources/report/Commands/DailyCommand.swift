import ArgumentParser
import Console
import Dates
import Foundation
import Market
import Metrics
import Operations
import Reviews
import Settings

/// `report daily`: the checklist of a session's end.
struct DailyCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "daily",
        abstract: "Check a session's end: delta, risk, stops, hedge, blackout.",
        discussion: """
            Without --as-of: the last session that has ended by now, so that a history that has stopped never passes. What \
            cannot be evaluated is unknown, and unknown is never a pass. Below the checks: mail that does not go out, nights \
            that were not done; they do not change the exit status.

            Exit status: 0 all checks passed, 1 warnings only, 2 a check failed, 3 a check could not be evaluated, 64 wrong \
            usage, 65 and above as for every command.

            Example: report daily --as-of 2026-07-31
            """)

    @Option(help: ArgumentHelp("The date to take for today.", valueName: "date")) var asOf: Day?
    @Flag(help: "Print parameters, scalars and datasets as JSON.") var json = false
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var history: HistoryOptions

    func perform() throws {
        let desk = try DeskHistory(history)
        let session = try desk.session(asOf: asOf)
        let review = try SessionLoader.review(
            of: session, from: desk.store, calendar: desk.calendar, events: desk.events,
            limits: desk.settings.checklistLimits)
        if json {
            try standardOutput(
                json: ReviewJSON.text(
                    parameters: ["as_of": (asOf ?? session).iso, "session": session.iso], scalars: review.scalars,
                    datasets: review.datasets))
        } else {
            let terminal = Terminal.standardOutput(environment: ProcessInfo.processInfo.environment)
            let notes = try DeskNotes.lines(
                before: session, sessions: desk.calendar.sessions, store: desk.store, archive: desk.archive(archive),
                now: currentInstant)
            try standardOutput(
                ChecklistText(terminal: terminal).text(
                    review.checklist, heading: "Session \(session): \(review.checklist.verdict)", notes: notes) + "\n")
        }
        guard review.checklist.exitStatus == 0 else { throw ExitCode(review.checklist.exitStatus) }
    }
}
