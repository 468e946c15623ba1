internal import Metrics

/// Rows with formatted columns under a name: a dataset, or an earlier cell's result.
struct Relation: Hashable {
    let name: String
    let columns: [TableBlock.Column]
    let rows: [[Value]]

    /// Rows with columns that have their formats.
    init(name: String, columns: [TableBlock.Column], rows: [[Value]]) {
        self.name = name
        self.columns = columns
        self.rows = rows
    }

    /// A dataset, each column in the format of its unit. Days that are all whole are shown without a decimal.
    init(_ dataset: Dataset) {
        name = dataset.name
        rows = dataset.rows
        columns = dataset.columns.enumerated().map { index, column in
            let isWhole = dataset.rows.allSatisfy { row in
                switch row[index] {
                case .integer, .null, .undefined: true
                default: false
                }
            }
            let format = column.unit == .days && isWhole ? .integer : ValueFormat(default: column.unit)
            return TableBlock.Column(name: column.name, title: ColumnNames.title(column.name), format: format)
        }
    }

    /// The position of a column; nil when there is none of that name.
    func index(of column: String) -> Int? {
        columns.firstIndex { $0.name == column }
    }
}
