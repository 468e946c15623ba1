internal import Yams

/// Lines of YAML inside a template, with their places in it.
struct YAMLSource {
    /// A line's text and where it begins in the template.
    struct Line {
        let text: String
        let line: Int
        /// Unicode scalars before the text in the template's line.
        let indent: Int
    }

    /// The template's file.
    let file: String
    /// The line of whatever holds the YAML, for faults that have no place of their own.
    let ownerLine: Int
    /// The lines, in order.
    let lines: [Line]

    /// Reads the lines as one mapping; nil, with a fault, where they are something else. Nothing is an empty mapping.
    func mapping(of owner: String, faults: inout [TemplateFault]) -> [(key: Node, value: Node)]? {
        for line in lines {
            if let column = YAMLSource.anchor(in: line.text) {
                faults.append(
                    TemplateFault(
                        file: file, line: line.line, column: line.indent + column,
                        message: "\(owner): '&' begins an anchor, which templates do not have. Put the text in quotes.")
                )
                return nil
            }
        }
        let text = lines.map(\.text).joined(separator: "\n")
        do {
            guard let node = try Yams.compose(yaml: text) else { return [] }
            if case .scalar(let scalar) = node, scalar.string.isEmpty { return [] }
            if case .mapping(let mapping) = node { return Array(mapping) }
            faults.append(fault(node.mark, "\(owner): write options as 'name: value', one a line."))
        } catch let error as YamlError {
            let (problem, mark) = YAMLSource.problem(error)
            faults.append(fault(mark, "\(owner): this is not YAML: \(problem)."))
        } catch {
            faults.append(fault(nil, "\(owner): this is not YAML: \(error)."))
        }
        return nil
    }

    /// A fault at a place of the YAML.
    func fault(_ mark: Mark?, _ message: String) -> TemplateFault {
        guard let mark, lines.indices.contains(mark.line - 1) else {
            // The parser finds an unfinished text after the last line.
            let line = mark == nil ? ownerLine : lines.last?.line ?? ownerLine
            return TemplateFault(file: file, line: line, column: 1, message: message)
        }
        let line = lines[mark.line - 1]
        return TemplateFault(file: file, line: line.line, column: mark.column + line.indent, message: message)
    }

    /// The column of a `&name` where a value could begin. Anchors let a few lines stand for more values than fit in
    /// any memory, and no option needs one.
    private static func anchor(in line: String) -> Int? {
        var previous: Unicode.Scalar = ":"
        var isTag = false
        for (index, scalar) in line.unicodeScalars.enumerated() {
            if scalar == "&", isTag || "?:-,[{".unicodeScalars.contains(previous) { return index + 1 }
            if scalar == "!", "?:-,[{".unicodeScalars.contains(previous) { isTag = true }
            if scalar != " ", scalar != "\t" { previous = scalar }
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
