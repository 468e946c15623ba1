import Foundation
import Testing

@testable import Rendering

/// Pages with everything in them, for eyes and browsers: `SHOWCASE=folder swift test --filter ShowcaseTests`.
@Suite struct ShowcaseTests {
    private static let folder = ProcessInfo.processInfo.environment["SHOWCASE"]

    @Test(
        "The showcase is written to the folder that SHOWCASE names", .enabled(if: folder != nil, "SHOWCASE is not set"))
    func write() throws {
        let folder = URL(fileURLWithPath: try #require(Self.folder))
        for (name, document) in [("awkward", Sample.document), ("showcase", Showcase.document)] {
            try ReportFolder.publish(document, extra: [], to: folder.appending(path: name))
        }
        for name in ["index.html", "2026-07-30/index.html"] {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data("<!DOCTYPE html>\n<html lang=\"en\"><title>Elsewhere</title><h1>Elsewhere</h1></html>\n".utf8)
                .write(to: file)
        }
    }
}
