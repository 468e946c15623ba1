/// A query.
struct SQLCell: Hashable, Sendable {
    /// The statement, with its option lines as the comments they are.
    let statement: String
    /// The file and the line of the statement's first line.
    let file: String
    let firstLine: Int
    /// Whether there is no statement, which is a fault.
    let isEmpty: Bool
    /// Whether the result is shown as a table; else it is only there for later cells.
    let isShown: Bool
    /// How it is shown.
    let table: TableOptions

    /// Reads a query.
    init(_ options: inout OptionReader, _ fence: Fence) {
        statement = fence.body.map(\.text).joined(separator: "\n")
        file = options.source.owner.file
        firstLine = fence.opening.number + 1
        table = TableOptions(&options)
        isShown = options.flag("show") ?? true
        isEmpty = fence.body.allSatisfy { $0.text.trimmed.isEmpty || $0.option != nil }
        if isEmpty {
            options.missing("there is no statement. Write one 'select …' inside the fence.")
        }
    }
}
