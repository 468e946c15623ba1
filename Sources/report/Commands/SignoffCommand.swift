import ArgumentParser
import Console
import Dates
import Foundation
import History
import Ledger
import Metrics
import Rollout

/// `report signoff`: keeps a person's word for what no program can see.
struct SignoffCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "signoff",
        abstract: "Keep a person's word for a point of production readiness, or approve tested rules.",
        discussion: """
            Points: \(Readiness.Item.allCases.map(\.rawValue).joined(separator: ", ")); a word holds for \
            \(Readiness.signOffDays) days. \(Gate.reviewItem) settles breaches of discipline before it for the gate. Tests of the rules: \(Readiness.ruleTests.joined(separator: ", ")); these are kept \
            in strategy_rules_audit as approved, or as deprecated with --withdraw. Words are added, never changed.

            Example: report signoff rollback-rehearsed --person "Ada Lovelace" --note "dry run of day 1 on paper"
            """)

    @Argument(help: ArgumentHelp("What is vouched for.", valueName: "item")) var item: String
    @Option(help: ArgumentHelp("Who vouches.", valueName: "name"), transform: oneLine) var person: String
    @Option(help: ArgumentHelp("What it rests on.", valueName: "text"), transform: oneLine) var note = ""
    @Option(
        name: .customLong("rules-version"),
        help: ArgumentHelp("Of a test: the version of the rules.", valueName: "version"))
    var rulesVersion = ""
    @Flag(help: "Take an earlier word back.") var withdraw = false
    @Option(help: ArgumentHelp("The history.", valueName: "file")) var database = "data/desk.sqlite"

    func validate() throws {
        let known = Readiness.Item.allCases.map(\.rawValue) + [Gate.reviewItem] + Readiness.ruleTests
        guard known.contains(item) else {
            throw ValidationError("there is no point '\(item)'; there are: \(known.joined(separator: ", "))")
        }
    }

    func perform() throws {
        let store = try HistoryStore(writing: database, makingIt: false)
        let now = currentInstant()
        if Readiness.ruleTests.contains(item) {
            let words = try JSONEncoder.sorted.encode(["approved_by": person, "note": note])
            try store.record(
                RulesAuditEntry(
                    time: now, rule: item, version: rulesVersion,
                    backtestResults: String(decoding: words, as: UTF8.self),
                    status: withdraw ? .deprecated : .approved))
        } else {
            try store.record(
                SignOff(item: item, person: person, recordedAt: now, note: note, isGiven: !withdraw))
        }
        try store.close()
        try say(
            "\(item): \(withdraw ? "withdrawn" : "signed off") by \(person), \(NewYork.wallTime(now)) New York")
    }
}

extension JSONEncoder {
    /// One that writes equal values as equal text.
    fileprivate static var sorted: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}
