/// A dataset's stable name and columns with what they mean: the interface to notebooks, `--json` and people's SQL.
public struct DatasetDefinition: Hashable, Sendable {
    /// One column.
    public struct Column: Hashable, Sendable {
        /// The stable name.
        public let name: String
        /// What its values are measured in.
        public let unit: Unit
        /// What it means, in a sentence without a full stop.
        public let definition: String

        /// A column with its meaning.
        public init(_ name: String, _ unit: Unit, _ definition: String) {
            self.name = name
            self.unit = unit
            self.definition = definition
        }
    }

    /// The stable name.
    public let name: String
    /// What a row is, which rows there are and in which order.
    public let definition: String
    /// Columns, in order.
    public let columns: [Column]

    /// A dataset with its meaning.
    public init(_ name: String, _ definition: String, _ columns: [Column]) {
        self.name = name
        self.definition = definition
        self.columns = columns
    }

    /// The dataset with these rows.
    public func dataset(_ rows: [[Value]]) -> Dataset {
        Dataset(name: name, columns: columns.map { Dataset.Column($0.name, $0.unit) }, rows: rows)
    }
}
