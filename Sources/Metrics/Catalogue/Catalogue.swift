/// Datasets and scalars that are computed together: what a program must know to compute only what a notebook names, and
/// what the dictionary says of them.
public struct Catalogue: Sendable {
    /// What they are of, as a heading.
    public let title: String
    /// When they are there, in a sentence.
    public let summary: String
    /// The single figures, in order.
    public let scalars: [ScalarDefinition]
    /// The tables, in order.
    public let datasets: [DatasetDefinition]

    /// Datasets and scalars that are computed together.
    public init(title: String, summary: String, scalars: [ScalarDefinition], datasets: [DatasetDefinition]) {
        self.title = title
        self.summary = summary
        self.scalars = scalars
        self.datasets = datasets
    }

    /// Every name in it.
    public var names: Set<String> { Set(scalars.map(\.name) + datasets.map(\.name)) }

    /// Its part of the dictionary: scalars, then one table a dataset. Breakdowns since inception have the columns of the
    /// week's and are not repeated.
    public var markdown: String {
        var lines = ["## \(title)", "", summary]
        if !scalars.isEmpty {
            lines += ["", "### Scalars", "", "| scalar | unit | meaning |", "|---|---|---|"]
            lines += scalars.map { Self.row($0.name, $0.unit, $0.definition) }
        }
        for dataset in datasets where !dataset.name.hasSuffix(Breakdown.toDateSuffix) {
            lines += ["", "### `\(dataset.name)`", "", "\(dataset.definition).", ""]
            lines += ["| column | unit | meaning |", "|---|---|---|"]
            lines += dataset.columns.map { Self.row($0.name, $0.unit, $0.definition) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func row(_ name: String, _ unit: Unit, _ definition: String) -> String {
        let text = definition.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
        return "| `\(name)` | \(unit.rawValue) | \(text) |"
    }
}
