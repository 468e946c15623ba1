/// A named table with typed cells: the form in which notebooks, `--json` and people's SQL see every figure.
public struct Dataset: Hashable, Sendable {
    /// A column with its stable name.
    public struct Column: Hashable, Sendable {
        /// The stable name, in snake case.
        public let name: String
        /// What its numbers are measured in.
        public let unit: Unit

        /// A column of a unit.
        public init(_ name: String, _ unit: Unit) {
            self.name = name
            self.unit = unit
        }
    }

    /// The stable name.
    public let name: String
    /// Columns, in order.
    public let columns: [Column]
    /// Rows; each has one value a column.
    public var rows: [[Value]]

    /// A table; every row must have one value for each column.
    public init(name: String, columns: [Column], rows: [[Value]] = []) {
        precondition(rows.allSatisfy { $0.count == columns.count }, "a row of \(name) has not one value a column")
        self.name = name
        self.columns = columns
        self.rows = rows
    }

    /// The position of a column; nil when there is none of that name.
    public func index(of column: String) -> Int? {
        columns.firstIndex { $0.name == column }
    }
}
