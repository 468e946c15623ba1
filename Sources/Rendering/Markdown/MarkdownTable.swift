/// A table of GitHub-flavoured Markdown whose columns line up in the source.
///
/// Columns are as wide as a whole number of steps, so that a value that is longer by a digit changes its own line and
/// not every line of the table: a reader of a diff sees what changed.
struct MarkdownTable {
    /// Which side the cells of a column stand on.
    enum Alignment {
        case left
        case right
    }

    /// Widest cell to which a column is filled up, so that one long note does not move every line.
    private static let widestFill = 48
    /// Widths are multiples of this.
    private static let step = 8

    /// The head, escaped.
    let head: [String]
    /// One alignment a column.
    let alignments: [Alignment]
    /// The rows, escaped.
    let rows: [[String]]
    /// Columns of money, which are as wide as any amount of a desk, marked or not: `**-$12,345.67**`.
    var money: Set<Int> = []

    /// The table, one row a line.
    var text: String { lines.joined(separator: "\n") }

    /// The lines of the table.
    var lines: [String] {
        let lengths = ([head] + rows).map { $0.map(Self.length) }
        let widths = head.indices.map { column in
            let least = money.contains(column) ? 2 * Self.step : 1
            let widest = lengths.reduce(least) { $1[column] <= Self.widestFill ? max($0, $1[column]) : $0 }
            return (widest + Self.step - 1) / Self.step * Self.step
        }
        let rule = zip(widths, alignments).map { width, alignment in
            alignment == .right
                ? String(repeating: "-", count: width - 1) + ":" : String(repeating: "-", count: width)
        }
        var result = [line(head, lengths[0], widths), line(rule, widths, widths)]
        result.reserveCapacity(rows.count + 2)
        for (row, lengths) in zip(rows, lengths.dropFirst()) { result.append(line(row, lengths, widths)) }
        return result
    }

    private func line(_ cells: [String], _ lengths: [Int], _ widths: [Int]) -> String {
        var line = "|"
        for column in cells.indices {
            let fill = String(repeating: " ", count: max(widths[column] - lengths[column], 0))
            line += " "
            if alignments[column] == .right { line += fill }
            line += cells[column]
            if alignments[column] == .left { line += fill }
            line += " |"
        }
        return line
    }

    /// Characters that a reader sees; bytes where these are the same, which is quicker to know.
    private static func length(_ cell: String) -> Int {
        cell.utf8.allSatisfy { $0 < 128 } ? cell.utf8.count : cell.count
    }
}
