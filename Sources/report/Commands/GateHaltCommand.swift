import ArgumentParser
import Console
import Dates
import Foundation
import History
import Input
import Ledger
import Operations

/// `report gate halt`: engages the kill switch.
struct GateHaltCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "halt",
        abstract: "Engage the kill switch: the next decision takes all capital back.",
        discussion: """
            Writes a row into the history and the file HALT beside it; either is enough. Whatever trades must obey it.

            Example: report gate halt --person "Ada Lovelace" --reason "the broker's quotes are wrong"
            """)

    @Option(help: ArgumentHelp("Who engages it.", valueName: "name"), transform: oneLine) var person: String
    @Option(help: ArgumentHelp("Why.", valueName: "text"), transform: oneLine) var reason: String
    @Option(help: ArgumentHelp("The history.", valueName: "file")) var database = "data/desk.sqlite"

    func perform() throws {
        let file = GateWork.killSwitchFile(beside: database)
        let words = "\(person): \(reason)\n"
        // The file first: it stops trading even where the history cannot be written.
        // Where something stands in its place that is none, the row must do.
        var refusal: OutputFile.Refusal?
        do throws(OutputFile.Refusal) { try OutputFile(file).write(Array(words.utf8)) } catch { refusal = error }
        if refusal == nil { try say("The kill switch is engaged (\(file)).") }
        let store = try HistoryStore(writing: database, makingIt: false)
        try store.record(KillSwitchEvent(time: currentInstant(), isEngaged: true, person: person, reason: reason))
        try store.close()
        if let refusal {
            try say("The kill switch is engaged in the history alone.")
            throw refusal
        }
    }
}

/// `report gate release`: releases the kill switch.
struct GateReleaseCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Release the kill switch.",
        discussion: """
            The way back up begins at the share that the gate allows.

            Example: report gate release --person "Ada Lovelace" --reason "quotes are right again, positions reconciled"
            """)

    @Option(help: ArgumentHelp("Who releases it.", valueName: "name"), transform: oneLine) var person: String
    @Option(help: ArgumentHelp("Why.", valueName: "text"), transform: oneLine) var reason: String
    @Option(help: ArgumentHelp("The history.", valueName: "file")) var database = "data/desk.sqlite"

    func perform() throws {
        let store = try HistoryStore(writing: database, makingIt: false)
        let file = GateWork.killSwitchFile(beside: database)
        let kind = FileKind(at: file)
        guard try kind != nil || store.killSwitchEvents().last?.isEngaged == true else {
            try store.close()
            try say("The kill switch is not engaged; nothing is recorded.")
            return
        }
        try store.record(KillSwitchEvent(time: currentInstant(), isEngaged: false, person: person, reason: reason))
        try store.close()
        if let kind {
            guard kind != .folder, unlink(file) == 0 else {
                throw Failure(
                    .cannotCreate,
                    "\(file): cannot be removed (it is \(kind.words)), and trading stays stopped; remove it by hand")
            }
        }
        try say("The kill switch is released.")
    }
}
