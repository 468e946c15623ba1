internal import Metrics

/// What a document says, one entry a thing that can be compared.
struct DocumentInventory {
    /// By what two documents' entries are the same thing.
    struct Key: Hashable {
        /// The anchor of the block; for the head something that no anchor is called like.
        let block: String
        let label: String
        /// Which one, where a block has the label more than once.
        let number: Int
    }

    /// A thing.
    struct Entry {
        let kind: Change.Kind
        let key: Key
        let label: String
        let text: String
        let anchor: String
    }

    private(set) var sources: [Entry] = []
    private(set) var facts: [Entry] = []
    private(set) var checks: [Entry] = []
    private(set) var verdicts: [Entry] = []
    private(set) var figures: [Entry] = []
    private(set) var warnings: [Entry] = []
    /// The anchors of cells that failed.
    private(set) var failedAnchors: Set<String> = []

    private var counts: [Key: Int] = [:]

    /// What a document says.
    init(_ document: Document) {
        sources = document.parameters.map { entry(.source, " parameter", $0.name, $0.text) }
        sources += document.provenance.map { entry(.source, " provenance", $0.name, $0.text) }
        if let notice = document.syntheticNotice { sources.append(entry(.source, " notice", "Notice", notice)) }
        facts = document.facts.map { entry(.fact, " fact", $0.name, $0.text) }
        let titles = Dictionary(document.blocks.compactMap(DocumentInventory.title)) { first, _ in first }
        for warning in document.warnings {
            let label = titles[warning.anchor] ?? warning.anchor
            // Each message is a thing of its own, which comes or goes.
            let key = "\(label): \(warning.message)"
            warnings.append(
                entry(.warning, warning.anchor, key, warning.message, label: label, anchor: warning.anchor))
        }
        for block in document.blocks { add(block) }
    }

    private mutating func add(_ block: Block) {
        switch block {
        case .heading, .prose, .chart, .table: return
        case .failure(let failure):
            failedAnchors.insert(failure.anchor)
            warnings.append(
                entry(
                    .warning, failure.anchor, "failure", failure.message, label: failure.anchor, anchor: failure.anchor)
            )
        case .checks(let block):
            for row in block.rows {
                checks.append(entry(.check, block.anchor, row.title, row.verdict.rawValue, anchor: row.anchor))
            }
        case .figures(let block):
            for item in block.items {
                verdicts.append(
                    entry(.verdict, block.anchor, item.label, item.verdict?.rawValue ?? "", anchor: block.anchor))
                figures.append(
                    entry(.figure, block.anchor, item.label, item.format.text(item.value), anchor: block.anchor))
            }
        }
    }

    private mutating func entry(
        _ kind: Change.Kind, _ block: String, _ name: String, _ text: String, label: String? = nil, anchor: String = ""
    ) -> Entry {
        let first = Key(block: "\(kind.rawValue) \(block)", label: name, number: 0)
        counts[first, default: 0] += 1
        return Entry(
            kind: kind, key: Key(block: block, label: name, number: counts[first] ?? 1), label: label ?? name,
            text: text,
            anchor: anchor)
    }

    private static func title(_ block: Block) -> (String, String)? {
        switch block {
        case .heading, .prose, .failure: nil
        case .figures(let block): (block.anchor, block.title)
        case .checks(let block): (block.anchor, block.title)
        case .table(let block): (block.anchor, block.title)
        case .chart(let block): (block.anchor, block.title)
        }
    }
}
