@testable import Archive
import Dates
import Foundation
import Testing

/// Compares what is written with files that were looked at by a person. After a change that is meant, run
/// `UPDATE_GOLDEN=1 swift test --filter ArchiveTests.GoldenTests` and read the difference.
@Suite struct GoldenTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Golden/Archive")

    private func check(_ text: String, _ name: String) throws {
        let file = Self.folder.appending(path: name)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        let (lines, expected) = (text.components(separatedBy: "\n"), golden.components(separatedBy: "\n"))
        let different = zip(lines, expected).enumerated().first { $0.element.0 != $0.element.1 }
        let place = different.map { "line \($0.offset + 1): '\($0.element.0)' instead of '\($0.element.1)'" }
        let isSame = text == golden
        #expect(isSame, "\(name) differs in \(place ?? "its length")")
    }

    @Test("An archive of three runs and a tombstone is the golden one, byte by byte")
    func archive() throws {
        var desk = Desk()
        defer { desk.remove() }
        desk.sessions = ["2026-07-29", "2026-07-30", "2026-07-31"].compactMap { Day($0) }
        try desk.publish(Desk.draft("2026-07-30"))
        var draft = Desk.draft(
            "2026-W31", kind: "weekly",
            outcome: Outcome(
                title: "Weekly review 2026-W31", headline: "P&L +$1,234.50; \"win rate\" 83.3%", decision: "HOLD",
                verdict: "missed", share: 0.25, failed: 1, unknown: 2), warnings: ["A mark is missing: SPY 635/630."])
        draft.parameters.append(.init(name: "weeks", text: "26", isDefault: true))
        draft.inputs.append(.init(name: "history", sha256: draft.settings, bytes: 1_048_576, rows: 31))
        draft.facts = [.init(name: "Rule", text: "dwell")]
        try desk.publish(draft)
        draft.inputs[0].sha256 = draft.settings
        draft.reason = "A fill of 2026-07-31 came late."
        try desk.publish(draft)
        try desk.archive.remove(
            try place("2026/07-30/daily/r1"), person: "Ann Example", reason: "A client's name was in a note.",
            at: Instant(utc: try #require(Day("2026-08-03")), hour: 14))
        try check(try desk.text("log.jsonl"), "log.jsonl")
        try check(try desk.text("HEAD"), "HEAD")
        try check(try desk.text("2026/W31/weekly/r2/manifest.json"), "manifest.json")
        let page = try desk.text("2026/index.html").replacing(#/<style>[\s\S]*?</style>/#, with: "<style></style>")
            .replacing(#/<script>[\s\S]*?</script>/#, with: "<script></script>").replacing(
                #/sha256-[^']*/#, with: "sha256-…")
        try check(page, "year.html")
    }
}
