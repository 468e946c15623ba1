public import Dates
internal import Input
internal import Metrics

/// Executes notebooks.
public enum Notebook {
    /// The document that a template gives with these parameters in a context.
    ///
    /// A cell that fails becomes a failure block and the rest goes on: `Document.hasFailure` says so, and such a
    /// report must not replace a good one. The same template, parameters, datasets and history give the same
    /// document.
    ///
    /// - Parameter parameters: values by name, as text; those with a default may be left out.
    /// - Throws: `NotebookError` when the template has faults, a parameter does not fit, or the history cannot be
    ///   read.
    public static func run(
        _ template: Template, parameters: [String: String] = [:], context: NotebookContext
    ) throws -> Document {
        let faults = template.faults(ofParametersCalledLike: context.scalars.map(\.name)) + template.faults
        guard faults.isEmpty else { throw NotebookError.faultyTemplate(faults) }
        let values = try resolve(parameters, of: template, asOf: context.asOf)
        var executor = try Executor(template: template, parameters: values, context: context, purpose: .run)
        return executor.run()
    }

    /// Everything that is wrong in a template and can be known without data, by place.
    ///
    /// Names, options, conditions, columns and bound parameters are looked up among the context's datasets and scalars,
    /// whose values play no part, and every statement is prepared against ``NotebookContext/historySchema``. What
    /// rests on a faulty cell is not a fault of its own.
    ///
    /// - Throws: `NotebookError.history` when the schema cannot be made.
    public static func check(_ template: Template, context: NotebookContext) throws -> [TemplateFault] {
        let samples = template.parameters.map {
            (name: $0.name, value: ParameterValue(sampleOf: $0, asOf: context.asOf))
        }
        var executor = try Executor(template: template, parameters: samples, context: context, purpose: .check)
        let taken = template.faults(ofParametersCalledLike: context.scalars.map(\.name))
        return (template.found + taken + executor.check()).told(of: template.file)
    }

    /// The values of a template's parameters, in the order of its head, with defaults put in.
    ///
    /// - Throws: `NotebookError.parameters` with everything that is wrong with them.
    public static func resolve(
        _ given: [String: String], of template: Template, asOf: Day
    ) throws -> [(name: String, value: ParameterValue)] {
        var problems: [String] = []
        let names = template.parameters.map(\.name)
        for name in given.keys.sorted() where !names.contains(name) {
            problems.append("there is no parameter '\(Excerpt.of(name))'. \(Suggestion.text(for: name, among: names))")
        }
        var values: [(name: String, value: ParameterValue)] = []
        for declaration in template.parameters {
            guard let text = given[declaration.name] ?? declaration.defaultText else {
                problems.append("parameter '\(declaration.name)' is missing. Give \(declaration.wanted).")
                continue
            }
            if let value = ParameterValue(text, as: declaration, asOf: asOf) {
                values.append((declaration.name, value))
            } else {
                problems.append("parameter '\(declaration.name)': '\(Excerpt.of(text))' is not \(declaration.wanted).")
            }
        }
        guard problems.isEmpty else { throw NotebookError.parameters(template: template.file, problems) }
        return values
    }
}
