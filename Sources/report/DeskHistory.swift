import Archive
import ArgumentParser
import Console
import Dates
import Foundation
import History
import Market
import Metrics
import Nightly
import Operations
import Publishing
import Reports
import Reviews
import Settings
import Strategy

/// The options that name a history and the desk's files, and what a command makes of them.
struct HistoryOptions: ParsableArguments, Sendable {
    @Option(help: ArgumentHelp("The history.", valueName: "file")) var database = "data/desk.sqlite"
    @OptionGroup var desk: DeskOptions
}

/// An open history with the calendars and settings by which it is read.
struct DeskHistory {
    let store: HistoryStore
    let settings: DeskSettings
    let calendar: TradingCalendar
    let events: EconomicCalendar

    /// Opens what the options name, for reading unless asked otherwise.
    init(_ options: HistoryOptions, writing: Bool = false) throws {
        let calendars = try options.desk.calendars()
        calendar = try TradingCalendar(directory: calendars)
        events = try EconomicCalendar(directory: calendars)
        settings = try options.desk.read()
        store =
            writing
            ? try HistoryStore(writing: options.database, makingIt: false) : try HistoryStore(reading: options.database)
    }

    /// Where reports' figures come from.
    var data: ReportData {
        ReportData(
            store: store, calendar: calendar, events: events, review: settings.review, limits: settings.checklistLimits)
    }

    /// Makes documents of notebooks.
    var maker: ReportMaker { ReportMaker(data: data, program: ReportProgram.name) }

    /// The archive that the options name.
    func archive(_ options: ArchiveOptions) -> Archive {
        options.open(origin: settings.reports.origin, calendar: calendar)
    }

    /// Puts reports into an archive, signed with this machine, its user and the command line.
    func publisher(_ archive: Archive, now: @escaping @Sendable () -> Instant = currentInstant) -> Publisher {
        let process = ProcessInfo.processInfo
        return Publisher(
            archive: archive, reports: maker,
            maker: Publisher.Maker(
                program: Manifest.Program(name: "ThetaDesk", version: ReportProgram.version),
                settings: settings.reportDigest, host: process.hostName, user: process.userName,
                command: process.arguments.joined(separator: " ")),
            now: now)
    }

    /// The gate over this history.
    func gate(_ publisher: Publisher, _ notebooks: NightNotebooks) -> GateWork {
        GateWork(
            publisher, notebooks: [notebooks.daily], weekly: [notebooks.weekly],
            conditions: GateConditions(
                gate: settings.gate, review: settings.review, limits: settings.checklistLimits,
                maximumQuoteWidth: settings.strategy.maximumQuoteWidth,
                ruleVersion: settings.ruleVersion(program: ReportProgram.version)))
    }

    /// The date to take for today: the one given, at most the history's last day, which it is without one.
    func today(_ asOf: Day?) throws -> Day {
        let last = try HistorySpan(of: store).last
        return min(asOf ?? last, last)
    }

    /// The session that a date ends with: the date itself, or the last session before it. Without a date, the last
    /// session that has ended by now: a history that has stopped must not pass for a fresh one.
    func session(asOf day: Day?) throws -> Day {
        guard let day else {
            return try SessionLoader.lastSession(endedBy: currentInstant(), calendar: calendar)
        }
        return try calendar.isSession(day) ? day : try calendar.previous(before: day)
    }
}
