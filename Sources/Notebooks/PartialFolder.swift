internal import Foundation

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
        guard FileManager.default.fileExists(atPath: path) else { return .missing(names: names(below: "")) }
        let folder = URL(fileURLWithPath: root).resolvingSymlinksInPath().path
        let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        guard file.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/") else {
            return .refused(reason: "it lies outside the folder of templates")
        }
        var size = 0
        if let attributes = try? FileManager.default.attributesOfItem(atPath: file) {
            guard attributes[.type] as? FileAttributeType == .typeRegular else {
                return .refused(reason: "it is no file")
            }
            size = (attributes[.size] as? NSNumber)?.intValue ?? 0
        }
        guard size <= TemplateParser.sizeLimit else {
            return .refused(reason: "it has more than \(TemplateParser.sizeLimit) bytes")
        }
        guard let data = FileManager.default.contents(atPath: file), let text = String(validating: data, as: UTF8.self)
        else { return .refused(reason: "it cannot be read as UTF-8 text") }
        return .text(text, file: path)
    }

    /// The partials that exist below a folder, in alphabetical order.
    private func names(below folder: String, depth: Int = 0) -> [String] {
        guard depth <= PartialFolder.depthLimit,
            let entries = try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")
        else { return [] }
        return entries.sorted().flatMap { entry -> [String] in
            let path = folder.isEmpty ? entry : "\(folder)/\(entry)"
            var isFolder: ObjCBool = false
            guard !entry.hasPrefix("."),
                FileManager.default.fileExists(atPath: "\(root)/\(path)", isDirectory: &isFolder)
            else { return [] }
            if isFolder.boolValue { return names(below: path, depth: depth + 1) }
            return entry.hasSuffix(".md") && !folder.isEmpty ? [String(path.dropLast(3))] : []
        }
    }
}
