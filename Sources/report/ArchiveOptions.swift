import Archive
import ArgumentParser
import Console
import Dates
import Foundation
import Market
import Nightly
import Settings

/// The option that names the archive.
struct ArchiveOptions: ParsableArguments, Sendable {
    @Option(help: ArgumentHelp("The archive of reports.", valueName: "folder")) var archive = "reports"

    /// The archive, for a command that needs no history.
    func open(_ desk: DeskOptions) throws -> Archive {
        try open(
            origin: try desk.read().reports.origin, calendar: TradingCalendar(directory: try desk.calendars()))
    }

    /// The archive with the runs that the calendar lets expect: once a kind's first run is there, one for each session or
    /// week that follows.
    func open(origin: String, calendar: TradingCalendar) -> Archive {
        Archive(
            root: URL(fileURLWithPath: archive), origin: origin,
            expected: [
                .nights("daily", sessions: calendar.sessions), .nights("gate", sessions: calendar.sessions),
                .weeks("weekly", sessions: calendar.sessions),
            ])
    }
}

/// The machine's clock, for programs; what lies below them is handed a moment.
@Sendable func currentInstant() -> Instant {
    Instant(secondsSince1970: Int64(Date().timeIntervalSince1970))
}
