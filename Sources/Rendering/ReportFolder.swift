public import Foundation
public import Notebooks

/// A report on disk: a folder with `report.md` and its charts, `index.html`, `report.xlsx` and what goes with them.
public enum ReportFolder {
    /// Why a report could not be put in its place. What stood there before still stands.
    public struct Failure: Error, Equatable, Sendable, CustomStringConvertible {
        /// The folder.
        public let folder: String
        /// What the system said.
        public let reason: String

        /// The folder, the reason and the remedy.
        public var description: String {
            "\(folder): the report cannot be written (\(reason)); check the folder's permissions and the disk's space"
        }
    }

    /// Renders a document in all formats and puts the folder in its place as a whole: until every file is written the
    /// old folder, if any, stays as it was.
    ///
    /// - Parameter extra: further text files by name.
    /// - Throws: ``Failure`` or ``WorkbookError``.
    public static func publish(_ document: Document, extra: [(name: String, text: String)], to folder: URL) throws {
        let files = FileManager.default
        let parent = folder.deletingLastPathComponent()
        let partial = parent.appendingPathComponent(".\(folder.lastPathComponent).partial")
        let old = parent.appendingPathComponent(".\(folder.lastPathComponent).old")
        func attempt(_ work: () throws -> Void) throws {
            do {
                try work()
            } catch let error as WorkbookError {
                throw error
            } catch {
                throw Failure(folder: folder.path, reason: (error as NSError).localizedDescription)
            }
        }
        defer { for leftover in [partial, old] { try? files.removeItem(at: leftover) } }
        try attempt {
            if files.fileExists(atPath: partial.path) { try files.removeItem(at: partial) }
            try files.createDirectory(at: partial, withIntermediateDirectories: true)
            try write(document, extra, into: partial)
            if files.fileExists(atPath: old.path) { try files.removeItem(at: old) }
            if files.fileExists(atPath: folder.path) { try files.moveItem(at: folder, to: old) }
        }
        do {
            try attempt { try files.moveItem(at: partial, to: folder) }
        } catch {
            if files.fileExists(atPath: old.path) { try? files.moveItem(at: old, to: folder) }
            throw error
        }
    }

    private static func write(
        _ document: Document, _ extra: [(name: String, text: String)], into folder: URL
    ) throws {
        let markdown = MarkdownRenderer.render(document)
        var texts = [("report.md", markdown.text), ("index.html", HTMLRenderer.render(document))]
        texts += markdown.files.map { ($0.name, $0.svg) }
        texts += extra.map { ($0.name, $0.text) }
        for (name, text) in texts {
            let file = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        try WorkbookRenderer.write(document, to: folder.appendingPathComponent("report.xlsx").path)
    }
}
