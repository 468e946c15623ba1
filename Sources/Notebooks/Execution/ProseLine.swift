/// The beginning of a line of Markdown, as far as it opens or goes on with lists and quotes (CommonMark 0.29, 5.1 and 5.2).
struct ProseLine {
    /// Signs of items and quotes: `>`, `-`, `+`, `*`, `1.` and `1)`.
    let markers: Int
    /// Columns of white space before and between them, less the one that belongs to each sign.
    let indent: Int
    /// What follows.
    let rest: ArraySlice<UInt8>

    /// Reads a line without its end.
    init(_ line: ArraySlice<UInt8>) {
        var rest = line
        var markers = 0
        var indent = 0
        while true {
            while let blank = rest.first, ProseLine.isBlank(blank) {
                // A tab leads to the next column that four divides.
                indent += blank == UInt8(ascii: "\t") ? 4 : 1
                rest = rest.dropFirst()
            }
            guard let width = ProseLine.marker(rest) else { break }
            rest = rest.dropFirst(width)
            markers += 1
            if rest.first == UInt8(ascii: " ") { rest = rest.dropFirst() }
        }
        self.markers = markers
        self.indent = indent
        self.rest = rest
    }

    /// Whether nothing stands in the line, in a quote or not. Such a line ends a paragraph and a table.
    var isBlank: Bool { rest.isEmpty }

    /// The columns of a table that begins with the line, where it can be the one of dashes below a head; else nil. A
    /// single column needs no such sign, and its rows are not filled up.
    var tableColumns: Int? {
        let signs = "|:-".utf8
        guard rest.contains(UInt8(ascii: "|")), rest.allSatisfy({ signs.contains($0) || ProseLine.isBlank($0) }) else {
            return nil
        }
        return rest.split(separator: UInt8(ascii: "|")).count { !$0.allSatisfy(ProseLine.isBlank) }
    }

    /// The bytes of the sign that a text begins with, without white space; nil where it begins otherwise.
    private static func marker(_ text: ArraySlice<UInt8>) -> Int? {
        guard let first = text.first else { return nil }
        if first == UInt8(ascii: ">") { return 1 }
        let digits = text.prefix { (48...57).contains($0) }.count
        let sign = digits == 0 ? "-+*" : ".)"
        let after = text.dropFirst(digits)
        guard let last = after.first, sign.utf8.contains(last), digits < 10 else { return nil }
        return after.dropFirst().first.map(isBlank) ?? true ? digits + 1 : nil
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}
