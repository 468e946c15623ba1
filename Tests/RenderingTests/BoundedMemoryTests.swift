import Dates
import Foundation
import Metrics
import Notebooks
import Rendering
import Testing

/// A report with as much as a template may show, in the dearest forms, in three formats.
@Suite(
    "No report takes more memory than a small machine has",
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status"), "needs Linux"))
struct BoundedMemoryTests {
    @Test("a text of nothing but signs that every format has to escape")
    func signs() async {
        await #expect(processExitsWith: .success) {
            try BoundedMemoryTests.render(
                "```sql a\nwith recursive n(i) as (select 1 union all select i + 1 from n where i < 300) "
                    + "select i, replace(substr(hex(zeroblob(9990)), 1, 19500), '0', '''') as t from n\n```")
        }
    }

    @Test("many small values")
    func values() async {
        await #expect(processExitsWith: .success) {
            let columns = (1...8).map { "i + \($0) as c\($0)" }.joined(separator: ", ")
            try BoundedMemoryTests.render(
                "```sql a\nwith recursive n(i) as (select 1 union all select i + 1 from n where i < 46000) select \(columns) from n\n```"
            )
        }
    }

    @Test("points, each of which is drawn")
    func points() async {
        await #expect(processExitsWith: .success) {
            let columns = (1...6).map { "i * \($0) as c\($0)" }.joined(separator: ", ")
            try BoundedMemoryTests.render(
                "```sql a\n--| show: no\nwith recursive n(i) as (select 1 union all select i + 1 from n where i < 10000) "
                    + "select i, \(columns) from n\n```\n"
                    + (1...2).map { "```chart p\($0)\ndata: a\nx: i\npoints: [c1, c2, c3, c4, c5, c6]\n```\n" }.joined()
            )
        }
    }

    /// Renders a body in three formats, and fails when it did not fit or when all of it took more than 192 MB.
    private static func render(_ body: String) throws {
        let template = Template.parse("---\ntitle: T\nkind: k\n---\n" + body, file: "t.md").template
        let document = try Notebook.run(template, context: NotebookContext(asOf: Day(daysSince1970: 20_665)))
        try #require(!document.hasFailure, "\(document.blocks.last.debugDescription.prefix(500))")
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("report-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try ReportFolder.publish(document, to: folder)
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let peak = try #require(status.firstMatch(of: #/VmHWM:\s+(\d+) kB/#).flatMap { Int($0.1) })
        try #require(peak < 192 << 10, "\(peak) kB")
    }
}
