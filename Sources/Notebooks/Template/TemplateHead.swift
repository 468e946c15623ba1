internal import Dates
internal import Input

/// The YAML head of a template, read.
struct TemplateHead {
    var title = InterpolatedText(literal: "")
    /// The title as it is written; nil where it is missing.
    var titleWords: Word?
    var kind = ""
    var summary = ""
    var parameters: [ParameterDeclaration] = []
    /// Where the names of the parameters stand.
    var parameterNames: [Word] = []
    var formats = OutputFormat.allCases
    /// Everything wrong in the head.
    var faults: [TemplateFault] = []
    /// The options that a head can have, in order.
    private(set) var knownOptions: [String] = []

    /// The head of a template that has none.
    init() {}

    /// Reads a head.
    init(_ source: YAMLSource) {
        var options = OptionReader(source, owner: "the head")
        titleWords = options.required("title")
        if let titleWords { title = options.interpolated(titleWords) }
        kind = options.kind()
        summary = options.word("summary")?.text ?? ""
        for (name, reader) in options.groups("parameters", owner: { "parameter '\(Excerpt.of($0))'" }) {
            var reader = reader
            parameters.append(ParameterDeclaration(name.text, &reader))
            if !TemplateParser.isName(name.text) {
                options.fault(
                    at: name.place,
                    "'\(Excerpt.of(name.text))' is not a parameter's name. Write small letters, digits and '_', a letter first."
                )
            }
            options.add(reader.finish())
            parameterNames.append(name)
        }
        for (name, meaning) in takenNames() {
            options.fault(at: name.place, "'\(name.text)' is \(meaning). Give the parameter another name.")
        }
        let named = options.choices("formats", listOf: OutputFormat.self)
        if !named.isEmpty { formats = named }
        faults = options.finish()
        knownOptions = options.known
    }

    /// The names of parameters that every run gives a meaning of its own.
    private func takenNames() -> [(Word, meaning: String)] {
        var meanings = ["as_of": "the report's date, which every notebook has"]
        for week in parameters where week.type == .week {
            meanings["\(week.name)_monday"] = "the Monday of parameter '\(week.name)'"
            meanings["\(week.name)_sunday"] = "the Sunday of parameter '\(week.name)'"
        }
        return parameterNames.compactMap { name in meanings[name.text].map { (name, $0) } }
    }
}

extension OptionReader {
    /// Reads `kind`, which names the report's folder.
    fileprivate mutating func kind() -> String {
        guard let word = required("kind") else { return "" }
        if !word.text.utf8.allSatisfy({ TemplateParser.isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }) {
            fault(
                at: word.place,
                "option 'kind': '\(Excerpt.of(word.text))' names the report's folder. Write letters, digits and '-'.")
        }
        return word.text
    }
}

extension ParameterDeclaration {
    /// Reads what the head says of a parameter.
    init(_ name: String, _ reader: inout OptionReader) {
        _ = reader.required("type")
        let type = reader.choice("type", ParameterType.self) ?? .text
        let defaultWord = reader.word("default")
        self.init(
            name: name, type: type, defaultText: defaultWord?.text, choices: reader.words("choices").map(\.text),
            help: reader.word("help")?.text ?? "", minimum: reader.number("min"), maximum: reader.number("max"))
        if type == .choice, choices.isEmpty {
            reader.fault("type", "parameter '\(name)': option 'choices' is missing. Write a list of words.")
        }
        for bound in ["min", "max"] where reader.has(bound) && type != .integer && type != .number {
            reader.fault(bound, "parameter '\(name)': only numbers have a '\(bound)'.")
        }
        if let minimum, let maximum, minimum > maximum {
            reader.fault("max", "parameter '\(name)': 'max' is less than 'min'.")
        }
        // Whether a text is of a type does not depend on the day that as-of stands for.
        if let defaultWord, type != .choice || !choices.isEmpty,
            ParameterValue(defaultWord.text, as: self, asOf: Day(daysSince1970: 0)) == nil
        {
            reader.fault(
                at: defaultWord.place, "parameter '\(name)': '\(Excerpt.of(defaultWord.text))' is not \(wanted).")
        }
    }
}
