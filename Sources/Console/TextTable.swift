/// Aligned columns for a console.
public struct TextTable: Sendable {
    /// To which side a column's texts are pushed.
    public enum Alignment: Sendable {
        /// Words.
        case left
        /// Numbers.
        case right
    }

    private let alignments: [Alignment]
    private var rows: [[String]] = []

    /// A table whose columns are aligned so; a row may have fewer columns than that.
    public init(_ alignments: [Alignment]) {
        self.alignments = alignments
    }

    /// Adds a row below the others.
    public mutating func add(_ cells: String...) {
        rows.append(cells)
    }

    /// The rows, two spaces between the columns, no blanks at the ends of lines.
    public var text: String {
        var widths = [Int](repeating: 0, count: alignments.count)
        for row in rows {
            for (column, cell) in row.enumerated() where column < widths.count {
                widths[column] = max(widths[column], Self.width(cell))
            }
        }
        return rows.map { row in
            var line = ""
            for (column, cell) in row.enumerated() {
                let blanks = String(
                    repeating: " ", count: max(0, (column < widths.count ? widths[column] : 0) - Self.width(cell)))
                let isRight = column < alignments.count && alignments[column] == .right
                line += (column == 0 ? "" : "  ") + (isRight ? blanks + cell : cell + blanks)
            }
            while line.last == " " { line.removeLast() }
            return line
        }.joined(separator: "\n")
    }

    /// Columns on the screen: characters without the colour sequences around them.
    private static func width(_ text: String) -> Int {
        var count = 0
        var isEscaped = false
        for character in text {
            if character == "\u{1B}" {
                isEscaped = true
            } else if isEscaped {
                if character == "m" { isEscaped = false }
            } else {
                count += 1
            }
        }
        return count
    }
}
