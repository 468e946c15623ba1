import Foundation
import Metrics
import Testing

@Suite("docs/metrics.md")
struct DictionaryDocumentTests {
    static let document: URL = {
        let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        return folder.appendingPathComponent("../../../docs/metrics.md").standardizedFileURL
    }()

    @Test("ends with the dictionary as the catalogue has it")
    func dictionary() throws {
        let text = try String(contentsOf: Self.document, encoding: .utf8)
        let mark = "<!-- The dictionary below is MetricCatalogue.sections. -->\n\n"
        let dictionary = MetricCatalogue.sections.map(\.markdown).joined(separator: "\n")
        let parts = text.components(separatedBy: mark)
        #expect(parts.count == 2)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1", let head = parts.first {
            try (head + mark + dictionary).write(to: Self.document, atomically: true, encoding: .utf8)
        } else {
            #expect(parts.last == dictionary)
        }
    }
}
