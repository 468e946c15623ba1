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
        let parts = text.components(separatedBy: "<!-- The dictionary below is MetricCatalogue.markdown. -->\n\n")
        #expect(parts.count == 2)
        #expect(parts.last == MetricCatalogue.markdown)
    }
}
