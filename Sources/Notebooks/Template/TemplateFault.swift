/// Something wrong in a template, with its place. All faults of a template are collected.
public struct TemplateFault: Hashable, Sendable, CustomStringConvertible {
    /// The template's file, as it was named to the parser.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// The column in characters, from 1.
    public let column: Int
    /// What is wrong and what to write instead.
    public let message: String

    /// A fault at a place.
    public init(file: String, line: Int, column: Int, message: String) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
    }

    /// `templates/weekly-review.md:12:5: message`.
    public var description: String { "\(file):\(line):\(column): \(message)" }
}
