internal import Input
internal import Yams

/// Reads the options of a cell or of the head one by one, and at the end names those that nobody asked for.
struct OptionReader {
    /// What the options belong to, as `sql cell 'pnl'`.
    let owner: String
    /// Everything wrong so far.
    private(set) var faults: [TemplateFault] = []
    /// The options that were asked for, in order.
    private(set) var known: [String] = []

    /// Entries of a list or mapping: columns, items, rules.
    private static let mostEntries = 100

    let source: YAMLSource
    private let options: [(key: Node, value: Node)]
    /// Whether the options could be read; else nothing is said to be missing.
    private let isRead: Bool

    /// Options in YAML lines.
    init(_ source: YAMLSource, owner: String) {
        self.source = source
        self.owner = owner
        let mapping = source.mapping(of: owner, faults: &faults)
        options = mapping ?? []
        isRead = mapping != nil
    }

    /// Options in a mapping inside other options.
    init(_ mapping: Node.Mapping, in source: YAMLSource, owner: String) {
        self.source = source
        self.owner = owner
        options = Array(mapping)
        isRead = true
    }

    /// The place of an option's value, or of whatever holds the options.
    func place(of name: String) -> Place {
        options.first { $0.key.string == name }.map { source.place(of: $0.value) } ?? source.owner
    }

    /// Whether an option is given.
    func has(_ name: String) -> Bool {
        options.contains { $0.key.string == name }
    }

    /// A fault at an option's value, or at whatever holds the options.
    mutating func fault(_ name: String, _ message: String) {
        fault(at: place(of: name), message)
    }

    /// Something is missing; a fault at whatever holds the options.
    mutating func missing(_ message: String) {
        if isRead { fault(at: source.owner, "\(owner): \(message)") }
    }

    mutating func fault(at place: Place, _ message: String) {
        faults.append(TemplateFault(at: place, message))
    }

    /// A word or words as they are; nil when not given.
    mutating func word(_ name: String) -> Word? {
        guard let node = node(name) else { return nil }
        guard case .scalar(let scalar) = node else {
            fault(at: source.place(of: node), "option '\(name)': write one value.")
            return nil
        }
        return Word(text: scalar.string, place: source.place(of: node))
    }

    /// A word that must be given; nil, with a fault, when it is not.
    mutating func required(_ name: String) -> Word? {
        guard let node = node(name), node.scalar?.string != "" else {
            missing("option '\(name)' is missing.")
            return nil
        }
        return word(name)
    }

    /// Words with places for values; nil when not given.
    mutating func text(_ name: String) -> InterpolatedText? {
        guard let words = word(name) else { return nil }
        return interpolated(words)
    }

    /// Yes or no; nil when not given.
    mutating func flag(_ name: String) -> Bool? {
        guard let word = word(name) else { return nil }
        guard let flag = ParameterValue.flags[word.text.lowercased()] else {
            fault(at: word.place, "option '\(name)': '\(Excerpt.of(word.text))' is neither yes nor no.")
            return nil
        }
        return flag
    }

    /// A whole number in a range; nil when not given.
    mutating func integer(_ name: String, in range: ClosedRange<Int>) -> Int? {
        guard let word = word(name) else { return nil }
        guard let number = Int(word.text), range.contains(number) else {
            fault(
                at: word.place,
                "option '\(name)': '\(Excerpt.of(word.text))' is not a whole number from \(range.lowerBound) to \(range.upperBound)."
            )
            return nil
        }
        return number
    }

    /// A finite number; nil when not given.
    mutating func number(_ name: String) -> Double? {
        guard let word = word(name) else { return nil }
        guard let number = Double(decimal: word.text) else {
            fault(at: word.place, "option '\(name)': '\(Excerpt.of(word.text))' is not a number.")
            return nil
        }
        return number
    }

    /// One of the raw values of a type; nil when not given.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(_ name: String, _ type: Choice.Type) -> Choice?
    where Choice.RawValue == String {
        guard let word = word(name) else { return nil }
        return choice(word, named: name)
    }

    /// Takes over what another reader found wrong.
    mutating func add(_ more: [TemplateFault]) {
        faults += more
    }

    /// Names the options that nobody asked for, and gives everything that is wrong.
    mutating func finish() -> [TemplateFault] {
        for option in options {
            let name = option.key.scalar?.string ?? ""
            guard !known.contains(name) else { continue }
            fault(
                at: source.place(of: option.key),
                "\(owner): there is no option '\(Excerpt.of(name))'. \(Suggestion.text(for: name, among: known))")
        }
        return faults
    }

    /// The value of an option, which is known from now on; nil when not given.
    mutating func node(_ name: String) -> Node? {
        if !known.contains(name) { known.append(name) }
        guard let node = options.first(where: { $0.key.scalar?.string == name })?.value else { return nil }
        let most = OptionReader.entries(of: node)
        guard most <= OptionReader.mostEntries else {
            fault(
                at: source.place(of: node),
                "option '\(name)': \(most) entries are more than \(OptionReader.mostEntries).")
            return nil
        }
        return node
    }

    /// The entries of a list or mapping, or of the longest one inside it.
    private static func entries(of node: Node) -> Int {
        let inner: [Node] =
            switch node {
            case .sequence(let sequence): Array(sequence)
            case .mapping(let mapping): mapping.map(\.value)
            default: []
            }
        return inner.reduce(inner.count) { max($0, entries(of: $1)) }
    }

    /// A word as one of the raw values of a type; nil, with a fault, where it is none.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(_ word: Word, named name: String) -> Choice?
    where Choice.RawValue == String {
        if let choice = Choice(rawValue: word.text) { return choice }
        let names = Choice.allCases.map(\.rawValue)
        fault(
            at: word.place,
            "option '\(name)': '\(Excerpt.of(word.text))' is none. \(Suggestion.text(for: word.text, among: names))"
        )
        return nil
    }

    /// A word with places for values.
    mutating func interpolated(_ word: Word) -> InterpolatedText {
        InterpolatedText(
            word.text, places: BracePlaces(from: word.place, in: source.lines(from: word.place)), faults: &faults)
    }
}
