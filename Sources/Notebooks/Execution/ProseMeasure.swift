/// What Markdown becomes beyond its own length, told from its lines before it is read: a table's rows are filled up to the
/// width of its head, every use of a link reference repeats the address, and whoever reads lists goes into each of them.
///
/// What is measured is never less than what there is. In odd Markdown it can be more: code counts like the rest.
struct ProseMeasure {
    /// Lists and quotes inside each other.
    static let depthLimit = 20
    /// Columns of a table.
    static let columnLimit = 100
    /// Cells of a table.
    static let cellLimit = 20_000
    /// Bytes of a word, as of an address. Whoever looks for links and emphasis goes back over a word again and again.
    static let wordLimit = 10_000
    /// Bytes of the addresses and titles of link references, where they are used.
    static let linkLimit = 1_000_000

    /// What is beyond a bound.
    struct Excess: Hashable {
        /// The line, from 0.
        let line: Int
        /// The rule, the value seen and the remedy.
        let message: String
    }

    /// Everything that is beyond a bound: of each the first.
    private(set) var excesses: [Excess] = []
    /// Cells of all tables.
    private(set) var cells = 0
    /// Bytes of link references, if every bracket is the use of the longest.
    var linkBytes: Int { (longestLink?.bytes ?? 0) * brackets }

    private var deepest = 0
    private var isTooDeep = false
    private var isTooLong = false
    private var brackets = 0
    private var longestLink: (line: Int, bytes: Int)?
    private var paragraph = Paragraph()

    /// Lines without a blank one between them.
    private struct Paragraph {
        /// The line below the head of a table, and the widest such line.
        var table: (line: Int, columns: Int)?
        /// Rows of the table with its head.
        var rows = 1
        /// Whether a line begins with a bracket, as a link reference does.
        var hasBracket = false
        /// A link reference, with all that follows it and may be its title.
        var link: (line: Int, bytes: Int)?
    }

    /// Measures Markdown with its values put in.
    init(_ markdown: String) {
        let lines = Array(markdown.utf8).split(separator: 10, omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() {
            // A carriage return ends a line as well; two line ends that stand together are one.
            let whole = line.last == 13 ? line.dropLast() : line
            for part in whole.split(separator: 13, omittingEmptySubsequences: false) { read(part, number) }
        }
        endParagraph()
        if let link = longestLink, linkBytes > ProseMeasure.linkLimit {
            excesses.append(
                Excess(
                    line: link.line,
                    message:
                        "each of the \(brackets) brackets of this prose can stand for the \(link.bytes) bytes of a link "
                        + "reference, which makes \(Allowance.megabytes(linkBytes)) of the "
                        + "\(Allowance.megabytes(ProseMeasure.linkLimit)) that there may be. Shorten the reference, or write "
                        + "the address where it is used, as [words](address)."))
        }
    }

    private mutating func read(_ bytes: ArraySlice<UInt8>, _ number: Int) {
        let line = ProseLine(bytes)
        if line.markers > 0 {
            // What is indented can go on with what is open, and with no more.
            let depth = line.markers + min(line.indent / 2, deepest)
            deepest = max(deepest, depth)
            if depth > ProseMeasure.depthLimit, !isTooDeep {
                isTooDeep = true
                excesses.append(
                    Excess(
                        line: number,
                        message: "lists and quotes stand \(depth) deep inside each other, and up to "
                            + "\(ProseMeasure.depthLimit) are read. Take levels away."))
            }
        }
        readWords(line.rest, number)
        if line.isBlank { return endParagraph() }
        if paragraph.table != nil { paragraph.rows += 1 }
        if let columns = line.tableColumns, columns > paragraph.table?.columns ?? 0 {
            paragraph.table = (paragraph.table?.line ?? number, columns)
        }
        readBrackets(line.rest, number)
    }

    private mutating func readWords(_ text: ArraySlice<UInt8>, _ number: Int) {
        guard text.count > ProseMeasure.wordLimit, !isTooLong else { return }
        let longest = text.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.map(\.count).max() ?? 0
        guard longest > ProseMeasure.wordLimit else { return }
        isTooLong = true
        excesses.append(
            Excess(
                line: number,
                message:
                    "a word has \(longest) bytes, and up to \(ProseMeasure.wordLimit) are read. Put blanks into it."))
    }

    /// Counts brackets, and the bytes of what can be a link reference.
    private mutating func readBrackets(_ text: ArraySlice<UInt8>, _ number: Int) {
        paragraph.hasBracket = paragraph.hasBracket || text.first == UInt8(ascii: "[")
        paragraph.link?.bytes += text.count + 1
        var isEscaped = false
        var previous: UInt8 = 0
        for (index, byte) in zip(text.indices, text) {
            let sign = isEscaped ? 0 : byte
            if sign == UInt8(ascii: "[") { brackets += 1 }
            if sign == UInt8(ascii: ":"), previous == UInt8(ascii: "]"), paragraph.hasBracket, paragraph.link == nil {
                paragraph.link = (number, text.endIndex - index)
            }
            isEscaped = sign == UInt8(ascii: "\\")
            previous = sign
        }
    }

    private mutating func endParagraph() {
        if let table = paragraph.table {
            let cells = table.columns * paragraph.rows
            self.cells += cells
            if table.columns > ProseMeasure.columnLimit || cells > ProseMeasure.cellLimit {
                excesses.append(
                    Excess(
                        line: table.line,
                        message:
                            "this table of \(table.columns) columns and \(paragraph.rows) rows has \(cells) cells; up to "
                            + "\(ProseMeasure.columnLimit) columns and \(ProseMeasure.cellLimit) cells are read. Divide it, or "
                            + "make it a cell 'table'."))
            }
        }
        if let link = paragraph.link, link.bytes > longestLink?.bytes ?? 0 { longestLink = link }
        paragraph = Paragraph()
    }
}
