internal import Foundation

/// A file below `Tests/Golden` that was looked at by a person, and with which what is made now is compared. After a change
/// that is meant, run the tests with `UPDATE_GOLDEN=1`, which writes it anew, and read the difference.
public struct GoldenFile {
    private let name: String

    /// The file of this name, as `Rendering/report.md`.
    public init(_ name: String) {
        self.name = name
    }

    /// Where a text differs from the file, in words; nil where it does not.
    public func difference(from text: String) throws -> String? {
        let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Golden/\(name)")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        guard text != golden else { return nil }
        let (lines, expected) = (text.components(separatedBy: "\n"), golden.components(separatedBy: "\n"))
        let different = zip(lines, expected).enumerated().first { $0.element.0 != $0.element.1 }
        let place = different.map { "line \($0.offset + 1): '\($0.element.0)' instead of '\($0.element.1)'" }
        return "\(name) differs in \(place ?? "its length")"
    }

    /// A page without what stands in every page alike: its style sheet, its script, and their digests.
    public static func normalized(page: String) -> String {
        page.replacing(#/<style>[\s\S]*?</style>/#, with: "<style></style>", maxReplacements: 1)
            .replacing(#/<script>[\s\S]*?</script>/#, with: "<script></script>")
            .replacing(#/sha256-[0-9A-Za-z+\/=]+/#, with: "sha256-…")
    }
}
