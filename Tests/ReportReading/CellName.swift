/// Names of cells, as a workbook writes them.
public enum CellName {
    /// The name of a cell; rows and columns count from nought.
    public static func of(_ row: Int, _ column: Int) -> String {
        let letter = { (number: Int) in String(UnicodeScalar(UInt8(65 + number))) }
        return (column < 26 ? letter(column) : letter(column / 26 - 1) + letter(column % 26)) + "\(row + 1)"
    }

    /// The number of a column by its letters, from nought.
    public static func column(_ letters: String) -> Int {
        letters.unicodeScalars.reduce(0) { $0 * 26 + Int($1.value) - 64 } - 1
    }

    /// The row and the letters of a name, in the order in which cells are read: row before column.
    public static func order(_ name: String) -> (row: Int, length: Int, letters: String) {
        let letters = name.prefix { $0.isLetter }
        return (Int(name.dropFirst(letters.count)) ?? 0, letters.count, String(letters))
    }
}
