/// A table read back from a rendered report.
public struct ReadTable: Equatable, Sendable {
    /// What stands above it.
    public var title: String
    /// The heads of its columns.
    public var heads: [String]
    /// Its cells, totals included.
    public var rows: [[String]]

    /// A table of words.
    public init(title: String, heads: [String], rows: [[String]]) {
        self.title = title
        self.heads = heads
        self.rows = rows
    }
}

/// Words without what the formats must write differently: control characters and runs of white space.
public func plain(_ words: String) -> String {
    let kept = words.unicodeScalars.filter {
        $0.value >= 32 && $0.value != 127 && $0.value != 0xFFFD || $0 == "\n" || $0 == "\t"
    }
    return String(String.UnicodeScalarView(kept)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
