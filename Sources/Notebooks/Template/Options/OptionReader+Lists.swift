internal import Yams

/// Options that are lists or mappings.
extension OptionReader {
    /// A list of words, or one word; empty when not given.
    mutating func words(_ name: String) -> [Word] {
        switch node(name) {
        case nil: return []
        case .scalar(let scalar) where scalar.string.isEmpty: return []
        case .some(let node):
            guard let words = words(of: node) else {
                fault(at: source.place(of: node), "option '\(name)': write a list of words, as [trades, pnl].")
                return []
            }
            return words
        }
    }

    /// Raw values of a type in a list, each once; empty when not given. An empty list is a fault: it would ask for nothing.
    mutating func choices<Choice: RawRepresentable & CaseIterable & Equatable>(
        _ name: String, listOf type: Choice.Type
    ) -> [Choice] where Choice.RawValue == String {
        var found: [Choice] = []
        for word in words(name) {
            if let choice: Choice = choice(word, named: name), !found.contains(choice) { found.append(choice) }
        }
        if found.isEmpty, case .sequence(let sequence) = node(name), sequence.isEmpty {
            let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            fault(name, "option '\(name)': the list is empty. Name some of \(names), or leave the option out.")
        }
        return found
    }

    /// Words with places for values, by name; where a list is given, each word is its own text.
    mutating func texts(_ name: String, listAllowed: Bool = false) -> [Named<InterpolatedText>] {
        if listAllowed, let node = node(name), node.mapping == nil {
            return words(name).map { Named(name: $0, content: InterpolatedText(literal: "")) }
        }
        return pairs(name).map { Named(name: $0.name, content: interpolated($0.content)) }
    }

    /// One text or a list of texts, by name.
    mutating func textLists(_ name: String) -> [Named<[InterpolatedText]>] {
        guard let node = node(name) else { return [] }
        guard case .mapping(let mapping) = node,
            mapping.allSatisfy({ key, value in key.scalar != nil && words(of: value) != nil })
        else {
            fault(
                at: source.place(of: node),
                "option '\(name)': write 'column: value' or 'column: [value, value]' pairs.")
            return []
        }
        return mapping.map { key, value in
            Named(name: word(of: key), content: (words(of: value) ?? []).map { interpolated($0) })
        }
    }

    /// Raw values of a type by name.
    mutating func choices<Choice: RawRepresentable & CaseIterable>(
        _ name: String, _ type: Choice.Type
    ) -> [Named<Choice>] where Choice.RawValue == String, Choice: Hashable & Sendable {
        pairs(name).compactMap { pair in
            let found: Choice? = choice(pair.content, named: name)
            return found.map { Named(name: pair.name, content: $0) }
        }
    }

    /// Words by name.
    mutating func pairs(_ name: String) -> [Named<Word>] {
        guard let node = node(name) else { return [] }
        guard case .mapping(let mapping) = node,
            mapping.allSatisfy({ $0.key.scalar != nil && $0.value.scalar != nil })
        else {
            fault(at: source.place(of: node), "option '\(name)': write 'name: value' pairs, as { pnl: usd }.")
            return []
        }
        return mapping.map { Named(name: word(of: $0.key), content: word(of: $0.value)) }
    }

    /// Mappings in a list, each with its own reader.
    mutating func items(_ name: String) -> [OptionReader] {
        guard let node = node(name) else { return [] }
        guard case .sequence(let sequence) = node, sequence.allSatisfy({ $0.mapping != nil }) else {
            fault(at: source.place(of: node), "option '\(name)': write a list of '- name: value' items.")
            return []
        }
        return sequence.enumerated().compactMap { index, node in
            node.mapping.map { inner($0, at: node, owner: "\(owner), item \(index + 1)") }
        }
    }

    /// One mapping with its own reader; nil when not given.
    mutating func group(_ name: String, form: String) -> OptionReader? {
        guard let node = node(name) else { return nil }
        guard case .mapping(let mapping) = node else {
            fault(at: source.place(of: node), "option '\(name)': write \(form).")
            return nil
        }
        return inner(mapping, at: node, owner: "\(owner), option '\(name)'")
    }

    /// Mappings by name, each with its own reader.
    mutating func groups(_ name: String, owner: (String) -> String) -> [(name: Word, reader: OptionReader)] {
        guard let node = node(name) else { return [] }
        guard case .mapping(let mapping) = node else {
            fault(at: source.place(of: node), "option '\(name)': write 'name: { … }', one a line.")
            return []
        }
        return mapping.compactMap { key, value in
            guard key.scalar != nil, let group = value.mapping else {
                fault(at: source.place(of: value), "option '\(name)': write 'name: { … }', one a line.")
                return nil
            }
            let name = word(of: key)
            return (name, inner(group, at: value, owner: owner(name.text)))
        }
    }

    /// A reader of a mapping inside these options; what has no place of its own is said of the mapping's.
    private func inner(_ mapping: Node.Mapping, at node: Node, owner: String) -> OptionReader {
        OptionReader(mapping, in: YAMLSource(owner: source.place(of: node), lines: source.lines), owner: owner)
    }

    private func word(of node: Node) -> Word {
        Word(text: node.scalar?.string ?? "", place: source.place(of: node))
    }

    /// The words of a list, or one word; nil for anything else.
    private func words(of node: Node) -> [Word]? {
        switch node {
        case .scalar: [word(of: node)]
        case .sequence(let sequence) where sequence.allSatisfy({ $0.scalar != nil }): sequence.map { word(of: $0) }
        default: nil
        }
    }
}
