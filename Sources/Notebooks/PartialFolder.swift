internal import Foundation
internal import Input

/// Finds partials in the folders below the folder of templates.
struct PartialFolder: Sendable {
    /// Folders inside each other that are listed where a name does not exist.
    private static let depthLimit = 4

    /// The folder of templates.
    let root: String

    /// What there is for a name such as `partials/data-checks`. Nothing outside of the folder is read, whatever links lie
    /// in it.
    func partial(_ name: String) -> Partial {
        let path = (root.hasSuffix("/") ? root : root + "/") + name + ".md"
        guard FileKind(at: path, followingLinks: true) != nil else {
            guard FileKind(at: path) == nil else { return .refused(reason: "it is a link that leads nowhere") }
            return .missing(names: names(below: ""))
        }
        let folder = URL(fileURLWithPath: root).resolvingSymlinksInPath().path
        let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        guard file.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/") else {
            return .refused(reason: "it lies outside the folder of templates")
        }
        do {
            // The links have been followed.
            let bytes = try InputFile.contents(of: file, atMost: TemplateParser.sizeLimit, allowing: [])
            guard let text = String(validating: bytes, as: UTF8.self) else {
                return .refused(reason: "it cannot be read as UTF-8 text")
            }
            return .text(text, file: path)
        } catch {
            return .refused(reason: reason(error.reason))
        }
    }

    private func reason(_ reason: FileRefusal.Reason) -> String {
        switch reason {
        case .size(_, let bound), .endless(let bound): "it has more than \(bound) bytes"
        case .kind, .missing: "it is no file"
        case .system: "it cannot be read: \(reason)"
        }
    }

    /// The partials that exist below a folder, in alphabetical order.
    private func names(below folder: String, depth: Int = 0) -> [String] {
        guard depth <= PartialFolder.depthLimit,
            let entries = try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")
        else { return [] }
        return entries.sorted().flatMap { entry -> [String] in
            let path = folder.isEmpty ? entry : "\(folder)/\(entry)"
            guard !entry.hasPrefix("."), let kind = FileKind(at: "\(root)/\(path)") else { return [] }
            // What lies behind a linked folder may be anything, and is no partial of this folder's.
            if kind == .folder { return names(below: path, depth: depth + 1) }
            return entry.hasSuffix(".md") && !folder.isEmpty ? [String(path.dropLast(3))] : []
        }
    }
}
