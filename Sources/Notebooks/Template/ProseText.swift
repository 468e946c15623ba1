/// Markdown of a template, with the place of each of its lines.
struct ProseText: Hashable, Sendable {
    /// The Markdown, with places for values.
    let text: InterpolatedText
    /// Where the lines begin; at least one.
    private let lines: [Place]

    /// Lines of prose; at least one.
    init(_ lines: [TemplateLine], in file: String, faults: inout [TemplateFault]) {
        text = lines.interpolated(in: file, faults: &faults)
        faults += CodePlaces.faults(in: lines, of: file)
        self.lines = lines.map { Place(file: file, line: $0.number, column: $0.indent + 1) }
    }

    /// Code, which holds no values.
    init(code: Fence, in file: String) {
        text = InterpolatedText(literal: code.source)
        lines = ([code.opening] + code.body).map { Place(file: file, line: $0.number) }
    }

    /// The place of a line, counted from 0. Braces that hold a line's end make one of two lines.
    func place(ofLine index: Int) -> Place { lines[min(index, lines.count - 1)] }
}
