/// Reads a template line by line: the head, then headings, prose and cells.
struct TemplateParser {
    private let file: String
    private let lines: [TemplateLine]
    private var next = 0
    private var faults: [TemplateFault] = []
    private var pieces: [Template.Piece] = []
    private var prose: [TemplateLine] = []
    private var cellLines: [String: Int] = [:]

    /// A template's text.
    init(_ text: String, file: String) {
        self.file = file
        lines = TemplateLine.lines(of: text)
    }

    /// The template, with everything that is wrong in it.
    mutating func parse() -> Template {
        let head = readHead()
        while next < lines.count { readPiece() }
        flushProse()
        faults += head.faults
        return Template(
            file: file, kind: head.kind, summary: head.summary, parameters: head.parameters, formats: head.formats,
            faults: faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) }, title: head.title, pieces: pieces)
    }

    private mutating func readHead() -> TemplateHead {
        guard lines.first?.text.trimmed == "---" else {
            fault(1, "a template begins with a line '---', its head in YAML, and a line '---'.")
            return TemplateHead()
        }
        guard let end = lines.indices.dropFirst().first(where: { lines[$0].text.trimmed == "---" }) else {
            fault(1, "the head is never closed. Write a line '---' after it.")
            next = lines.count
            return TemplateHead()
        }
        next = end + 1
        let yaml = lines[1..<end].map { YAMLSource.Line(text: $0.text, line: $0.number, indent: 0) }
        return TemplateHead(YAMLSource(file: file, ownerLine: 1, lines: yaml))
    }

    private mutating func readPiece() {
        let line = lines[next]
        next += 1
        if let fence = line.fence {
            readFence(line, ticks: fence.ticks, words: fence.words)
        } else if line.text.hasPrefix("<!--") {
            // A comment for whoever edits the template; nothing of it reaches the report.
            flushProse()
            var comment = line
            while comment.text.range(of: "-->") == nil, next < lines.count {
                comment = lines[next]
                next += 1
            }
        } else if let heading = line.heading {
            flushProse()
            let text = interpolated([TemplateLine(number: line.number, text: heading.text)])
            pieces.append(Template.Piece(line: line.number, content: .heading(level: heading.level, text)))
        } else if line.text.trimmed.isEmpty, prose.isEmpty {
            return
        } else {
            prose.append(line)
        }
    }

    private mutating func readFence(_ opening: TemplateLine, ticks: Int, words: [Substring]) {
        var body: [TemplateLine] = []
        var isClosed = false
        while next < lines.count, !isClosed {
            let line = lines[next]
            next += 1
            if let fence = line.fence, fence.ticks >= ticks, fence.words.isEmpty {
                isClosed = true
            } else {
                body.append(line)
            }
        }
        if !isClosed { fault(opening.number, "this fence is never closed. Write a line '```' after it.") }
        guard let word = words.first, let kind = Cell.Kind(rawValue: String(word)) else {
            readCode(opening, body, words: words)
            return
        }
        flushProse()
        guard words.count == 2 else {
            fault(opening.number, "a cell has a kind and one name, as '```\(word) pnl_by_book'.")
            return
        }
        let name = String(words[1])
        guard TemplateParser.isName(name) else {
            fault(opening.number, "'\(name)' is not a cell's name. Write small letters, digits and '_'.")
            return
        }
        if let first = cellLines[name] {
            fault(opening.number, "there is a cell '\(name)' already, in line \(first). Give each its own name.")
        }
        cellLines[name] = opening.number
        var reader = CellReader(file: file, line: opening.number, lines: body)
        let content = reader.content(kind, name: name)
        faults += reader.faults
        pieces.append(Template.Piece(line: opening.number, content: .cell(Cell(name: name, content: content))))
    }

    /// A fence that is not a cell is code in the prose, unless it looks like a cell whose kind is misspelt.
    private mutating func readCode(_ opening: TemplateLine, _ body: [TemplateLine], words: [Substring]) {
        if words.count > 1 {
            let kinds = Cell.Kind.allCases.map(\.rawValue)
            fault(
                opening.number,
                "'\(words[0])' is not a kind of cell. \(Suggestion.text(for: String(words[0]), among: kinds))")
            return
        }
        flushProse()
        let text = ([opening.text] + body.map(\.text) + ["```"]).joined(separator: "\n")
        pieces.append(Template.Piece(line: opening.number, content: .prose(InterpolatedText(literal: text))))
    }

    private mutating func flushProse() {
        while prose.last?.text.trimmed.isEmpty == true { prose.removeLast() }
        guard let first = prose.first else { return }
        let text = interpolated(prose)
        pieces.append(Template.Piece(line: first.number, content: .prose(text)))
        prose = []
    }

    private mutating func interpolated(_ lines: [TemplateLine]) -> InterpolatedText {
        var problems: [InterpolatedText.Fault] = []
        let text = InterpolatedText(lines.map(\.text).joined(separator: "\n"), faults: &problems)
        for problem in problems {
            var offset = problem.offset
            var index = 0
            while index + 1 < lines.count, offset > lines[index].text.unicodeScalars.count {
                offset -= lines[index].text.unicodeScalars.count + 1
                index += 1
            }
            // A heading's text begins after its signs.
            let source = self.lines[lines[index].number - 1].text
            let indent = source.range(of: lines[index].text).map {
                source.unicodeScalars.distance(from: source.startIndex, to: $0.lowerBound)
            }
            fault(lines[index].number, column: offset + (indent ?? 0) + 1, problem.message)
        }
        return text
    }

    private mutating func fault(_ line: Int, column: Int = 1, _ message: String) {
        faults.append(TemplateFault(file: file, line: line, column: column, message: message))
    }

    /// Whether a text can be the name of a cell or of a parameter: snake case, as SQL and `{{ }}` read it.
    static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, (97...122).contains(first) else { return false }
        return text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
    }
}
