extension MetricCatalogue {
    /// The dictionary as Markdown, as it stands in `docs/metrics.md`: scalars, then one table a dataset. Breakdowns since
    /// inception have the columns of the week's and are not repeated.
    public static var markdown: String {
        var lines = ["### Scalars", "", "| scalar | unit | meaning |", "|---|---|---|"]
        lines += scalars.map { row($0.name, $0.unit, $0.definition) }
        for dataset in datasets where !dataset.name.hasSuffix(Breakdown.toDateSuffix) {
            lines += ["", "### `\(dataset.name)`", "", "\(dataset.definition).", ""]
            lines += ["| column | unit | meaning |", "|---|---|---|"]
            lines += dataset.columns.map { row($0.name, $0.unit, $0.definition) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func row(_ name: String, _ unit: Unit, _ definition: String) -> String {
        let text = definition.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
        return "| `\(name)` | \(unit.rawValue) | \(text) |"
    }
}
