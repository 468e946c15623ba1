public import Dates

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

    /// An executed notebook.
    public init(
        title: String, kind: String, asOf: Day, parameters: [Parameter] = [], syntheticNotice: String? = nil,
        provenance: [Parameter] = [], blocks: [Block] = []
    ) {
        self.title = title
        self.kind = kind
        self.asOf = asOf
        self.parameters = parameters
        self.syntheticNotice = syntheticNotice
        self.provenance = provenance
        self.blocks = blocks
    }

    /// Whether a cell failed: such a report is marked failed in every format and the run ends with an error.
    public var hasFailure: Bool {
        blocks.contains { if case .failure = $0 { true } else { false } }
    }
}
