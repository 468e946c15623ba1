/// Finds, one after the other, the places of `{{` in the lines that a text was read from.
///
/// A text in YAML may be quoted, folded or indented, so that its characters stand elsewhere than in the source; but
/// every `{{` in it is one of the source, in the same order.
struct BracePlaces {
    private let start: Place
    private let lines: ArraySlice<TemplateLine>
    private var line: Int
    /// Unicode scalars of the line that have been looked at.
    private var offset: Int
    private var scalars: [Unicode.Scalar]

    /// The places from one on.
    ///
    /// - Parameter lines: the lines of the template from that place's on.
    init(from start: Place, in lines: ArraySlice<TemplateLine>) {
        self.start = start
        self.lines = lines
        line = lines.startIndex
        scalars = lines.first.map { Array($0.text.unicodeScalars) } ?? []
        offset = max(0, start.column - 1 - (lines.first?.indent ?? 0))
    }

    /// The place of the next `{{`; the first place of all where there is none, as when the braces are written as
    /// escapes.
    mutating func next() -> Place {
        while line < lines.endIndex {
            while offset + 1 < scalars.count {
                if scalars[offset] == "{", scalars[offset + 1] == "{" {
                    let column = lines[line].indent + offset + 1
                    offset += 2
                    return Place(file: start.file, line: lines[line].number, column: column)
                }
                offset += 1
            }
            line += 1
            offset = 0
            scalars = line < lines.endIndex ? Array(lines[line].text.unicodeScalars) : []
        }
        return start
    }
}
