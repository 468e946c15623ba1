import Dates
import Foundation
import Notebooks
import Rendering
import Testing

@Suite struct ReportFolderTests {
    private func document(_ title: String) throws -> Document {
        Document(title: title, kind: "weekly", asOf: try #require(Day("2026-07-31")), blocks: [.prose("All quiet.")])
    }

    private func scratch() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "out-\(UInt64.random(in: 0 ... .max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    private func names(_ folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test("A report stands there whole, with nothing beside it, and the next takes its place")
    func replaced() throws {
        let root = try scratch()
        let folder = root.appendingPathComponent("weekly")
        try ReportFolder.publish(document("First"), extra: [("figures.json", "{}\n")], to: folder)
        #expect(try names(folder) == ["figures.json", "index.html", "report.md", "report.xlsx"])
        try ReportFolder.publish(document("Second"), extra: [], to: folder)
        #expect(try names(folder) == ["index.html", "report.md", "report.xlsx"])
        #expect(try names(root) == ["weekly"])
        #expect(try String(contentsOf: folder.appendingPathComponent("report.md"), encoding: .utf8).contains("Second"))
    }

    @Test("What is no report is never replaced by one")
    func occupied() throws {
        let root = try scratch()
        let mine = root.appendingPathComponent("mine")
        try FileManager.default.createDirectory(at: mine, withIntermediateDirectories: true)
        let thesis = mine.appendingPathComponent("thesis.txt")
        try Data("precious".utf8).write(to: thesis)
        let folder = #expect(throws: ReportFolder.Occupied.self) {
            try ReportFolder.publish(document("First"), extra: [], to: mine)
        }
        #expect(
            folder?.description
                == "\(mine.path): holds 'thesis.txt', which is no part of a report, and is left as it is; name another folder"
        )
        let file = #expect(throws: ReportFolder.Occupied.self) {
            try ReportFolder.publish(document("First"), extra: [], to: thesis)
        }
        #expect(file?.description == "\(thesis.path): is a file; name a folder for the report")
        #expect(try String(contentsOf: thesis, encoding: .utf8) == "precious")
        let link = root.appendingPathComponent("link")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: root.appendingPathComponent("none"))
        let linked = #expect(throws: ReportFolder.Occupied.self) {
            try ReportFolder.publish(document("First"), extra: [], to: link)
        }
        #expect(linked?.description == "\(link.path): is a symbolic link; name a folder for the report")
    }

    @Test("Where it cannot be written the error says so, and what stood there still stands")
    func refused() throws {
        let root = try scratch()
        let file = root.appendingPathComponent("file")
        try Data("words".utf8).write(to: file)
        let failure = #expect(throws: ReportFolder.Failure.self) {
            try ReportFolder.publish(document("First"), extra: [], to: file.appendingPathComponent("weekly"))
        }
        #expect(failure?.description.hasPrefix("\(file.path)/weekly: the report cannot be written (") == true)
        #expect(try names(root) == ["file"])
        let folder = root.appendingPathComponent("weekly")
        try ReportFolder.publish(document("First"), extra: [], to: folder)
        #expect(throws: (any Error).self) {
            try ReportFolder.publish(document("Second"), extra: [("index.html/figures.json", "")], to: folder)
        }
        #expect(try String(contentsOf: folder.appendingPathComponent("report.md"), encoding: .utf8).contains("First"))
        #expect(try names(root) == ["file", "weekly"])
    }
}
