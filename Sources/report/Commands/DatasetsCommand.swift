import ArgumentParser
import Console
import Foundation
import Input
import Metrics
import Reports

/// `report datasets`: what a notebook can name.
struct DatasetsCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "datasets",
        abstract: "List every dataset, view and scalar that a notebook can name, with units and meanings.",
        discussion: """
            Example: report datasets kpis
            """)

    @Argument(help: ArgumentHelp("Only this dataset or scalar, with its columns.", valueName: "name")) var name: String?
    @Flag(help: "Print JSON.") var json = false
    @Flag(help: "Print the whole dictionary as Markdown, as it stands in docs/dictionary.md.") var markdown = false

    func validate() throws {
        guard !(markdown && (json || name != nil)) else {
            throw ValidationError("--markdown prints the whole dictionary; leave out --json and the name")
        }
    }

    func perform() throws {
        if markdown { return try standardData(DataDictionary.markdown) }
        let terminal = Terminal.standardOutput(environment: ProcessInfo.processInfo.environment)
        var datasets = DataDictionary.datasets
        var scalars = DataDictionary.scalars
        if let name {
            datasets = datasets.filter { $0.name == name }
            scalars = scalars.filter { $0.name == name }
            guard !datasets.isEmpty || !scalars.isEmpty else {
                let names = (DataDictionary.datasets.map(\.name) + DataDictionary.scalars.map(\.name))
                let nearest = NearestName.suggestion(for: name, among: names).map { "; did you mean '\($0)'?" } ?? ";"
                throw Failure(
                    .data, "there is no dataset or scalar '\(name)'\(nearest) `report datasets` lists them all")
            }
        }
        if json { return try standardOutput(json: Self.json(datasets, scalars)) }
        var lines: [String] = []
        if name != nil {
            for dataset in datasets {
                lines += ["\(terminal.bold(dataset.name))  \(dataset.definition)", ""]
                var table = TextTable([.left, .left, .left])
                for column in dataset.columns { table.add("  \(column.name)", column.unit.rawValue, column.definition) }
                lines += [table.text, ""]
            }
            for scalar in scalars {
                lines.append("\(terminal.bold(scalar.name))  \(scalar.unit.rawValue)  \(scalar.definition)")
            }
        } else {
            for section in DataDictionary.sections {
                lines += [terminal.bold(section.title), ""]
                var table = TextTable([.left, .left, .left])
                for dataset in section.datasets {
                    table.add("  \(dataset.name)", "\(dataset.columns.count) columns", dataset.definition)
                }
                for scalar in section.scalars { table.add("  \(scalar.name)", scalar.unit.rawValue, scalar.definition) }
                lines += [table.text, ""]
            }
        }
        try standardOutput(lines.joined(separator: "\n") + "\n")
    }

    private static func json(_ datasets: [DatasetDefinition], _ scalars: [ScalarDefinition]) throws -> String {
        let body = Body(
            datasets: datasets.map { dataset in
                Body.Table(
                    name: dataset.name, definition: dataset.definition,
                    columns: dataset.columns.map {
                        Body.Item(name: $0.name, unit: $0.unit.rawValue, definition: $0.definition)
                    })
            },
            scalars: scalars.map { Body.Item(name: $0.name, unit: $0.unit.rawValue, definition: $0.definition) })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return String(decoding: try encoder.encode(body), as: UTF8.self) + "\n"
    }

    private struct Body: Encodable {
        struct Item: Encodable {
            let name: String
            let unit: String
            let definition: String
        }

        struct Table: Encodable {
            let name: String
            let definition: String
            let columns: [Item]
        }

        let datasets: [Table]
        let scalars: [Item]
    }
}
