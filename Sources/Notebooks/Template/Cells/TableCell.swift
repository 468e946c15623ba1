/// A dataset or an earlier cell's result shown.
struct TableCell: Hashable, Sendable {
    /// A column by which rows are put in order.
    struct SortKey: Hashable, Sendable {
        let column: Word
        /// Whether the greatest comes first.
        let isDescending: Bool
    }

    /// The most rows that `limit` can ask for.
    static let limits = 1...100_000

    /// The dataset or cell; nil where it is missing.
    let data: Word?
    /// The columns shown, in order; empty for all.
    let columns: [Word]
    /// The rows shown: those that have one of these values in each of these columns.
    let conditions: [Named<[InterpolatedText]>]
    /// By what rows are put in order, the first key first; empty for the order that they have.
    let order: [SortKey]
    /// How many rows are shown; nil for all.
    let limit: Int?
    /// How it is shown.
    let table: TableOptions

    /// Reads a table.
    init(_ options: inout OptionReader) {
        data = options.required("data")
        columns = options.words("select")
        conditions = options.textLists("where")
        order = options.words("sort").map { word in
            let isDescending = word.text.hasPrefix("-")
            return SortKey(
                column: isDescending
                    ? Word(text: String(word.text.dropFirst()), place: word.place.moved(by: 1)) : word,
                isDescending: isDescending)
        }
        limit = options.integer("limit", in: TableCell.limits)
        table = TableOptions(&options)
    }
}
