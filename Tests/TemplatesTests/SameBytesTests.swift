import Foundation
import Rendering
import ReportReading
import Testing

@Suite("The same history gives the same bytes, wherever a report is made")
struct SameBytesTests {
    /// A report's files by name.
    private static func files(_ name: String, in folder: borrowing Folder, as part: String) throws -> [String: Data] {
        let place = folder.url.appending(path: part)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        try ReportFolder.write(try ShippedReport(name).document, into: place)
        var files: [String: Data] = [:]
        for file in try FileManager.default.subpathsOfDirectory(atPath: place.path) {
            let path = place.appending(path: file)
            if path.hasDirectoryPath { continue }
            files[file] = try? Data(contentsOf: path)
        }
        return files
    }

    /// The child has its zone and language before anything has asked for them, makes its own history, and compares with
    /// the golden files; then with itself in another zone and the plain language.
    @Test(
        "A process in Nepal's time that speaks German makes the golden reports",
        .enabled(if: German.canBe && ReadWorkbook.canRead, "needs localedef, the sources of de_DE, and unzip"))
    func elsewhere() async {
        await #expect(processExitsWith: .success) {
            setenv("TZ", "Asia/Kathmandu", 1)
            tzset()
            unsetenv("UPDATE_GOLDEN")
            let folder = try Folder()
            try German.begin(in: folder)
            for name in ["weekly-review", "gate-decision"] {
                let there = try SameBytesTests.files(name, in: folder, as: "there-\(name)")
                let text = String(decoding: try #require(there["report.md"]), as: UTF8.self)
                try #require(try GoldenFile("Reports/\(name).md").difference(from: text) == nil)
                let page = GoldenFile.normalized(
                    page: String(decoding: try #require(there["index.html"]), as: UTF8.self))
                try #require(try GoldenFile("Reports/\(name).html").difference(from: page) == nil)
                let cells = try ReadWorkbook(folder.path("there-\(name)/report.xlsx")).dump
                try #require(try GoldenFile("Reports/\(name).txt").difference(from: cells) == nil)

                setenv("TZ", "America/St_Johns", 1)
                tzset()
                try #require(setlocale(LC_ALL, "C") != nil)
                let here = try SameBytesTests.files(name, in: folder, as: "here-\(name)")
                try #require(here == there && there.count >= 4)
                try #require(setlocale(LC_ALL, "") != nil)
            }
        }
    }

    @Test("Made twice, every file of a report has the same bytes", arguments: ShippedReport.names)
    func twice(name: String) throws {
        let folder = try Folder()
        let (first, second) = (
            try Self.files(name, in: folder, as: "first"), try Self.files(name, in: folder, as: "second")
        )
        #expect(first == second && first["report.xlsx"] != nil)
    }
}
