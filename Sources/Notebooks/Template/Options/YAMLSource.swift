internal import Input
internal import Yams

/// Lines of YAML inside a template, with their places in it.
struct YAMLSource {
    /// Mappings and lists inside each other. No option needs five; the parser itself would go on until the stack ends.
    private static let depthLimit = 50

    /// Unicode scalars of a line, without which a search for places in it would take too long.
    private static let lengthLimit = 10_000

    /// The place of whatever holds the YAML, for faults that have no place of their own.
    let owner: Place
    /// The lines, in order.
    let lines: [TemplateLine]

    /// Reads the lines as one mapping; nil, with a fault, where they are something else. Nothing is an empty mapping.
    func mapping(of name: String, faults: inout [TemplateFault]) -> [(key: Node, value: Node)]? {
        if let fault = refusal(of: name) {
            faults.append(fault)
            return nil
        }
        let text = lines.map(\.text).joined(separator: "\n")
        do {
            guard let node = try Yams.compose(yaml: text) else { return [] }
            if case .scalar(let scalar) = node, scalar.string.isEmpty { return [] }
            if case .mapping(let mapping) = node { return Array(mapping) }
            faults.append(fault(node.mark, "\(name): write options as 'name: value', one a line."))
        } catch let error as YamlError {
            let (problem, mark) = YAMLSource.problem(error)
            faults.append(fault(mark, "\(name): this is not YAML: \(problem)."))
        } catch {
            faults.append(fault(nil, "\(name): this is not YAML: \(error)."))
        }
        return nil
    }

    /// The place in the template of a mark in the YAML; the owner's where there is none.
    func place(of mark: Mark?) -> Place {
        guard let mark else { return owner }
        guard lines.indices.contains(mark.line - 1) else {
            // The parser finds an unfinished text after the last line.
            return Place(file: owner.file, line: lines.last?.number ?? owner.line)
        }
        let line = lines[mark.line - 1]
        return Place(file: owner.file, line: line.number, column: mark.column + line.indent)
    }

    /// The place of a value's first character, behind the quote where it has one.
    func place(of node: Node) -> Place {
        let place = place(of: node.mark)
        guard case .scalar(let scalar) = node else { return place }
        return scalar.style == .singleQuoted || scalar.style == .doubleQuoted ? place.moved(by: 1) : place
    }

    /// The lines from that of a place on.
    func lines(from place: Place) -> ArraySlice<TemplateLine> {
        var (low, high) = (lines.startIndex, lines.endIndex)
        while low < high {
            let middle = (low + high) / 2
            if lines[middle].number < place.line { low = middle + 1 } else { high = middle }
        }
        return lines[low...]
    }

    /// A fault at a mark of the YAML.
    func fault(_ mark: Mark?, _ message: String) -> TemplateFault {
        TemplateFault(at: place(of: mark), message)
    }

    /// Why the parser is not even asked: anchors, by which a few lines stand for more values than fit in any memory,
    /// nesting beyond reason, and lines without end.
    private func refusal(of name: String) -> TemplateFault? {
        var depth = 0
        for line in lines {
            let look = YAMLLine(line.text)
            depth += look.opened
            if let column = look.anchor {
                return TemplateFault(
                    at: Place(file: owner.file, line: line.number, column: line.indent + column),
                    "\(name): '&' begins an anchor, which templates do not have. Put the text in quotes.")
            }
            if line.text.unicodeScalars.count > YAMLSource.lengthLimit {
                return TemplateFault(
                    at: Place(file: owner.file, line: line.number, column: line.indent + 1),
                    "\(name): a line of options has up to \(YAMLSource.lengthLimit) characters. Write one option a line."
                )
            }
            if depth > YAMLSource.depthLimit || look.blocks > YAMLSource.depthLimit {
                return TemplateFault(
                    at: Place(file: owner.file, line: line.number, column: line.indent + 1),
                    "\(name): more than \(YAMLSource.depthLimit) values inside each other are no options.")
            }
        }
        return nil
    }

    private static func problem(_ error: YamlError) -> (String, Mark?) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            // libYAML speaks in halves of a sentence, the context first and with a place of its own.
            (context.map { "\($0.text) \(problem)" } ?? problem, mark)
        case .reader(let problem, _, _, _): (problem, nil)
        case .duplicatedKeysInMapping(let duplicates, let context):
            ("'\(duplicates.joined(separator: "', '"))' is written twice", context.mark)
        default: ("it cannot be read", nil)
        }
    }
}
