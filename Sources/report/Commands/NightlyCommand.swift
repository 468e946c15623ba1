import ArgumentParser
import Console
import Dates
import Foundation
import History
import Input
import Mail
import Market
import Nightly
import Notebooks
import Operations
import Publishing
import Reviews
import Settings

/// `report nightly`: everything that is due, once.
struct NightlyCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "nightly",
        abstract: "Do what is due: import, checks, gate, reports, mail, alerts; each step once a session.",
        discussion: """
            Missed nights are caught up, oldest first, from the first night on that this job did; the first time, the last \
            session alone, or those from --since on, which must not lie before the history begins. Killed at any point, the next run goes on. Set-up and runbook: \
            docs/operations.md.

            Exit status: 0 done, 1 done and somebody should look, 2 a step failed, 75 another run is at work, 64 and above as \
            for every command.

            Example: report nightly --since 2026-07-27
            """)

    @Option(help: ArgumentHelp("The first session to do.", valueName: "date")) var since: Day?
    @Option(help: ArgumentHelp("A folder in which files are left to be imported.", valueName: "folder"))
    var inbox = "data/inbox"
    @Flag(help: "Print the summary as JSON.") var json = false
    @OptionGroup var clock: ClockOptions
    @OptionGroup var folder: TemplateOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var history: HistoryOptions

    func perform() throws {
        let lock = try FileLock(history.database + ".nightly.lock")
        defer { lock.release() }
        let now = clock.clock
        let desk = try DeskHistory(history, writing: true)
        // What the inbox brings to an empty history may begin on any day.
        let beginning = try desk.store.span()?.lowerBound
        if let since, let beginning, since < beginning {
            throw ValidationError("\(ReviewError.nightsBeforeHistory(since: since, first: beginning))")
        }
        let last = try SessionLoader.lastSession(endedBy: now(), calendar: desk.calendar)
        let archive = desk.archive(archive)
        let publisher = desk.publisher(archive, now: now)
        let catalogue = try folder.catalogue()
        try desk.settings.checkMailed(among: catalogue.templates.map(\.template.kind))
        let notebooks = try NightNotebooks(catalogue)
        let mail = DeskMail(desk.settings, now: now)
        let round =
            try mail.isSetUp
            ? MailRound(
                mail.mailer(archive), archive: archive, settings: desk.settings.reports, postman: mail.postman(),
                outbox: HistoryOutbox(desk.store, now: now), now: now) : nil
        let work = NightWork(
            publisher, notebooks: notebooks, gate: desk.gate(publisher, notebooks),
            inbox: Inbox(URL(fileURLWithPath: inbox)), mail: round,
            alerts: AlertBook(desk.store, dispatcher: try mail.dispatcher { standardError($0 + "\n") }, now: now),
            now: now)
        let plan = NightlyPlan(
            sessions: desk.calendar.sessions, through: last, since: since, beginning: beginning,
            done: try desk.store.jobSteps())
        var bar = ProgressBar(
            "nights", total: plan.nights.count,
            terminal: .standardError(environment: ProcessInfo.processInfo.environment), write: drawing)
        let entries = try work.run(
            plan, progress: { index, session in bar.advance(to: index, detail: "\(session)") })
        bar.finish()
        try desk.store.close()
        let terminal = Terminal.standardOutput(environment: ProcessInfo.processInfo.environment)
        let summary = NightSummary(
            entries: entries, last: last, beginning: beginning, ended: now(),
            calendarEnd: desk.calendar.coverage.upperBound)
        if json { try standardOutput(json: try summary.json()) } else { try say(summary.text(terminal)) }
        guard summary.exitStatus == 0 else { throw ExitCode(summary.exitStatus) }
    }
}
