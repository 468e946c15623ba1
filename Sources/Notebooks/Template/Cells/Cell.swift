/// A fenced cell.
struct Cell: Hashable, Sendable {
    /// A kind of cell. Raw values are the words after the fence.
    enum Kind: String, CaseIterable {
        /// A query of the history and of everything computed before it.
        case sql
        /// A dataset or an earlier cell's result shown.
        case table
        /// A drawing of a dataset or of an earlier cell's result.
        case chart
        /// Big numbers.
        case figures
        /// Rows of verdicts against limits.
        case checks
        /// Markdown under a condition.
        case text
    }

    /// What a cell does.
    enum Content: Hashable, Sendable {
        case sql(SQLCell)
        case table(TableCell)
        case chart(ChartCell)
        case figures(FiguresCell)
        case checks(ChecksCell)
        case text(TextCell)
    }

    /// The name by which later cells see its result, in snake case, unique in the template.
    let name: String
    /// What it does.
    let content: Content
    /// What every cell can be asked for.
    let options: CellOptions

    /// What it is, for a message about its result.
    var noun: String {
        switch content {
        case .sql: "a query"
        case .table: "a table"
        case .chart: "a chart"
        case .figures: "a group of figures"
        case .checks: "a list of checks"
        case .text: "a text"
        }
    }
}
