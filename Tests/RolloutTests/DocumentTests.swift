import Foundation
import Rollout
import Testing

@Suite("docs/gate.md")
struct DocumentTests {
    private func text() throws -> String {
        let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        return try String(
            contentsOf: folder.appendingPathComponent("../../docs/gate.md").standardizedFileURL, encoding: .utf8)
    }

    @Test("names every rule, in the order in which they decide")
    func rules() throws {
        let text = try text()
        let places = GateRule.allCases.map { text.range(of: "| `\($0.rawValue)` |")?.lowerBound }
        #expect(places.allSatisfy { $0 != nil })
        #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    }

    @Test("names every grade and every setting")
    func settings() throws {
        let text = try text()
        for grade in EvidenceGrade.allCases { #expect(text.contains("| \(grade.rawValue) |")) }
        let settings = try JSONSerialization.jsonObject(with: JSONEncoder().encode(GateSettings())) as? [String: Any]
        let section = text.components(separatedBy: "\n## Settings\n").last ?? ""
        for key in try #require(settings).keys.sorted() { #expect(section.contains(key), "\(key)") }
    }
}
