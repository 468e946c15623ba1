/// Takes lines apart into headings, prose and fences.
struct SectionReader {
    /// A part of a template's body.
    enum Section {
        /// A heading with what it says.
        case heading(level: Int, TemplateLine)
        /// Lines of prose; the first and the last hold something.
        case prose([TemplateLine])
        /// A fence, cell or not.
        case fence(Fence)
    }

    private var sections: [Section] = []
    private var prose: [TemplateLine] = []

    /// The sections of lines, in order. Comments for whoever edits the template are left out.
    static func sections(of lines: some Collection<TemplateLine>) -> [Section] {
        var reader = SectionReader()
        var rest = Array(lines)[...]
        while let line = rest.popFirst() { reader.read(line, &rest) }
        reader.endProse()
        return reader.sections
    }

    private mutating func read(_ line: TemplateLine, _ rest: inout ArraySlice<TemplateLine>) {
        if let opening = line.fence {
            endProse()
            sections.append(.fence(SectionReader.fence(line, ticks: opening.ticks, words: opening.words, &rest)))
        } else if line.text.hasPrefix("<!--") {
            endProse()
            var comment = line
            while comment.text.range(of: "-->") == nil, let next = rest.popFirst() { comment = next }
        } else if let heading = line.heading {
            endProse()
            sections.append(.heading(level: heading.level, heading.line))
        } else if !prose.isEmpty || !line.text.trimmed.isEmpty {
            prose.append(line)
        }
    }

    private static func fence(
        _ opening: TemplateLine, ticks: Int, words: [Substring], _ rest: inout ArraySlice<TemplateLine>
    ) -> Fence {
        var body: [TemplateLine] = []
        var isClosed = false
        while !isClosed, let line = rest.popFirst() {
            if let fence = line.fence, fence.ticks >= ticks, fence.words.isEmpty {
                isClosed = true
            } else {
                body.append(line)
            }
        }
        return Fence(opening: opening, words: words.map(String.init), body: body, isClosed: isClosed)
    }

    private mutating func endProse() {
        while prose.last?.text.trimmed.isEmpty == true { prose.removeLast() }
        if !prose.isEmpty { sections.append(.prose(prose)) }
        prose = []
    }
}

/// Lines between two lines of backticks.
struct Fence {
    /// The line that opens it.
    let opening: TemplateLine
    /// The words after the backticks.
    let words: [String]
    /// The lines inside.
    let body: [TemplateLine]
    /// Whether a line closes it; else it goes on to the end.
    let isClosed: Bool

    /// As it stands in the template, and closed.
    var source: String {
        ([opening.text] + body.map(\.text) + [String(opening.text.drop { $0 == " " }.prefix { $0 == "`" })])
            .joined(separator: "\n")
    }

    /// The place of a word after the backticks.
    func place(of word: Int, in file: String) -> Place {
        let text = opening.text
        let info = text.drop { $0 == " " || $0 == "`" }
        let starts = info.split(whereSeparator: \.isWhitespace).map(\.startIndex)
        let index = starts.indices.contains(word) ? starts[word] : text.startIndex
        return Place(
            file: file, line: opening.number,
            column: text.unicodeScalars.distance(from: text.startIndex, to: index) + 1)
    }
}

extension TemplateLine {
    /// The line's text with places for values.
    func interpolated(in file: String, faults: inout [TemplateFault]) -> InterpolatedText {
        [self].interpolated(in: file, faults: &faults)
    }
}

extension [TemplateLine] {
    /// The lines' text with places for values.
    func interpolated(in file: String, faults: inout [TemplateFault]) -> InterpolatedText {
        guard let first else { return InterpolatedText(literal: "") }
        let start = Place(file: file, line: first.number, column: first.indent + 1)
        return InterpolatedText(
            map(\.text).joined(separator: "\n"), places: BracePlaces(from: start, in: self[...]), faults: &faults)
    }
}
