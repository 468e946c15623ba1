import ArgumentParser
import Console
import Dates
import Foundation
import Notebooks
import Reports

/// `report check`: everything wrong in notebooks that can be known without data.
struct CheckCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Look for faults in notebooks without running them.",
        discussion: """
            Without a name: every notebook of the folder. Each fault is a line file:line:column: message; all of them are \
            listed. Exit status: 0 nothing is wrong, 65 a fault.

            Example: report check my-week
            """)

    @Argument(help: ArgumentHelp("Notebooks of the folder of templates, without .md.", valueName: "name"))
    var names: [String] = []
    @Flag(help: "Print the faults as JSON.") var json = false
    @OptionGroup var folder: TemplateOptions

    func perform() throws {
        let catalogue = try folder.catalogue()
        let templates =
            try names.isEmpty
            ? catalogue.templates.map(\.template)
            : names.map { try catalogue.template(named: try folder.plain($0)) }
        let today = NewYork.day(at: Instant(secondsSince1970: Int64(Date().timeIntervalSince1970)))
        let faults = try templates.flatMap { try ReportMaker.check($0, asOf: today) }
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
            let rows = faults.map {
                Row(file: $0.file, line: $0.line, column: $0.column, message: $0.message)
            }
            try standardOutput(json: String(decoding: try encoder.encode(rows), as: UTF8.self) + "\n")
        } else if faults.isEmpty {
            try say("\(templates.count == 1 ? "1 notebook" : "\(templates.count) notebooks"): nothing is wrong")
        } else {
            try standardOutput(faults.map(\.description).joined(separator: "\n") + "\n")
        }
        guard faults.isEmpty else { throw ExitCode(Failure.Status.data.rawValue) }
    }

    private struct Row: Encodable {
        let file: String
        let line: Int
        let column: Int
        let message: String
    }
}
