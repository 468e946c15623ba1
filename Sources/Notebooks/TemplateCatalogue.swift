internal import Foundation
internal import Input

/// The templates of a directory, with the partials below it.
public struct TemplateCatalogue: Sendable {
    /// The templates, by name in alphabetical order. A template is read when it is asked for, which takes milliseconds: keep
    /// what this gives.
    public var templates: [(name: String, template: Template)] { sources.map { ($0.name, read($0)) } }

    /// The names of the templates, in alphabetical order.
    public var names: [String] { sources.map(\.name) }

    /// Why a directory's templates cannot be read.
    public enum LoadError: Error, Hashable, Sendable, CustomStringConvertible {
        /// The directory is not there or may not be read.
        case directory(path: String)
        /// There is no template of the name.
        case unknown(name: String, directory: String, names: [String])

        /// What is wrong and what to do.
        public var description: String {
            switch self {
            case .directory(let path): "\(path): this directory of templates cannot be read."
            case .unknown(let name, let directory, let names):
                "\(directory): there is no template '\(Excerpt.of(name))'. \(Suggestion.text(for: name, among: names))"
            }
        }
    }

    /// A template's file as it was found.
    private struct Source {
        let name: String
        let path: String
        /// What stands in it, or why nothing can be read.
        let text: Result<String, Refusal>
    }

    /// Why a template's file cannot be read, and where.
    private struct Refusal: Error {
        let reason: String
        var line = 1
        var column = 1
    }

    private let directory: String
    private let sources: [Source]

    /// Finds every `.md` file of a directory, which may include partials from folders below. Templates with faults, and files
    /// that cannot be read, are there too: `Template.faults` says so. They stand in nobody's way but their own.
    public init(directory: String) throws(LoadError) {
        self.directory = directory
        guard let entries = try? FileManager.default.contentsOfDirectory(atPath: directory) else {
            throw .directory(path: directory)
        }
        var sources: [Source] = []
        for entry in entries.sorted() where entry.hasSuffix(".md") && !entry.hasPrefix(".") {
            let path = directory.hasSuffix("/") ? directory + entry : "\(directory)/\(entry)"
            let text = Result { () throws(Refusal) in try TemplateCatalogue.text(path) }
            sources.append(Source(name: String(entry.dropLast(3)), path: path, text: text))
        }
        self.sources = sources
    }

    /// A template by its file's name without `.md`, as `weekly-review`.
    public func template(named name: String) throws(LoadError) -> Template {
        if let found = sources.first(where: { $0.name == name }) { return read(found) }
        throw .unknown(name: name, directory: directory, names: names)
    }

    private func read(_ source: Source) -> Template {
        switch source.text {
        case .success(let text):
            Template.parse(text, file: source.path, partials: PartialFolder(root: directory).partial).template
        case .failure(let refusal):
            Template(
                unread: TemplateFault(
                    file: source.path, line: refusal.line, column: refusal.column,
                    message: "this template cannot be read: \(refusal.reason)."))
        }
    }

    /// A file's text, which ends where the parser would not read on.
    private static func text(_ path: String) throws(Refusal) -> String {
        let bound = TemplateParser.sizeLimit + 1
        let data: [UInt8]
        do {
            var file = try InputFile(path, atMost: .max)
            data = try file.read(upTo: bound)
        } catch {
            // A name that is no UTF-8 is listed with U+FFFD, and there is no file of that.
            let isForeign = path.unicodeScalars.contains("\u{FFFD}") && FileKind(at: path) == nil
            throw Refusal(reason: isForeign ? "its name is not UTF-8. Rename it" : "\(error.reason)")
        }
        guard data.count < bound else { return String(decoding: data, as: UTF8.self) }
        if let text = String(validating: data, as: UTF8.self) { return text }
        throw notText(data)
    }

    /// Where bytes stop being UTF-8.
    private static func notText(_ data: [UInt8]) -> Refusal {
        var refusal = Refusal(reason: "it is not UTF-8 text from here on. Save it as UTF-8")
        var bytes = data.makeIterator()
        var decoder = UTF8()
        while case .scalarValue(let scalar) = decoder.decode(&bytes) {
            refusal.column += 1
            if scalar == "\n" { (refusal.line, refusal.column) = (refusal.line + 1, 1) }
        }
        return refusal
    }
}
