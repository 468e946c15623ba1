internal import Metrics
internal import Notebooks

extension ChangesBlock {
    /// The heading of the block, as in `Since 2026-W30`.
    var title: String { "Since \(since.name)" }

    /// How much changed, in words.
    var count: String {
        switch changes.count {
        case 0: "nothing changed"
        case 1: "1 change"
        default: "\(changes.count) changes"
        }
    }

    /// The changes in the order of ``Change/Kind``.
    var ordered: [Change] {
        let kinds = Change.Kind.allCases
        return changes.enumerated().sorted {
            (kinds.firstIndex(of: $0.element.kind) ?? 0, $0.offset)
                < (kinds.firstIndex(of: $1.element.kind) ?? 0, $1.offset)
        }.map(\.element)
    }

    /// The changes as a table, one a row; what was not there or is gone is a dash.
    var table: TableBlock {
        TableBlock(
            anchor: "page.changes", title: title,
            columns: ["Kind", "What", "Before", "Now"].map {
                TableBlock.Column(name: $0.lowercased(), title: $0, format: .text)
            },
            rows: ordered.map { change in
                [change.kind.rawValue, change.label, change.before, change.after].map { $0.isEmpty ? .null : .text($0) }
            }, emptyText: count)
    }
}
