/// The identifiers of a template: whatever it can need of tables and of single figures is among them, and much else.
public struct MentionedNames: Hashable, Sendable {
    /// Names that can be those of tables: every identifier, as it is written and in small letters.
    public private(set) var tables: Set<String>
    /// Names that can be those of single figures: SQL knows these only as `:name`.
    public private(set) var scalars: Set<String>

    /// Some names; none unless said otherwise.
    public init(tables: Set<String> = [], scalars: Set<String> = []) {
        self.tables = tables
        self.scalars = scalars
    }

    /// The same without single figures of these names, such as a template's own parameters.
    public func leavingOut(scalars names: [String]) -> MentionedNames {
        MentionedNames(tables: tables, scalars: scalars.subtracting(names))
    }

    /// The names in a line of a cell. But for groups of figures, options name columns, and a single figure stands only in
    /// a condition or in a place for a value, or, in SQL, behind a colon.
    mutating func add(_ line: String, of kind: Cell.Kind) {
        let option = line.trimmed.hasPrefix("--|") ? String(line.trimmed.dropFirst(3)).trimmed : line.trimmed
        let isAnywhere = kind == .figures || kind == .text
        add(line, onlyParameters: !isAnywhere && !option.hasPrefix("if:") && !option.contains("{{"))
    }

    /// Every identifier in a text: letters, digits and `_`, no digit first.
    private mutating func add(_ text: String, onlyParameters: Bool) {
        var start: Int?
        let bytes = Array(text.utf8)
        for index in 0...bytes.count {
            if index < bytes.count, MentionedNames.isPart(bytes[index]) {
                start = start ?? index
                continue
            }
            if let first = start, !(48...57).contains(bytes[first]) {
                let isParameter = first > 0 && bytes[first - 1] == UInt8(ascii: ":")
                add(
                    identifier: String(decoding: bytes[first..<index], as: UTF8.self),
                    isScalar: !onlyParameters || isParameter)
            }
            start = nil
        }
    }

    /// The names in a text's places for values.
    mutating func add(_ text: InterpolatedText) {
        for reference in text.references {
            for name in reference.path { add(identifier: name, isScalar: true) }
        }
    }

    /// SQL does not tell large letters from small ones.
    private mutating func add(identifier name: String, isScalar: Bool) {
        var spellings = [name]
        if name.utf8.contains(where: { (65...90).contains($0) }) { spellings.append(name.lowercased()) }
        tables.formUnion(spellings)
        if isScalar { scalars.formUnion(spellings) }
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        TemplateParser.isLetterOrDigit(byte) || byte == 95
    }
}
