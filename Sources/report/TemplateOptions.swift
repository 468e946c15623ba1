import ArgumentParser
import Console
import Dates
import Foundation
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

    /// A notebook that can be run: by its name, or by its path.
    func template(named name: String) throws -> Template {
        let template = try catalogue().template(named: Self.plain(name))
        guard template.faults.isEmpty else { throw NotebookError.faultyTemplate(template.faults) }
        return template
    }

    /// `templates/my-week.md` as `my-week`: what completion in a shell gives.
    static func plain(_ name: String) -> String {
        let file = name.split(separator: "/").last.map(String.init) ?? name
        return file.hasSuffix(".md") ? String(file.dropLast(3)) : file
    }
}

/// The options that give a notebook its parameters.
struct ParameterOptions: ParsableArguments, Sendable {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("A parameter of the notebook; may be repeated.", valueName: "name=value"))
    var parameter: [String] = []
    @Option(help: ArgumentHelp("The date to take for today; the last day of the history otherwise.", valueName: "date"))
    var asOf: Day?

    func validate() throws {
        for text in parameter where !text.contains("=") {
            throw ValidationError("-p \(text): write a parameter as name=value")
        }
    }

    /// The parameters by name; the last of several values counts.
    var values: [String: String] {
        Dictionary(
            parameter.map { text in
                let name = text.prefix { $0 != "=" }
                return (String(name), String(text.dropFirst(name.count + 1)))
            }, uniquingKeysWith: { $1 })
    }
}
