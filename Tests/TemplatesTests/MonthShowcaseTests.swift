import Foundation
import Rendering
import Testing

/// The shipped notebooks over the month, for eyes and browsers: `SHOWCASE=folder swift test --filter ShowcaseTests`.
@Suite struct MonthShowcaseTests {
    private static let folder = ProcessInfo.processInfo.environment["SHOWCASE"]

    @Test(
        "The reports are written below the folder that SHOWCASE names",
        .enabled(if: folder != nil, "SHOWCASE is not set"), arguments: ShippedReport.names)
    func write(name: String) throws {
        let folder = URL(fileURLWithPath: try #require(Self.folder)).appending(path: "month")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try ReportFolder.publish(try ShippedReport(name).document, to: folder.appending(path: name))
    }
}
