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
    /// All of its faults, also those beyond the number that is told.
    let found: [TemplateFault]
    /// Everything wrong in it, by place. A template with faults is not run.
    public let faults: [TemplateFault]
    /// Every identifier in its cells and places for values.
    public let mentionedNames: MentionedNames

    /// The texts that it was read from: its own file, then the partials, each once, in the order of their first use.
    public let sources: [Source]

    /// One of the texts that a template was read from.
    public struct Source: Hashable, Sendable {
        /// The file's name below the folder of templates, as `weekly-review.md` or `partials/growth.md`.
        public let name: String
        /// What stands in it.
        public let text: String
    }

    /// The names of the parameters, with their places.
    let parameterNames: [Word]
    /// The title, with places for values.
    let title: InterpolatedText
    /// The title as it is written.
    let titleWords: Word
    /// The content, in order, partials put in.
    let pieces: [Piece]

    /// A piece of the content.
    struct Piece: Hashable, Sendable {
        /// Where it begins.
        let place: Place
        /// What has to hold for it to be shown.
        let conditions: [Condition]
        let content: Content
    }

    /// What a piece is.
    enum Content: Hashable, Sendable {
        case heading(level: Int, InterpolatedText)
        case prose(ProseText)
        case cell(Cell)
        /// A cell of a name, or a partial, that could not be read; nil for a partial.
        case unread(cell: String?)
    }

    /// The title as it is written, with its places for values.
    public var titleSource: String { titleWords.text }

    /// The names of the cells, in order.
    public var cellNames: [String] {
        pieces.compactMap { if case .cell(let cell) = $0.content { cell.name } else { nil } }
    }

    /// A fault for each parameter that is called like a computed figure, which could not be named any more. `week` may be a
    /// week: the figure is the one that is asked for.
    public func faults(ofParametersCalledLike scalars: some Sequence<String>) -> [TemplateFault] {
        var taken = Set(scalars)
        if parameters.contains(where: { $0.name == "week" && $0.type == .week }) { taken.remove("week") }
        return parameterNames.filter { taken.contains($0.text) }.map {
            TemplateFault(at: $0.place, "'\($0.text)' is a computed figure. Give the parameter another name.")
        }
    }

    /// Whether a cell asks the history.
    var hasQuery: Bool {
        pieces.contains { if case .cell(let cell) = $0.content, case .sql = cell.content { true } else { false } }
    }

    /// Reads a template. All faults are collected, by place; a template with faults can be looked at, not run.
    ///
    /// - Parameters:
    ///   - file: the name that faults and failures carry, as `templates/weekly-review.md`.
    ///   - partials: what there is for a name that the template includes, as `partials/data-checks`.
    public static func parse(
        _ text: String, file: String, partials: @escaping (String) -> Partial = { _ in .missing(names: []) }
    ) -> (template: Template, faults: [TemplateFault]) {
        var parser = TemplateParser(file: file, partials: partials)
        let template = parser.parse(text)
        return (template, template.faults)
    }
}

extension Template {
    /// A template of which nothing can be read.
    init(unread fault: TemplateFault) {
        self.init(
            file: fault.file, kind: "", summary: "", parameters: [], formats: OutputFormat.allCases, found: [fault],
            faults: [fault],
            mentionedNames: MentionedNames(), sources: [], parameterNames: [], title: InterpolatedText(literal: ""),
            titleWords: Word(text: "", place: Place(file: fault.file, line: 1)), pieces: [])
    }
}
