internal import Foundation
internal import Input

/// The templates of a directory, with the partials below it.
public struct TemplateCatalogue: Sendable {
    /// The templates, by name in alphabetical order. A template is read when it is asked for, which takes milliseconds: keep
    /// what this gives.
    public var templates: [(name: String, template: Template)] { sources.map { ($0.name, read($0)) } }

    /// Why a directory's templates cannot be read.
    public enum LoadError: Error, Hashable, Sendable, CustomStringConvertible {
        /// The directory is not there or may not be read.
        case directory(path: String)
        /// A file is not UTF-8 text.
        case file(path: String)
        /// A file is none, or may not be read.
        case unreadable(path: String, reason: String)
        /// There is no template of the name.
        case unknown(name: String, directory: String, names: [String])

        /// What is wrong and what to do.
        public var description: String {
            switch self {
            case .directory(let path): "\(path): this directory of templates cannot be read."
            case .file(let path): "\(path): this template cannot be read as UTF-8 text."
            case .unreadable(let path, let reason): "\(path): this template cannot be read: \(reason)."
            case .unknown(let name, let directory, let names):
                "\(directory): there is no template '\(name)'. \(Suggestion.text(for: name, among: names))"
            }
        }
    }

    /// A template's file as it was found.
    private struct Source {
        let name: String
        let path: String
        let text: String
    }

    private let directory: String
    private let sources: [Source]

    /// Finds every `.md` file of a directory, which may include partials from folders below. Templates with faults are there
    /// too: `Template.faults` says so.
    public init(directory: String) throws(LoadError) {
        self.directory = directory
        guard let entries = try? FileManager.default.contentsOfDirectory(atPath: directory) else {
            throw .directory(path: directory)
        }
        var sources: [Source] = []
        for entry in entries.sorted() where entry.hasSuffix(".md") && !entry.hasPrefix(".") {
            let path = directory.hasSuffix("/") ? directory + entry : "\(directory)/\(entry)"
            guard let text = try TemplateCatalogue.text(path) else { throw .file(path: path) }
            sources.append(Source(name: String(entry.dropLast(3)), path: path, text: text))
        }
        self.sources = sources
    }

    /// A template by its file's name without `.md`, as `weekly-review`.
    public func template(named name: String) throws(LoadError) -> Template {
        if let found = sources.first(where: { $0.name == name }) { return read(found) }
        throw .unknown(name: name, directory: directory, names: sources.map(\.name))
    }

    private func read(_ source: Source) -> Template {
        Template.parse(source.text, file: source.path, partials: PartialFolder(root: directory).partial).template
    }

    /// A file's text, which ends where the parser would not read on; nil where it is none.
    private static func text(_ path: String) throws(LoadError) -> String? {
        let bound = TemplateParser.sizeLimit + 1
        let data: [UInt8]
        do {
            var file = try InputFile(path, atMost: .max)
            data = try file.read(upTo: bound)
        } catch {
            throw .unreadable(path: path, reason: "\(error.reason)")
        }
        return data.count < bound ? String(validating: data, as: UTF8.self) : String(decoding: data, as: UTF8.self)
    }
}
