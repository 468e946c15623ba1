internal import Dates

/// The YAML head of a template, read.
struct TemplateHead {
    var title = InterpolatedText(literal: "")
    var kind = ""
    var summary = ""
    var parameters: [ParameterDeclaration] = []
    var formats = OutputFormat.allCases
    /// Everything wrong in the head.
    var faults: [TemplateFault] = []

    /// The head of a template that has none.
    init() {}

    /// Reads a head.
    init(_ source: YAMLSource) {
        var options = OptionReader(source, owner: "the head")
        _ = options.required("title")
        title = options.text("title") ?? title
        kind = options.required("kind")
        summary = options.word("summary") ?? ""
        for (name, reader) in options.groups("parameters", owner: { "parameter '\($0)'" }) {
            var reader = reader
            parameters.append(TemplateHead.parameter(name, &reader))
            if !TemplateParser.isName(name) {
                options.fault(
                    "parameters",
                    "'\(name)' is not a parameter's name. Write small letters, digits and '_', a letter first.")
            }
            options.add(reader.finish())
        }
        var named: [OutputFormat] = []
        for word in options.words("formats") {
            guard let format = OutputFormat(rawValue: word) else {
                let formats = OutputFormat.allCases.map(\.rawValue)
                options.fault(
                    "formats", "option 'formats': '\(word)' is none. \(Suggestion.text(for: word, among: formats))")
                continue
            }
            if !named.contains(format) { named.append(format) }
        }
        if !named.isEmpty { formats = named }
        faults = options.finish()
    }

    private static func parameter(_ name: String, _ reader: inout OptionReader) -> ParameterDeclaration {
        _ = reader.required("type")
        let type = reader.choice("type", ParameterType.self) ?? .text
        let defaultText = reader.word("default")
        let choices = reader.words("choices")
        let help = reader.word("help") ?? ""
        let declaration = ParameterDeclaration(
            name: name, type: type, defaultText: defaultText, choices: choices, help: help)
        if type == .choice, choices.isEmpty {
            reader.fault("type", "parameter '\(name)': option 'choices' is missing. Write a list of words.")
        }
        // Whether a text is of a type does not depend on the day that as-of stands for.
        if let defaultText, type != .choice || !choices.isEmpty,
            ParameterValue(defaultText, as: declaration, asOf: Day(daysSince1970: 0)) == nil
        {
            let wanted = type == .choice ? "one of \(choices.joined(separator: ", "))" : type.example
            reader.fault("default", "parameter '\(name)': '\(defaultText)' is not \(wanted).")
        }
        return declaration
    }
}
