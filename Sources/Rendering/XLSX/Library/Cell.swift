/// A place on a sheet; rows and columns are counted from zero.
struct Cell: Hashable {
    /// The last row that a sheet has.
    static let lastRow = 1_048_575
    /// The last column that a sheet has.
    static let lastColumn = 16_383

    /// The row.
    var row: Int
    /// The column.
    var column: Int

    /// The cell of a row and a column.
    init(_ row: Int, _ column: Int) {
        self.row = row
        self.column = column
    }

    /// The name that formulas use, as `B5`.
    var name: String { "\(Self.letters(column))\(row + 1)" }

    /// The name that stays when a formula is copied, as `$B$5`.
    var fixedName: String { "$\(Self.letters(column))$\(row + 1)" }

    /// Whether a sheet has such a cell.
    var isOnSheet: Bool { (0...Self.lastRow).contains(row) && (0...Self.lastColumn).contains(column) }

    /// The letters of a column: `A`, `Z`, `AA`.
    static func letters(_ column: Int) -> String {
        var rest = column
        var letters = ""
        repeat {
            letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return letters
    }
}

/// A rectangle of cells.
struct CellRange: Hashable {
    /// The upper left cell.
    let first: Cell
    /// The lower right cell.
    let last: Cell

    /// The cells between two corners.
    init(_ first: Cell, _ last: Cell) {
        self.first = first
        self.last = last
    }

    /// Some rows of one column.
    init(column: Int, rows: ClosedRange<Int>) {
        self.init(Cell(rows.lowerBound, column), Cell(rows.upperBound, column))
    }

    /// The name that formulas use, as `B5:B9`.
    var name: String { "\(first.name):\(last.name)" }

    /// How many rows there are.
    var rowCount: Int { last.row - first.row + 1 }

    /// How many columns there are.
    var columnCount: Int { last.column - first.column + 1 }

    /// Whether both corners are on a sheet, and in order.
    var isOnSheet: Bool { first.isOnSheet && last.isOnSheet && rowCount > 0 && columnCount > 0 }

    /// Whether two rectangles have a cell in common.
    func overlaps(_ other: CellRange) -> Bool {
        first.row <= other.last.row && other.first.row <= last.row && first.column <= other.last.column
            && other.first.column <= last.column
    }
}
