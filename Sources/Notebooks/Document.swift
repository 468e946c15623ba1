public import Dates
internal import Input

/// An executed notebook: what the three renderers show. The same document gives Markdown, HTML and XLSX.
public struct Document: Hashable, Sendable {
    /// The report's title, as in `Weekly review 2026-W31`.
    public var title: String
    /// The kind of report, as in `weekly`.
    public var kind: String
    /// The date that the report takes for today.
    public var asOf: Day
    /// Parameters by name, as text, in the order of the template.
    public var parameters: [Parameter]
    /// Said at the top of every format when any figure rests on modelled prices; nil otherwise.
    public var syntheticNotice: String?
    /// Where the figures come from, as label and text: database, template and program version with digests.
    public var provenance: [Parameter]
    /// What a reader must know before anything else, as label and text: decision, share in force, revision.
    public var facts: [Parameter]
    /// Other reports, as name and relative address of their pages.
    public var links: [Parameter]
    /// What is otherwise than in the report before; nil where there is none to compare with.
    public var changes: ChangesBlock?
    /// What a reader must look at although every cell was computed, one sentence each: an empty table where rows were
    /// expected, a mark that is missing.
    public var warnings: [Warning]
    /// The content, in order.
    public var blocks: [Block]

    /// A name with a text.
    public struct Parameter: Hashable, Sendable {
        /// The name or label.
        public let name: String
        /// The text.
        public let text: String

        /// A name with a text.
        public init(name: String, text: String) {
            self.name = name
            self.text = text
        }
    }

    /// Something to look at, with its place in the page.
    public struct Warning: Hashable, Sendable {
        /// The anchor of the cell; empty where it has no place in the page, as a query that is not shown.
        public let anchor: String
        /// What is to be looked at.
        public let message: String

        /// Something to look at.
        public init(anchor: String, message: String) {
            self.anchor = anchor
            self.message = message
        }
    }

    /// An executed notebook.
    public init(
        title: String, kind: String, asOf: Day, parameters: [Parameter] = [], syntheticNotice: String? = nil,
        provenance: [Parameter] = [], facts: [Parameter] = [], links: [Parameter] = [],
        changes: ChangesBlock? = nil, warnings: [Warning] = [], blocks: [Block] = []
    ) {
        self.title = title
        self.kind = kind
        self.asOf = asOf
        self.parameters = parameters
        self.syntheticNotice = syntheticNotice
        self.provenance = provenance
        self.facts = facts
        self.links = links
        self.changes = changes
        self.warnings = warnings
        self.blocks = blocks
    }

    /// The blocks that appear in a format, in order.
    public func blocks(in format: OutputFormat) -> [Block] {
        blocks.filter { $0.placement.formats.contains(format) }
    }

    /// Whether a cell failed: such a report is marked failed in every format and the run ends with an error.
    public var hasFailure: Bool {
        blocks.contains { if case .failure = $0 { true } else { false } }
    }

    /// The cells that failed, in their order.
    public var failures: [FailureBlock] {
        blocks.compactMap { if case .failure(let failure) = $0 { failure } else { nil } }
    }

    /// The anchors of the cells that failed, in their order.
    public var failedCells: [String] { failures.map(\.anchor) }

    /// Where and why cells failed, a line each: the first five, and how many there are besides.
    public var failureLines: [String] {
        let told = failures.prefix(5).map { Excerpt.whole("\($0.place): \($0.message)") }
        return told + (failures.count > told.count ? ["and \(failures.count - told.count) more"] : [])
    }
}
