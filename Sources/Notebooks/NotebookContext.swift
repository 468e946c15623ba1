public import Dates
public import Metrics

/// What a notebook is executed against.
public struct NotebookContext: Sendable {
    /// The date that the report takes for today. SQL's `date('now')` is this date at the exchange's close.
    public var asOf: Day
    /// Computed tables, each name once.
    public var datasets: [Dataset]
    /// Computed figures, each name once.
    public var scalars: [Scalar]
    /// The history's file, read only; nil for a notebook that needs none.
    public var historyPath: String?
    /// The history's tables and views as CREATE statements, by which ``Notebook/check(_:context:)`` reads queries
    /// without the file.
    public var historySchema: [String]
    /// Statements that show the history as it stood at the end of the as-of date: temporary views under the names of
    /// tables and views. With them a query that names the file's own tables (`main.…`) is refused. Empty for the
    /// history as it is.
    public var historyLens: [String]
    /// What the history's views hold, by which the columns of queries find their units.
    public var historyTables: [DatasetDefinition]
    /// Where the figures come from, as label and text, taken over into the document.
    public var provenance: [Document.Parameter]
    /// Said at the top of the report when any figure rests on modelled prices; nil otherwise.
    public var syntheticNotice: String?
    /// What a reader must know before anything else, as label and text, taken over into the document.
    public var facts: [Document.Parameter]
    /// Other reports, as name and relative address, taken over into the document.
    public var links: [Document.Parameter]
    /// Steps of SQLite's machine that one query may take before it is stopped; a count and not a time, so that a
    /// query that passes on one machine passes on all. A million takes some tens of milliseconds.
    public var stepLimit: Int

    /// What a notebook is executed against.
    public init(
        asOf: Day, datasets: [Dataset] = [], scalars: [Scalar] = [], historyPath: String? = nil,
        provenance: [Document.Parameter] = [], syntheticNotice: String? = nil, facts: [Document.Parameter] = [],
        links: [Document.Parameter] = [], stepLimit: Int = 300_000_000, historySchema: [String] = [],
        historyLens: [String] = [], historyTables: [DatasetDefinition] = []
    ) {
        self.asOf = asOf
        self.datasets = datasets
        self.scalars = scalars
        self.historyPath = historyPath
        self.provenance = provenance
        self.syntheticNotice = syntheticNotice
        self.facts = facts
        self.links = links
        self.stepLimit = stepLimit
        self.historySchema = historySchema
        self.historyLens = historyLens
        self.historyTables = historyTables
    }
}
