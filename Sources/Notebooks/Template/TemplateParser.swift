import Input

/// Reads a template and the partials that it includes: the head, then headings, prose and cells.
struct TemplateParser {
    /// Bytes of a template with all its partials.
    static let sizeLimit = 262_144
    /// Headings, runs of prose and cells of a template with all its partials. The longest that are shipped have some sixty.
    static let pieceLimit = 2000
    /// Faults that are told; whatever has more is no template.
    static let faultLimit = 1000

    let file: String
    let partials: (String) -> Partial
    /// Bytes that partials may still have.
    var bytesLeft = sizeLimit
    /// Where each cell is first written.
    var cellPlaces: [String: Place] = [:]
    /// The texts that were read so far.
    var sources: [Template.Source] = []
    private var faults: [TemplateFault] = []
    private var pieces: [Template.Piece] = []
    private var names = MentionedNames()
    private var isTooLong = false

    /// A parser of one template.
    init(file: String, partials: @escaping (String) -> Partial) {
        self.file = file
        self.partials = partials
    }

    /// The template, with everything that is wrong in it.
    mutating func parse(_ text: String) -> Template {
        var head = TemplateHead()
        if text.utf8.count > bytesLeft {
            fault(
                Place(file: file, line: 1),
                "the template has more than \(TemplateParser.sizeLimit) bytes, which are not read.")
        } else {
            bytesLeft -= text.utf8.count
            sources.append(Template.Source(name: file.split(separator: "/").last.map(String.init) ?? file, text: text))
            let lines = TemplateLine.lines(of: text)[...]
            let body = readHead(lines, into: &head)
            readBody(body, of: Source(file: file, chain: [], conditions: []))
        }
        names.add(head.title)
        let found = head.faults + faults
        return Template(
            file: file, kind: head.kind, summary: head.summary, parameters: head.parameters, formats: head.formats,
            found: found, faults: found.told(of: file), mentionedNames: names, sources: sources,
            parameterNames: head.parameterNames, title: head.title,
            titleWords: head.titleWords ?? Word(text: "", place: Place(file: file, line: 1)), pieces: pieces)
    }

    /// A body that is read: a template's or a partial's.
    struct Source {
        let file: String
        /// The names of the partials around it, outermost first.
        let chain: [String]
        /// What has to hold for anything of it to be shown.
        let conditions: [Condition]
    }

    private mutating func readHead(
        _ lines: ArraySlice<TemplateLine>, into head: inout TemplateHead
    ) -> ArraySlice<TemplateLine> {
        guard lines.first?.text.trimmed == "---" else {
            fault(
                Place(file: file, line: 1),
                "a template begins with a line '---', its head in YAML, and a line '---'.")
            return lines
        }
        guard let end = lines.indices.dropFirst().first(where: { lines[$0].text.trimmed == "---" }) else {
            fault(Place(file: file, line: 1), "the head is never closed. Write a line '---' after it.")
            return []
        }
        head = TemplateHead(YAMLSource(owner: Place(file: file, line: 1), lines: Array(lines[1..<end])))
        return lines[(end + 1)...]
    }

    mutating func readBody(_ lines: ArraySlice<TemplateLine>, of source: Source) {
        for section in SectionReader.sections(of: lines) {
            switch section {
            case .heading(let level, let line):
                let text = line.interpolated(in: source.file, faults: &faults)
                add(.heading(level: level, text), at: Place(file: source.file, line: line.number), in: source)
                names.add(text)
            case .prose(let lines):
                let prose = ProseText(lines, in: source.file, faults: &faults)
                add(.prose(prose), at: Place(file: source.file, line: lines[0].number), in: source)
                names.add(prose.text)
            case .fence(let fence): readFence(fence, of: source)
            }
        }
    }

    private mutating func readFence(_ fence: Fence, of source: Source) {
        let place = Place(file: source.file, line: fence.opening.number)
        if !fence.isClosed { fault(place, "this fence is never closed. Write a line '```' after it.") }
        if fence.words.first == "include" {
            readInclude(fence, at: place, of: source)
        } else if let kind = fence.words.first.flatMap(Cell.Kind.init) {
            readCell(kind, fence, at: place, of: source)
        } else if fence.words.count > 1 {
            // Code has one word at most; this looks like a cell whose kind is misspelt.
            let kinds = Cell.Kind.allCases.map(\.rawValue) + ["include"]
            fault(
                fence.place(of: 0, in: source.file),
                "'\(Excerpt.of(fence.words[0]))' is not a kind of cell. \(Suggestion.text(for: fence.words[0], among: kinds))"
            )
            add(.unread(cell: fence.words[1]), at: place, in: source)
        } else {
            add(.prose(ProseText(code: fence, in: source.file)), at: place, in: source)
        }
    }

    private mutating func readCell(_ kind: Cell.Kind, _ fence: Fence, at place: Place, of source: Source) {
        guard fence.words.count == 2 else {
            fault(place, "a cell has a kind and one name, as '```\(kind.rawValue) pnl_by_book'.")
            return
        }
        let name = fence.words[1]
        guard TemplateParser.isName(name) else {
            fault(
                fence.place(of: 1, in: source.file),
                "'\(Excerpt.of(name))' is not a cell's name. Write small letters, digits and '_', a letter first.")
            return
        }
        if let first = cellPlaces[name] {
            fault(
                fence.place(of: 1, in: source.file),
                "there is a cell '\(Excerpt.of(name))' already, in \(first.words(from: source.file)). Give each its own name."
            )
        } else {
            cellPlaces[name] = place
        }
        var reader = CellReader(fence, at: place)
        let cell = reader.cell(kind, name: name)
        faults += reader.faults
        for line in fence.body { names.add(line.text, of: kind) }
        add(.cell(cell), at: place, in: source, cell.options.conditions)
    }

    mutating func add(
        _ content: Template.Content, at place: Place, in source: Source, _ conditions: [Condition] = []
    ) {
        guard pieces.count < TemplateParser.pieceLimit else {
            if !isTooLong {
                fault(
                    place,
                    "the template has more than \(TemplateParser.pieceLimit) headings, runs of prose and cells, which are "
                        + "not read.")
            }
            isTooLong = true
            return
        }
        pieces.append(Template.Piece(place: place, conditions: source.conditions + conditions, content: content))
    }

    mutating func fault(_ place: Place, _ message: String) {
        faults.append(TemplateFault(at: place, message))
    }

    mutating func add(_ more: [TemplateFault]) {
        faults += more
    }

    /// Whether a text can be the name of a cell or of a parameter: snake case, as SQL and `{{ }}` read it.
    static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, (97...122).contains(first) else { return false }
        return text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
    }
}

extension [TemplateFault] {
    /// The faults that are told, in order, up to a bound.
    func told(of file: String) -> [TemplateFault] {
        let sorted = inOrder(of: file)
        guard sorted.count > TemplateParser.faultLimit else { return sorted }
        let more = sorted.count - TemplateParser.faultLimit
        return sorted.prefix(TemplateParser.faultLimit) + [
            TemplateFault(at: Place(file: file, line: 1), "there are \(more) more faults; mend these first.")
        ]
    }

    /// By place: those of a template's own file first, then those of its partials by name; each fault once.
    private func inOrder(of file: String) -> [TemplateFault] {
        var seen: Set<TemplateFault> = []
        return filter { seen.insert($0).inserted }.enumerated().sorted { first, second in
            let (one, other) = (first.element, second.element)
            if (one.file == file) != (other.file == file) { return one.file == file }
            return (one.file, one.line, one.column, first.offset)
                < (other.file, other.line, other.column, second.offset)
        }.map(\.element)
    }
}
