internal import Metrics

/// Rows with formatted columns under a name: a dataset, or an earlier cell's result.
struct Relation: Hashable {
    let name: String
    var columns: [TableBlock.Column]
    var rows: [[Value]]
    /// Whether the columns' formats tell what they hold, as a dataset's do; a query's follow from its rows.
    private(set) var isTyped = false

    /// Rows with columns that have their formats.
    init(name: String, columns: [TableBlock.Column], rows: [[Value]]) {
        self.name = name
        self.columns = columns
        self.rows = rows
    }

    /// A dataset, each column in the format of its unit. Days that are all whole are shown without a decimal.
    init(_ dataset: Dataset) {
        isTyped = true
        name = dataset.name
        rows = dataset.rows
        columns = dataset.columns.enumerated().map { index, column in
            let isWhole = column.unit == .days && dataset.rows.allSatisfy { $0[index].isWholeOrMissing }
            return TableBlock.Column(
                name: column.name, title: ColumnNames.title(column.name),
                format: isWhole ? .integer : ValueFormat(default: column.unit))
        }
    }

    /// The position of a column; nil when there is none of that name.
    func index(of column: String) -> Int? {
        columns.firstIndex { $0.name == column }
    }

    /// The first row whose first columns have these values, as texts; the first row for none.
    func row(startingWith keys: some Collection<String>) -> [Value]? {
        rows.first { row in zip(keys, row).allSatisfy { key, value in ValueFormat.text.text(value) == key } }
    }

    /// What the first columns hold in the first rows, for a message.
    func firstKeys(_ count: Int) -> [String] {
        rows.prefix(20).map { row in row.prefix(count).map(ValueFormat.text.text).joined(separator: ", ") }
    }
}
