import ArgumentParser
import Console
import Dates
import Foundation
import History
import Ledger
import Operations
import Reviews
import Rollout
import Settings

/// `report gate override`: a person's decision against the gate's.
struct GateOverrideCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "override",
        abstract: "Put another share in force for a time, by name and with a reason.",
        discussion: """
            An override is a record of its own; it never edits the gate's decision, and ends by itself. Asking for the \
            computed share takes it back. What goes past a hard limit needs a second name.

            Example: report gate override 25 --until 2026-08-07 --person "Ada Lovelace" --reason "fills looked at by hand"
            """)

    @Argument(
        help: ArgumentHelp("The share that is to be in force, in per cent: 0, 10, 25, 50 or 100.", valueName: "percent")
    )
    var percent: Double
    @Option(help: ArgumentHelp("The last day on which it holds.", valueName: "date")) var until: Day
    @Option(help: ArgumentHelp("Who decides.", valueName: "name"), transform: oneLine) var person: String
    @Option(help: ArgumentHelp("Who decides with them.", valueName: "name"), transform: oneLine) var second: String?
    @Option(help: ArgumentHelp("Why.", valueName: "text"), transform: oneLine) var reason: String
    @OptionGroup var history: HistoryOptions

    func perform() throws {
        let desk = try DeskHistory(history, writing: true)
        let now = currentInstant()
        let records = try desk.store.gateRecords()
        let overrides = try desk.store.gateOverrides()
        let first = try SessionLoader.nextSession(openingAfter: now, calendar: desk.calendar)
        let request = OverrideRequest(
            person: person, secondPerson: second, to: percent / 100, reason: reason, expiresOn: until)
        let killSwitch = KillSwitch(
            last: try desk.store.killSwitchEvents().last,
            hasFile: GateWork.hasKillSwitchFile(beside: history.database))
        let faults = request.faults(
            from: first, records: records, overrides: overrides, killSwitch: killSwitch, settings: desk.settings.gate)
        let standing = ShareInForce(in: first, records: records, overrides: overrides)
        guard faults.isEmpty, let decision = standing.decision, let share = standing.share else {
            throw Failure(.data, faults.map(\.description).joined(separator: "\nerror: "))
        }
        let override = try desk.store.record(
            overriding: decision.day, at: now, person: person, secondPerson: second, from: share, to: percent / 100,
            reason: reason, expiresOn: until)
        let after = ShareInForce(in: first, records: records, overrides: overrides + [override])
        try desk.store.close()
        try standardOutput("Override \(override.id) is on record, from \(first) on.\n\(after.text)\n")
    }
}
