/// A place in a text file, written `bars.csv:17:12`.
public struct SourcePosition: Hashable, Sendable {
    /// The file's name as a person would look for it.
    public let file: String
    /// Line, from 1.
    public let line: Int
    /// Byte within the line, from 1; 0 where the fault concerns the whole line.
    public let column: Int

    /// A place in a file.
    public init(file: String, line: Int, column: Int = 0) {
        self.file = file
        self.line = line
        self.column = column
    }
}

extension SourcePosition: CustomStringConvertible {
    /// `bars.csv:17:12`, or `bars.csv:17` for a whole line.
    public var description: String {
        column > 0 ? "\(file):\(line):\(column)" : "\(file):\(line)"
    }
}
