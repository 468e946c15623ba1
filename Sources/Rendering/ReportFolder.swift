public import Foundation
public import Input
public import Notebooks

/// A report on disk: a folder with `report.md` and its charts, `index.html`, `report.xlsx` and what goes with them.
public enum ReportFolder {
    /// Why a report could not be put in its place. What stood there before still stands.
    public struct Failure: Error, Equatable, Sendable, CustomStringConvertible {
        /// The folder, or the file in it.
        public let folder: String
        /// What the system said.
        public let reason: String

        /// The folder, the reason and the remedy.
        public var description: String {
            "\(folder): the report cannot be written (\(reason)); check the folder's permissions and the disk's space"
        }
    }

    /// Something stands where the report should go, and it is no report.
    public struct Occupied: Error, Equatable, Sendable, CustomStringConvertible {
        /// The folder or file.
        public let path: String
        /// What stands there, where it is no folder.
        public let kind: FileKind?
        /// The first thing in it that no report has; empty where it is no folder.
        public let stranger: String

        /// The path, what stands there and the remedy.
        public var description: String {
            kind.map { "\(path): is \($0.words); name a folder for the report" }
                ?? "\(path): holds '\(stranger)', which is no part of a report, and is left as it is; name another folder"
        }
    }

    /// Renders a document in its formats and puts the folder in its place as a whole: until every file is written the
    /// old folder, if any, stays as it was.
    ///
    /// - Parameters:
    ///   - formats: the formats; all unless said otherwise.
    ///   - extra: further text files by name.
    /// - Returns: what is to be said of the files, such as that a page is very large.
    /// - Throws: ``Occupied`` where the folder holds anything but an earlier report, ``Failure`` or ``WorkbookError``.
    @discardableResult
    public static func publish(
        _ document: Document, formats: [OutputFormat] = OutputFormat.allCases,
        extra: [(name: String, text: String)] = [],
        to folder: URL
    ) throws -> [String] {
        let files = FileManager.default
        try checkVacant(folder, extra.map(\.name))
        let parent = folder.deletingLastPathComponent()
        let partial = parent.appendingPathComponent(".\(folder.lastPathComponent).partial")
        let old = parent.appendingPathComponent(".\(folder.lastPathComponent).old")
        var warnings: [String] = []
        func attempt(_ work: () throws -> Void) throws {
            do {
                try work()
            } catch let error as WorkbookError {
                throw error
            } catch let error as Failure {
                throw Failure(folder: folder.path, reason: error.reason)
            } catch {
                throw Failure(folder: folder.path, reason: reason(error))
            }
        }
        defer { for leftover in [partial, old] { try? files.removeItem(at: leftover) } }
        try attempt {
            if files.fileExists(atPath: partial.path) { try files.removeItem(at: partial) }
            try files.createDirectory(at: partial, withIntermediateDirectories: true)
            warnings = try write(document, formats: formats, extra: extra, into: partial)
            if files.fileExists(atPath: old.path) { try files.removeItem(at: old) }
            if files.fileExists(atPath: folder.path) { try files.moveItem(at: folder, to: old) }
        }
        do {
            try attempt { try files.moveItem(at: partial, to: folder) }
        } catch {
            if files.fileExists(atPath: old.path) { try? files.moveItem(at: old, to: folder) }
            throw error
        }
        return warnings
    }

    /// Only what a report wrote may be replaced by one.
    private static func checkVacant(_ folder: URL, _ extra: [String]) throws {
        guard let kind = FileKind(at: folder.path) else { return }
        guard kind == .folder else { throw Occupied(path: folder.path, kind: kind, stranger: "") }
        let own = Set(["report.md", "index.html", "report.xlsx", "charts", "figures.json"] + extra)
        let found = (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted() ?? []
        if let stranger = found.first(where: { !own.contains($0) }) {
            throw Occupied(path: folder.path, kind: nil, stranger: stranger)
        }
    }

    /// Renders a document in its formats into a folder that is there, and writes further text files beside them.
    ///
    /// - Returns: what is to be said of the files.
    /// - Throws: ``WorkbookError``, or ``Failure`` with the file that cannot be written.
    @discardableResult
    public static func write(
        _ document: Document, formats: [OutputFormat] = OutputFormat.allCases,
        extra: [(name: String, text: String)] = [],
        into folder: URL
    ) throws -> [String] {
        var warnings: [String] = []
        try write(extra, into: folder)
        // One format after the other, so that no two are in memory.
        if formats.contains(.markdown) {
            let markdown = MarkdownRenderer.render(document)
            try write([("report.md", markdown.text)] + markdown.files.map { ($0.name, $0.svg) }, into: folder)
        }
        if formats.contains(.html) {
            let page = HTMLRenderer.render(document)
            try write([("index.html", page)], into: folder)
            warnings += HTMLRenderer.sizeWarning(page).map { [$0] } ?? []
        }
        if formats.contains(.xlsx) {
            try WorkbookRenderer.write(document, to: folder.appendingPathComponent("report.xlsx").path)
        }
        return warnings
    }

    private static func write(_ texts: [(name: String, text: String)], into folder: URL) throws {
        for (name, text) in texts {
            let file = folder.appendingPathComponent(name)
            do {
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: file)
            } catch {
                throw Failure(folder: file.path, reason: reason(error))
            }
        }
    }

    /// What the system said, in its own few words.
    private static func reason(_ error: any Error) -> String {
        let error = error as NSError
        let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
        return cause.domain == NSPOSIXErrorDomain
            ? String(cString: strerror(Int32(cause.code))) : error.localizedDescription
    }
}
