internal import Metrics

extension PieceMaker {
    /// The table of a dataset or of an earlier cell's result.
    mutating func made(_ cell: TableCell, named name: String) -> Made {
        guard let data = relation(cell.data) else {
            _ = (plain(cell.table.title), plain(cell.table.note))
            return Made()
        }
        var rows = selected(data, cell)
        sort(&rows, by: cell.order)
        let count = rows.rows.count
        if let limit = cell.limit { rows.rows = Array(rows.rows.prefix(limit)) }
        let shown = cell.columns.compactMap { column($0, "select", of: data) }
        let picked = Relation(
            name: data.name, columns: cell.columns.isEmpty ? data.columns : shown.map { data.columns[$0] },
            rows: cell.columns.isEmpty ? rows.rows : rows.rows.map { row in shown.map { row[$0] } })
        let cut = rows.rows.count < count ? "The first \(rows.rows.count) of \(count) rows." : ""
        return made(picked, cell.table, named: name, showing: rows, remark: cut)
    }

    /// The table of rows.
    ///
    /// - Parameters:
    ///   - rows: what is shown.
    ///   - whole: the same rows with all their columns, one of which may hold units.
    ///   - remark: said below in addition.
    mutating func made(
        _ rows: Relation, _ options: TableOptions, named name: String, showing whole: Relation, remark: String = ""
    ) -> Made {
        let columns = self.columns(of: rows, options)
        let rowFormats = self.rowFormats(options.units, of: rows, shownAs: columns, in: whole)
        for highlight in options.highlights { _ = column(highlight.name, "highlight", of: rows) }
        let read = rows.rows.enumerated().map { index, row in
            row.enumerated().map { $1.read(as: rowFormats[$0]?[index] ?? columns[$0].format) }
        }
        let result = Relation(name: rows.name, columns: columns, rows: read)
        let title = self.title(options.title, of: name)
        let note = [plain(options.note), remark].filter { !$0.isEmpty }.joined(separator: " ")
        let totals = self.totals(options.totals, of: result, measuredByRow: Set(rowFormats.keys))
        let block = TableBlock(
            anchor: Anchors.of(cell: name), title: title, note: note, columns: columns, rows: read, totals: totals,
            highlights: options.highlights.map(\.content), emptyText: words(options.emptiness), rowFormats: rowFormats)
        return Made(
            blocks: [.table(block)], relation: Relation(name: name, columns: columns, rows: read), title: title,
            emptiness: read.isEmpty ? options.emptiness : nil)
    }

    /// What is said where there are no rows.
    mutating func words(_ emptiness: Emptiness) -> String {
        emptiness.text.map { plain($0) } ?? "No rows."
    }

    private mutating func columns(of rows: Relation, _ options: TableOptions) -> [TableBlock.Column] {
        var columns = rows.columns
        for named in options.formats {
            guard let index = column(named.name, "columns", of: rows) else { continue }
            let column = columns[index]
            columns[index] = TableBlock.Column(name: column.name, title: column.title, format: named.content)
        }
        for named in options.titles {
            let title = plain(named.content)
            guard let index = column(named.name, "titles", of: rows) else { continue }
            columns[index] = TableBlock.Column(
                name: columns[index].name, title: title, format: columns[index].format)
        }
        return columns
    }

    /// The formats of columns that are measured, row by row, in what another column says.
    private mutating func rowFormats(
        _ units: [Named<Word>], of rows: Relation, shownAs columns: [TableBlock.Column], in whole: Relation
    ) -> [Int: [ValueFormat]] {
        var formats: [Int: [ValueFormat]] = [:]
        for pair in units {
            let measured = column(pair.name, "units", of: rows)
            let unit = column(pair.content, "units", of: whole)
            guard let measured, let unit else { continue }
            // A finer format of the same kind may be asked for all rows, as per cent with two decimals.
            let asked = columns[measured].format
            formats[measured] = whole.rows.enumerated().map { number, row in
                guard let own = format(row[unit], row: number + 1, of: pair.content) else { return asked }
                return own.isPercent && asked.isPercent || own.isMoney && asked.isMoney ? asked : own
            }
        }
        return formats
    }

    /// The format that a value names; nil, for a value that is missing or, with a fault, for one that names none.
    mutating func format(_ value: Value, row: Int, of column: Word) -> ValueFormat? {
        if value.isMissing { return nil }
        let word = ValueFormat.text.text(value)
        if let format = ValueFormat(named: word) { return format }
        fault(
            "column '\(column.text)' has '\(word)' in row \(row), which is neither a format nor a unit. "
                + Suggestion.text(for: word, among: ValueFormat.names), at: column.place)
        return nil
    }
}

extension ValueFormat {
    /// The names of formats, and of the units that no format is called like.
    static let names =
        allCases.map(\.rawValue) + Unit.allCases.map(\.rawValue).filter { ValueFormat(rawValue: $0) == nil }

    /// The format of a name, or the one in which a unit is shown; nil where there is neither.
    init?(named name: String) {
        if let format = ValueFormat(rawValue: name) {
            self = format
        } else if let unit = Unit(rawValue: name) {
            self.init(default: unit)
        } else {
            return nil
        }
    }
}
