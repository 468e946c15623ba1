/// What can be seen of a line of YAML before a parser is asked. Parsers follow anchors, by which a few lines stand for more values than
/// fit in any memory, and nesting until the stack ends.
public struct YAMLLine {
    /// The column, from 1, of a `&name` where a value could begin; nil where there is none.
    public let anchor: Int?
    /// How many brackets it opens and leaves open, less those that it closes.
    public let opened: Int
    /// How deep its first word stands.
    public let blocks: Int

    /// Looks at a line, without its end.
    public init(_ line: some StringProtocol) {
        var previous: Unicode.Scalar = ":"
        var isTag = false
        var opened = 0
        // Every level of a block takes a sign or a column.
        var blocks = 0
        var isIndent = true
        var hasQuote = false
        var isSpaced = true
        for (index, scalar) in line.unicodeScalars.enumerated() {
            // What follows is a comment, unless it stands in quotes.
            if scalar == "#", isSpaced, !hasQuote { break }
            if scalar == "&", isTag || "?:-,[{".unicodeScalars.contains(previous) {
                (anchor, self.opened, self.blocks) = (index + 1, 0, 0)
                return
            }
            if scalar == "!", "?:-,[{".unicodeScalars.contains(previous) { isTag = true }
            if scalar == "[" || scalar == "{" { opened += 1 }
            if scalar == "]" || scalar == "}" { opened -= 1 }
            isIndent = isIndent && " -?:".unicodeScalars.contains(scalar)
            if isIndent, scalar != " " || index.isMultiple(of: 4) { blocks += 1 }
            if scalar == "'" || scalar == "\"" { hasQuote = true }
            isSpaced = scalar == " " || scalar == "\t"
            if !isSpaced { previous = scalar }
        }
        (anchor, self.opened, self.blocks) = (nil, opened, blocks)
    }
}
