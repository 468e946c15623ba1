@testable import Archive
import Foundation
import Testing

/// What docs/archive.md says is what the code does.
@Suite struct ManualTests {
    private let manual: String

    init() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        manual = try String(contentsOf: root.appending(path: "docs/archive.md"), encoding: .utf8)
    }

    @Test("Every fault that a verification names is explained", arguments: ArchiveFault.Kind.allCases)
    func faults(kind: ArchiveFault.Kind) {
        #expect(manual.contains("`\(kind.rawValue)`"))
    }

    @Test("Every key of a line and of a manifest is named")
    func keys() throws {
        let desk = Desk()
        defer { desk.remove() }
        let first = try desk.publish(Desk.draft("2026-07-30")).run
        let run = try desk.publish(Desk.draft("2026-07-31")).run
        try desk.publish(Desk.draft("2026-07-31", input: "b", reason: "r"))
        try desk.archive.remove(first.place, person: "Ann", reason: "r", at: run.time)
        let texts = try desk.log() + [try desk.text("2026/07-31/daily/r2/manifest.json")]
        for text in texts {
            let keys = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]).keys
            for key in keys { #expect(manual.contains("`\(key)`") || manual.contains("`\(key)` "), "\(key)") }
        }
    }

    @Test("The numbers are those of the code")
    func numbers() {
        #expect(manual.contains("the newest \(IndexContent.newest) runs"))
        let kilobytes = (IndexScript.text.utf8.count + 512) / 1024
        #expect(manual.contains("one of \(kilobytes) KB"))
    }
}
