import ArgumentParser
import Console
import Dates
import Foundation
import Input
import Notebooks
import Settings

/// The option that names the folder of notebooks.
struct TemplateOptions: ParsableArguments, Sendable {
    @Option(help: ArgumentHelp("The folder of templates.", valueName: "folder")) var templates: String?

    /// The folder.
    func folder() throws(Failure) -> URL {
        if let templates { return URL(fileURLWithPath: templates) }
        return try DeskOptions.folder("templates", holding: "weekly-review.md", given: nil)
    }

    /// Every notebook of the folder.
    func catalogue() throws -> TemplateCatalogue { try TemplateCatalogue(directory: try folder().path) }

    /// A notebook that can be run.
    func template(named name: String) throws -> Template {
        let template = try catalogue().template(named: try plain(name))
        guard template.faults.isEmpty else { throw NotebookError.faultyTemplate(template.faults) }
        return template
    }

    /// The name that somebody gave, or that of the file whose path was given, as completion in a shell does:
    /// `templates/my-week.md` is `my-week`. Any other path would run what was not asked for.
    func plain(_ given: String) throws -> String {
        guard given.contains("/") || given.hasSuffix(".md") else { return given }
        let folder = try folder()
        let file = URL(fileURLWithPath: given)
        let name = file.deletingPathExtension().lastPathComponent
        if given.hasSuffix(".md"),
            file.deletingLastPathComponent().resolvingSymlinksInPath().path == folder.resolvingSymlinksInPath().path
        {
            return name
        }
        let names = try catalogue().names
        let nearest = names.contains(name) ? name : NearestName.suggestion(for: name, among: names)
        throw ValidationError(
            "\(Excerpt.whole(given)): a notebook is named without its folder and without .md, as a file of \(folder.path)."
                + (nearest.map { " Did you mean '\($0)'?" } ?? ""))
    }
}

/// The options that give a notebook its parameters.
struct ParameterOptions: ParsableArguments, Sendable {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("A parameter of the notebook, once for each.", valueName: "name=value"))
    var parameter: [String] = []
    @Option(help: ArgumentHelp("The date to take for today; the last day of the history otherwise.", valueName: "date"))
    var asOf: Day?

    func validate() throws {
        for text in parameter where !text.contains("=") {
            throw ValidationError("-p \(text): write a parameter as name=value")
        }
        var seen: Set<String> = []
        for (name, value) in pairs where !seen.insert(name).inserted {
            throw ValidationError(
                "-p \(Excerpt.of(name))=\(Excerpt.of(value)): this parameter has a value already; give each once")
        }
    }

    /// The parameters by name.
    var values: [String: String] { Dictionary(pairs, uniquingKeysWith: { first, _ in first }) }

    private var pairs: [(String, String)] {
        parameter.map { text in
            let name = text.prefix { $0 != "=" }
            return (String(name), String(text.dropFirst(name.count + 1)))
        }
    }
}
