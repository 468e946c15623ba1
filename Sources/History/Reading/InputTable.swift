public import Dates
public import Ledger

/// What a table held on an evening: how many rows, of which span, with which sums, and a digest over all of it. By these a
/// report says what it was made from, and an auditor finds which table is not what it was.
public struct InputTable: Hashable, Sendable {
    /// The table.
    public let name: String
    /// Its rows.
    public let rows: Int
    /// The first date in it; nil where it has none.
    public let first: Day?
    /// The last date in it.
    public let last: Day?
    /// Control totals by name, such as `pnl`, exact.
    public let totals: [String: Money]
    /// SHA-256 over every row, in the order of the primary key; nil for a table whose rows are only counted.
    public let digest: String?

    /// What a table held.
    public init(name: String, rows: Int, first: Day?, last: Day?, totals: [String: Money], digest: String?) {
        self.name = name
        self.rows = rows
        self.first = first
        self.last = last
        self.totals = totals
        self.digest = digest
    }
}
