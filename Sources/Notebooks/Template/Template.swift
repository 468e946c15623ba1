/// A notebook's source, read: a head, prose, and cells to be executed in order.
public struct Template: Hashable, Sendable {
    /// The file, as it was named to the parser.
    public let file: String
    /// The kind of report, as in `weekly`.
    public let kind: String
    /// What the report is for; empty for nothing said.
    public let summary: String
    /// What it asks for, in the order of the head.
    public let parameters: [ParameterDeclaration]
    /// The formats that it is rendered in.
    public let formats: [OutputFormat]
    /// Everything wrong in it, by place. A template with faults is not run.
    public let faults: [TemplateFault]

    /// The title, with places for values.
    let title: InterpolatedText
    /// The content, in order.
    let pieces: [Piece]

    /// A piece of the content with the line it begins at.
    struct Piece: Hashable, Sendable {
        let line: Int
        let content: Content
    }

    /// What a piece is.
    enum Content: Hashable, Sendable {
        case heading(level: Int, InterpolatedText)
        case prose(InterpolatedText)
        case cell(Cell)
    }

    /// The title as it is written, with its places for values.
    public var titleSource: String {
        title.segments.map { segment in
            switch segment {
            case .literal(let text): text
            case .value(let reference, _): "{{ \(reference.text) }}"
            }
        }.joined()
    }

    /// The names of the cells, in order.
    public var cellNames: [String] {
        pieces.compactMap { if case .cell(let cell) = $0.content { cell.name } else { nil } }
    }

    /// Reads a template. All faults are collected, by place; a template with faults can be looked at, not run.
    ///
    /// - Parameter file: the name that faults and failures carry, as `templates/weekly-review.md`.
    public static func parse(_ text: String, file: String) -> (template: Template, faults: [TemplateFault]) {
        var parser = TemplateParser(text, file: file)
        let template = parser.parse()
        return (template, template.faults)
    }
}
