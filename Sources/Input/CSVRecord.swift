/// One record of a CSV file: its fields, unquoted, and where each began.
public struct CSVRecord: Hashable, Sendable {
    /// One field of a record.
    public struct Field: Hashable, Sendable {
        /// The text without the quotes around it.
        public let text: String
        /// Line on which it begins, from 1.
        public let line: Int
        /// Byte within the line at which it begins, from 1.
        public let column: Int

        /// A field and where it begins.
        public init(text: String, line: Int, column: Int) {
            self.text = text
            self.line = line
            self.column = column
        }
    }

    /// Line on which the record begins, from 1.
    public let line: Int
    /// Its fields, at least one.
    public let fields: [Field]

    /// A record that begins on a line.
    public init(line: Int, fields: [Field]) {
        self.line = line
        self.fields = fields
    }
}
