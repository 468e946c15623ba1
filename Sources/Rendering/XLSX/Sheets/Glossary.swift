internal import Metrics
internal import Notebooks

/// What the columns of a report's tables mean, after the dictionary of metrics.
///
/// A name means what the dictionary says where it says one thing; names with several meanings are left out, because a
/// table does not tell which dataset it was made of.
enum Glossary {
    /// The heads of tables with their meanings, in the order of their first appearance.
    static func entries(of document: Document) -> [Document.Parameter] {
        var seen: Set<String> = []
        var entries: [Document.Parameter] = []
        for block in document.blocks(in: .xlsx) {
            guard case .table(let table) = block else { continue }
            for column in table.columns {
                guard let meaning = meanings[column.name], seen.insert(column.name).inserted else { continue }
                entries.append(Document.Parameter(name: column.title, text: meaning))
            }
        }
        return entries
    }

    private static let meanings: [String: String] = {
        var all: [String: Set<String>] = [:]
        for dataset in MetricCatalogue.datasets {
            for column in dataset.columns { all[column.name, default: []].insert(column.definition) }
        }
        return all.compactMapValues { $0.count == 1 ? $0.first : nil }
    }()
}
