import Input
import Yams

/// The text of a settings file on its way to a tree: what no parser should be asked to read is refused first, and what it says of the
/// rest is put into the product's own words, with the line.
struct SettingsText {
    /// Mappings and lists inside each other; no setting needs six.
    private static let depthLimit = 50
    /// Characters of a line.
    private static let lengthLimit = 10_000

    private let text: String
    private let file: String
    private var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    init(_ text: String, file: String) {
        self.text = text
        self.file = file
    }

    /// Faults in the order of their lines.
    func error(_ faults: [SettingsError.Fault]) -> SettingsError {
        SettingsError(file: file, faults: faults.sorted { $0.line < $1.line })
    }

    /// The tree; nil for a text in which nothing stands.
    func composed() throws -> Node? {
        if let refusal { throw error([refusal]) }
        do {
            return try Yams.compose(yaml: text)
        } catch let error as YamlError {
            throw self.error([fault(error)])
        }
    }

    private var refusal: SettingsError.Fault? {
        func fault(_ number: Int, _ message: String) -> SettingsError.Fault {
            SettingsError.Fault(line: number, message: message)
        }
        var depth = 0
        for (number, line) in zip(1..., lines) {
            if let scalar = line.unicodeScalars.first(where: { $0.value < 0x20 && $0 != "\t" && $0 != "\r" }) {
                return fault(number, "holds the control character \(Excerpt.of(String(scalar))); take it out")
            }
            guard line.unicodeScalars.count <= Self.lengthLimit else {
                return fault(number, "has more than \(Self.lengthLimit) characters; write one setting a line")
            }
            let look = YAMLLine(line)
            depth += look.opened
            if look.anchor != nil {
                return fault(number, "'&' begins an anchor, which settings do not have; put the text in quotes")
            }
            guard depth <= Self.depthLimit, look.blocks <= Self.depthLimit else {
                return fault(number, "more than \(Self.depthLimit) values inside each other are no settings")
            }
        }
        return nil
    }

    private func fault(_ error: YamlError) -> SettingsError.Fault {
        let (line, problem): (Int, String) =
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                (mark.line, problem)
            case .duplicatedKeysInMapping(let keys, let context):
                (second(keys.first ?? "", from: context.mark), "the key '\(Excerpt.of(keys.first ?? ""))' stands twice")
            case .reader(let problem, let offset, _, _):
                (1 + text.utf8.prefix(offset ?? 0).count { $0 == UInt8(ascii: "\n") }, problem)
            default: (1, "it cannot be read")
            }
        // The parser finds an unfinished text after the last line.
        return SettingsError.Fault(line: min(line, lines.count), message: "not valid YAML: \(problem)")
    }

    /// The line of a key's second place in a mapping, of which the parser tells only where it begins.
    private func second(_ key: String, from mark: Mark) -> Int {
        let places = zip(1..., lines).dropFirst(mark.line - 1).filter { _, line in
            let words = line.drop { $0 == " " }
            return words.hasPrefix(key) && words.dropFirst(key.count).drop { $0 == " " }.hasPrefix(":")
        }
        guard let first = places.first else { return mark.line }
        let indent = first.1.prefix { $0 == " " }.count
        return places.dropFirst().first { $0.1.prefix { $0 == " " }.count == indent }?.0 ?? mark.line
    }
}
