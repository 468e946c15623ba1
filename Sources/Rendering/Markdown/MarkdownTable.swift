/// A table of GitHub-flavoured Markdown whose columns line up in the source.
struct MarkdownTable {
    /// Which side the cells of a column stand on.
    enum Alignment {
        case left
        case right
    }

    /// Widest cell to which a column is filled up, so that one long note does not move every line.
    private static let widestFill = 48

    /// The head, escaped.
    let head: [String]
    /// One alignment a column.
    let alignments: [Alignment]
    /// The rows, escaped.
    let rows: [[String]]

    /// The lines of the table.
    var lines: [String] {
        let widths = head.indices.map { column in
            let longest = ([head] + rows).map { $0[column].count }.filter { $0 <= Self.widestFill }.max() ?? 0
            return max(longest, 3)
        }
        let rule = zip(widths, alignments).map { width, alignment in
            alignment == .right
                ? String(repeating: "-", count: width - 1) + ":" : String(repeating: "-", count: width)
        }
        return [line(head, widths), line(rule, widths)] + rows.map { line($0, widths) }
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        let filled = cells.indices.map { column in
            let fill = String(repeating: " ", count: max(widths[column] - cells[column].count, 0))
            return alignments[column] == .right ? fill + cells[column] : cells[column] + fill
        }
        return "| " + filled.joined(separator: " | ") + " |"
    }
}
