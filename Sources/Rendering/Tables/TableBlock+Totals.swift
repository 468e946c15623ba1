internal import Metrics
internal import Notebooks

extension TableBlock {
    /// The texts of the last row, one a column: totals, `Total` in the first column when that has none, else
    /// nothing; nil for a table without totals.
    var totalTexts: [String]? {
        guard let totals else { return nil }
        return columns.indices.map { column in
            guard totals.indices.contains(column), let total = totals[column] else {
                return column == 0 ? "Total" : ""
            }
            return columns[column].format.text(total)
        }
    }
}
