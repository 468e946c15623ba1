import Archive
import ArgumentParser
import Console
import Dates
import Settings

/// `report remove`: takes a published report away and says so for ever.
struct RemoveCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Remove a published report, and leave a record of who did and why.",
        discussion: """
            For what must not be kept, such as a report that names a client. Wrong figures are corrected by a new revision, \
            never removed.

            Example: report remove 2026-W31-weekly-r1 --person "Ada Lovelace" --reason "a client's name in a note"
            """)

    @Argument(help: ArgumentHelp("A run with its revision, as 2026-W31-weekly-r1.", valueName: "run")) var name: String
    @Option(help: ArgumentHelp("Who removes it.", valueName: "name"), transform: oneLine) var person: String
    @Option(help: ArgumentHelp("Why.", valueName: "text"), transform: oneLine) var reason: String
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var desk: DeskOptions

    func perform() throws {
        guard let place = Place(name) else {
            throw ValidationError("'\(name)' names no revision; write it as 2026-W31-weekly-r1")
        }
        let archive = try archive.open(desk)
        try archive.remove(place, person: person, reason: reason, at: currentInstant())
        try say("\(place.name): removed by \(person); its line in the log stays")
    }
}
