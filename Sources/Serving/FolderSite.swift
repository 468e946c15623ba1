internal import Foundation

/// A folder of reports, read-only: GET and HEAD, nothing outside of it, nothing hidden.
public struct FolderSite: Site {
    private let root: String
    private let authentication: BasicAuthentication?

    /// A site that shows a folder.
    ///
    /// - Parameter authentication: what every request has to carry; nil for nothing.
    public init(root: String, authentication: BasicAuthentication? = nil) {
        self.root = FolderSite.realPath(root) ?? root
        self.authentication = authentication
    }

    /// The file that a request asks for, or why there is none.
    public func respond(to request: SiteRequest) async -> SiteResponse {
        if let authentication, !authentication.admits(request.headers["authorization"]) {
            return BasicAuthentication.challenge
        }
        guard request.method == "GET" || request.method == "HEAD" else {
            return .readOnly
        }
        guard let path = SitePath(request.path) else { return .words(404, "There is no such report.") }
        var file = ([root] + path.names).joined(separator: "/")
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else {
            return .words(404, "There is no such report.")
        }
        if isFolder.boolValue {
            // Relative links of an index page need the slash.
            guard path.isFolder else {
                return SiteResponse(status: 308, headers: ["Location": "\(request.path)/"])
            }
            file += "/index.html"
        } else if path.isFolder {
            return .words(404, "There is no such report.")
        }
        // A link that leads out of the folder, or to what is hidden in it, is none of it.
        guard let real = FolderSite.realPath(file), real.hasPrefix(root + "/"),
            !real.dropFirst(root.count).contains("/.")
        else {
            return .words(404, "There is no such report.")
        }
        return self.file(real, request)
    }

    private func file(_ path: String, _ request: SiteRequest) -> SiteResponse {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            attributes[.type] as? FileAttributeType == .typeRegular, let length = attributes[.size] as? Int,
            let changed = attributes[.modificationDate] as? Date
        else { return .words(404, "There is no such report.") }
        let stamp = Int64((changed.timeIntervalSince1970 * 1_000_000).rounded())
        let tag = "\"\(String(length, radix: 16))-\(String(stamp, radix: 16))\""
        var headers = [
            "Content-Type": ContentType.of(path), "ETag": tag, "Accept-Ranges": "bytes",
            "Cache-Control": isPublished(path) ? "private, max-age=31536000, immutable" : "no-cache",
        ]
        if let known = request.headers["if-none-match"], known == "*" || known.contains(tag) {
            return SiteResponse(status: 304, headers: headers)
        }
        // A range of a file that has changed since would not fit what is there.
        let isCurrent = request.headers["if-range"].map { $0 == tag } ?? true
        switch ByteRange(isCurrent ? request.headers["range"] : nil, length: length) {
        case .whole: return SiteResponse(status: 200, headers: headers, body: .file(path: path, range: 0..<length))
        case .part(let range):
            headers["Content-Range"] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(length)"
            return SiteResponse(status: 206, headers: headers, body: .file(path: path, range: range))
        case .outside:
            return .words(416, "The file has \(length) bytes.", headers: ["Content-Range": "bytes */\(length)"])
        }
    }

    /// Whether a file belongs to a published run, which never changes: one of its folders is called `r1`, `r2`, ….
    private func isPublished(_ path: String) -> Bool {
        path.dropFirst(root.count).split(separator: "/").dropLast().contains { name in
            name.first == "r" && name.count > 1 && name.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
        }
    }

    /// The path without links; nil where there is nothing.
    private static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
