internal import Ledger
internal import Metrics

/// Makes tables of relations as a cell's options ask.
struct TableMaker {
    /// What the options' texts can name.
    let names: Names

    /// A relation whose columns are shown as the options ask, values read accordingly.
    func formatted(_ relation: Relation, _ options: TableOptions) throws(CellFault) -> Relation {
        try check(options.formats.map(\.name), "columns", in: relation)
        try check(options.titles.map(\.name), "titles", in: relation)
        try check(options.totals, "total", in: relation)
        try check(options.highlights.map(\.column), "highlight", in: relation)
        var columns: [TableBlock.Column] = []
        for column in relation.columns {
            let title = options.titles.first { $0.name == column.name }
            columns.append(
                TableBlock.Column(
                    name: column.name,
                    title: try title.map { named throws(CellFault) in try names.plain(named.content) }
                        ?? column.title,
                    format: options.formats.first { $0.name == column.name }?.content ?? column.format))
        }
        let rows = relation.rows.map { row in zip(row, columns).map { $0.read(as: $1.format) } }
        return Relation(name: relation.name, columns: columns, rows: rows)
    }

    /// The rows and columns of a relation that a table cell asks for.
    func selected(_ relation: Relation, _ cell: TableCell) throws(CellFault) -> Relation {
        try check(cell.columns, "select", in: relation)
        try check(cell.conditions.map(\.name), "where", in: relation)
        var rows = relation.rows
        for condition in cell.conditions {
            let wanted = try condition.content.map { text throws(CellFault) in try names.plain(text) }
            guard let index = relation.index(of: condition.name) else { continue }
            rows = rows.filter { wanted.contains(ValueFormat.text.text($0[index])) }
        }
        guard !cell.columns.isEmpty else {
            return Relation(name: relation.name, columns: relation.columns, rows: rows)
        }
        let indices = cell.columns.compactMap(relation.index(of:))
        return Relation(
            name: relation.name, columns: indices.map { relation.columns[$0] },
            rows: rows.map { row in indices.map { row[$0] } })
    }

    /// The table of a relation that is formatted already.
    func table(_ relation: Relation, cell name: String, _ options: TableOptions) throws(CellFault) -> TableBlock {
        let title = try names.plain(options.title)
        return TableBlock(
            anchor: Anchors.of(cell: name), title: title.isEmpty ? ColumnNames.title(name) : title,
            note: try names.plain(options.note), columns: relation.columns, rows: relation.rows,
            totals: options.totals.isEmpty || relation.rows.isEmpty ? nil : totals(relation, options.totals),
            highlights: options.highlights, emptyText: try names.plain(options.emptyText))
    }

    /// The sum of each named column. Values are added as they are shown, so that whoever adds up the column finds
    /// the total, in a workbook too; for amounts in cents and for counts that is the exact sum.
    private func totals(_ relation: Relation, _ names: [String]) -> [Value?] {
        relation.columns.enumerated().map { index, column in
            guard names.contains(column.name) else { return nil }
            let values = relation.rows.map { $0[index] }
            if case .usd = column.format {
                let amounts = values.compactMap { value -> Money? in
                    if case .money(let amount) = value { amount } else { value.number.flatMap { Money(dollars: $0) } }
                }
                return amounts.isEmpty ? .null : .money(amounts.reduce(.zero, +))
            }
            if values.allSatisfy(\.isWholeOrMissing), column.format == .integer {
                let counts = values.compactMap { if case .integer(let count) = $0 { count } else { nil } }
                return counts.isEmpty ? .null : .integer(counts.reduce(0, &+))
            }
            let numbers = values.compactMap { column.format.rounded($0) }
            return numbers.isEmpty ? .null : .number(numbers.reduce(0, +))
        }
    }

    private func check(_ columns: [String], _ option: String, in relation: Relation) throws(CellFault) {
        for column in columns where relation.index(of: column) == nil {
            throw CellFault(
                message: "option '\(option)': there is no column '\(column)'. "
                    + Suggestion.text(for: column, among: relation.columns.map(\.name)))
        }
    }
}
