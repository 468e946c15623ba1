internal import Ledger
internal import Metrics

/// Which rows of a table are shown, in which order, and what they sum up to.
extension PieceMaker {
    /// The rows that a cell asks for, with all their columns.
    mutating func selected(_ data: Relation, _ cell: TableCell) -> Relation {
        var data = data
        for condition in cell.conditions {
            let wanted = condition.content.map { plain($0) }
            guard let index = column(condition.name, "where", of: data) else { continue }
            data.rows = data.rows.filter { wanted.contains(ValueFormat.text.text($0[index])) }
        }
        return data
    }

    /// Puts rows in order; rows that are alike keep theirs. What is missing comes last.
    mutating func sort(_ data: inout Relation, by order: [TableCell.SortKey]) {
        var keys: [(index: Int, isDescending: Bool)] = []
        for key in order {
            if let index = column(key.column, "sort", of: data) { keys.append((index, key.isDescending)) }
        }
        guard !keys.isEmpty else { return }
        data.rows = data.rows.enumerated().sorted { first, second in
            for key in keys {
                let (one, other) = (first.element[key.index], second.element[key.index])
                if one.isMissing != other.isMissing { return other.isMissing }
                if one.precedes(other) { return !key.isDescending }
                if other.precedes(one) { return key.isDescending }
            }
            return first.offset < second.offset
        }.map(\.element)
    }

    /// The last row of a table; nil for none.
    mutating func totals(
        _ names: [Word], of rows: Relation, measuredByRow: Set<Int>
    ) -> [Value?]? {
        var summed: Set<Int> = []
        for name in names {
            guard let index = column(name, "total", of: rows) else { continue }
            if measuredByRow.contains(index) {
                fault(
                    "option 'total': the rows of '\(name.text)' have units of their own and no total.", at: name.place)
            }
            summed.insert(index)
        }
        guard !summed.isEmpty, !rows.rows.isEmpty else { return nil }
        return rows.columns.indices.map { summed.contains($0) ? PieceMaker.total(of: $0, in: rows) : nil }
    }

    /// The sum of a column. Values are added as they are shown, so that whoever adds up the column finds the total, in a
    /// workbook too; for amounts in cents and for counts that is the exact sum.
    private static func total(of index: Int, in rows: Relation) -> Value {
        let format = rows.columns[index].format
        let values = rows.rows.map { $0[index] }
        if format == .usd {
            let amounts = values.compactMap { value -> Money? in
                if case .money(let amount) = value { amount } else { value.number.flatMap { Money(dollars: $0) } }
            }
            return amounts.isEmpty ? .null : .money(amounts.reduce(.zero, +))
        }
        if format == .integer, values.allSatisfy(\.isWholeOrMissing) {
            let counts = values.compactMap { if case .integer(let count) = $0 { count } else { nil } }
            return counts.isEmpty ? .null : .integer(counts.reduce(0, &+))
        }
        let numbers = values.compactMap { format.rounded($0) }
        return numbers.isEmpty ? .null : .number(numbers.reduce(0, +))
    }
}

extension Value {
    /// Whether the value comes before another in ascending order: numbers by size, dates and moments by time, words by
    /// their Unicode scalars; numbers before dates before words.
    func precedes(_ other: Value) -> Bool {
        if let number, let second = other.number { return number < second }
        return switch (self, other) {
        case (.text(let first), .text(let second)):
            first.unicodeScalars.lexicographicallyPrecedes(second.unicodeScalars)
        case (.day(let first), .day(let second)): first < second
        case (.instant(let first), .instant(let second)): first < second
        default: rank < other.rank
        }
    }

    private var rank: Int {
        switch self {
        case .number, .integer, .money, .flag: 0
        case .day: 1
        case .instant: 2
        case .text: 3
        case .undefined, .null: 4
        }
    }
}
