/// Gathers the identifiers of a template.
struct MentionedNames {
    /// Those found, as they are written and in small letters.
    private(set) var all: Set<String> = []

    /// Every identifier in a text: letters, digits and `_`, no digit first.
    mutating func add(_ text: String) {
        for word in text.utf8.split(whereSeparator: { !MentionedNames.isPart($0) }) {
            guard let first = word.first, !(48...57).contains(first) else { continue }
            add(identifier: String(decoding: word, as: UTF8.self))
        }
    }

    /// The names in a text's places for values.
    mutating func add(_ text: InterpolatedText) {
        for reference in text.references {
            for name in reference.path { add(identifier: name) }
        }
    }

    /// SQL does not tell large letters from small ones.
    private mutating func add(identifier name: String) {
        all.insert(name)
        if name.utf8.contains(where: { (65...90).contains($0) }) { all.insert(name.lowercased()) }
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        TemplateParser.isLetterOrDigit(byte) || byte == 95
    }
}
