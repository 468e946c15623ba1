internal import Yams

/// Reads the options of a cell or of the head one by one, and at the end names those that nobody asked for.
struct OptionReader {
    /// What the options belong to, as `sql cell 'pnl'`.
    let owner: String
    /// Everything wrong so far.
    private(set) var faults: [TemplateFault] = []

    private let source: YAMLSource
    private let options: [(key: Node, value: Node)]
    private var known: [String] = []

    /// Options in YAML lines.
    init(_ source: YAMLSource, owner: String) {
        self.source = source
        self.owner = owner
        options = source.mapping(of: owner, faults: &faults) ?? []
    }

    /// Options in a mapping inside other options.
    init(_ mapping: Node.Mapping, in source: YAMLSource, owner: String) {
        self.source = source
        self.owner = owner
        options = Array(mapping)
    }

    /// The template's line of an option, or of whatever holds the options.
    func line(of name: String) -> Int {
        source.fault(options.first { $0.key.string == name }?.value.mark, "").line
    }

    /// A fault at an option.
    mutating func fault(_ name: String, _ message: String) {
        fault(at: options.first { $0.key.string == name }?.value.mark, message)
    }

    /// A word or words as they are; nil when not given.
    mutating func word(_ name: String) -> String? {
        guard let node = node(name) else { return nil }
        guard case .scalar(let scalar) = node else {
            fault(at: node.mark, "option '\(name)': write one value.")
            return nil
        }
        return scalar.string
    }

    /// A word that must be given; empty, with a fault, when it is not.
    mutating func required(_ name: String) -> String {
        guard let node = node(name), node.scalar?.string != "" else {
            faults.append(source.fault(nil, "\(owner): option '\(name)' is missing."))
            return ""
        }
        return word(name) ?? ""
    }

    /// Words with places for values; nil when not given.
    mutating func text(_ name: String) -> InterpolatedText? {
        guard let words = word(name) else { return nil }
        return interpolated(words, at: node(name)?.mark)
    }

    /// Yes or no; nil when not given.
    mutating func flag(_ name: String) -> Bool? {
        guard let word = word(name) else { return nil }
        guard let flag = ParameterValue.flags[word.lowercased()] else {
            fault(name, "option '\(name)': '\(word)' is neither yes nor no.")
            return nil
        }
        return flag
    }

    /// One of the raw values of a type; nil when not given.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(_ name: String, _ type: Choice.Type) -> Choice?
    where Choice.RawValue == String {
        guard let word = word(name) else { return nil }
        return choice(word, named: name, at: node(name)?.mark)
    }

    /// A list of words, or one word; empty when not given.
    mutating func words(_ name: String) -> [String] {
        switch node(name) {
        case nil: return []
        case .scalar(let scalar): return scalar.string.isEmpty ? [] : [scalar.string]
        case .sequence(let sequence) where sequence.allSatisfy({ $0.scalar != nil }):
            return sequence.compactMap { $0.scalar?.string }
        case .some(let node):
            fault(at: node.mark, "option '\(name)': write a list of words, as [trades, pnl].")
            return []
        }
    }

    /// Words with places for values, by name; where a list is given, each word is its own text.
    mutating func texts(_ name: String, listAllowed: Bool = false) -> [Named<InterpolatedText>] {
        if listAllowed, let node = node(name), node.mapping == nil {
            return words(name).map { Named(name: $0, content: InterpolatedText(literal: "")) }
        }
        return entries(name).map { key, node in
            Named(name: key, content: interpolated(node.scalar?.string ?? "", at: node.mark))
        }
    }

    /// One text or a list of texts, by name.
    mutating func textLists(_ name: String) -> [Named<[InterpolatedText]>] {
        guard let node = node(name) else { return [] }
        guard case .mapping(let mapping) = node,
            mapping.allSatisfy({ key, value in
                key.scalar != nil && value.mapping == nil && value.array().allSatisfy { $0.scalar != nil }
            })
        else {
            fault(at: node.mark, "option '\(name)': write 'column: value' or 'column: [value, value]' pairs.")
            return []
        }
        return mapping.map { key, node in
            let nodes = node.scalar.map { [Node.scalar($0)] } ?? node.array()
            return Named(
                name: key.scalar?.string ?? "",
                content: nodes.map { interpolated($0.scalar?.string ?? "", at: $0.mark) })
        }
    }

    /// Raw values of a type by name.
    mutating func choices<Choice: RawRepresentable & CaseIterable>(
        _ name: String, _ type: Choice.Type
    ) -> [Named<Choice>] where Choice.RawValue == String, Choice: Hashable & Sendable {
        entries(name).compactMap { key, node in
            let found: Choice? = choice(node.scalar?.string ?? "", named: name, at: node.mark)
            return found.map { Named(name: key, content: $0) }
        }
    }

    /// Mappings in a list, each with its own reader.
    mutating func items(_ name: String, owner: String) -> [OptionReader] {
        guard let node = node(name) else { return [] }
        guard case .sequence(let sequence) = node, sequence.allSatisfy({ $0.mapping != nil }) else {
            fault(at: node.mark, "option '\(name)': write a list of '- name: value' items.")
            return []
        }
        return sequence.enumerated().compactMap { index, node in
            node.mapping.map { OptionReader($0, in: source, owner: "\(owner), item \(index + 1)") }
        }
    }

    /// Mappings by name, each with its own reader.
    mutating func groups(_ name: String, owner: (String) -> String) -> [(name: String, reader: OptionReader)] {
        guard let node = node(name) else { return [] }
        guard case .mapping(let mapping) = node else {
            fault(at: node.mark, "option '\(name)': write 'name: { … }', one a line.")
            return []
        }
        return mapping.compactMap { key, value in
            guard let key = key.scalar?.string, let inner = value.mapping else {
                fault(at: value.mark, "option '\(name)': write 'name: { … }', one a line.")
                return nil
            }
            return (key, OptionReader(inner, in: source, owner: owner(key)))
        }
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
                at: option.key.mark,
                "\(owner): there is no option '\(name)'. \(Suggestion.text(for: name, among: known))")
        }
        return faults
    }

    private mutating func node(_ name: String) -> Node? {
        if !known.contains(name) { known.append(name) }
        return options.first { $0.key.scalar?.string == name }?.value
    }

    private mutating func entries(_ name: String) -> [(String, Node)] {
        guard let node = node(name) else { return [] }
        guard case .mapping(let mapping) = node,
            mapping.allSatisfy({ $0.key.scalar != nil && $0.value.scalar != nil })
        else {
            fault(at: node.mark, "option '\(name)': write 'name: value' pairs, as { pnl: usd }.")
            return []
        }
        return mapping.map { ($0.key.scalar?.string ?? "", $0.value) }
    }

    private mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ word: String, named name: String, at mark: Mark?
    ) -> Choice? where Choice.RawValue == String {
        if let choice = Choice(rawValue: word) { return choice }
        let names = Choice.allCases.map(\.rawValue)
        fault(at: mark, "option '\(name)': '\(word)' is none. \(Suggestion.text(for: word, among: names))")
        return nil
    }

    private mutating func interpolated(_ text: String, at mark: Mark?) -> InterpolatedText {
        var problems: [InterpolatedText.Fault] = []
        let result = InterpolatedText(text, faults: &problems)
        for problem in problems { fault(at: mark, problem.message) }
        return result
    }

    private mutating func fault(at mark: Mark?, _ message: String) {
        faults.append(source.fault(mark, message))
    }
}
