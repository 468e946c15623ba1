@testable import Archive
import Dates
import Digests
import Foundation
import Rendering
import Testing

@Suite struct IndexPageTests {
    private static func desk() throws -> Desk {
        var desk = Desk()
        desk.sessions = ["2025-12-31", "2026-01-02", "2026-01-05", "2026-01-06"].compactMap { Day($0) }
        try desk.publish(Desk.draft("2025-12-31"))
        try desk.publish(
            Desk.draft(
                "2026-01-02",
                outcome: Outcome(
                    title: "<Daily> & \"more\"", headline: "'1' of 5 <failed>", decision: "ROLL BACK", verdict: "fail",
                    share: 0.25, failed: 1, unknown: 2), warnings: ["a", "b", "c"]))
        try desk.publish(Desk.draft("2026-01-06"))
        try desk.publish(Desk.draft("2026-01-02", input: "b", reason: "A <late> fill."))
        try desk.publish(Desk.draft("2026-W01", kind: "weekly"))
        try desk.archive.remove(
            try place("2026/W01/weekly/r1"), person: "Ann <A>", reason: "A name & more.",
            at: Instant(utc: Day(daysSince1970: 20_500)))
        return desk
    }

    private func rows(_ page: String) -> [String] {
        page.matches(of: #/<tr id="([^"]*)"[\s\S]*?<\/tr>/#).map { String($0.0) }
    }

    private func names(_ page: String) -> [String] { page.matches(of: #/<tr id="([^"]*)"/#).map { String($0.1) } }

    @Test("The first page lists the newest runs in the order of publication, a year's page its runs by period")
    func order() throws {
        let desk = try Self.desk()
        defer { desk.remove() }
        #expect(
            names(try desk.text("index.html")) == [
                "2026-W01-weekly-r1", "2026-01-02-daily-r2", "2026-01-06-daily-r1", "2026-01-02-daily-r1",
                "2025-12-31-daily-r1",
            ])
        #expect(
            names(try desk.text("2026/index.html")) == [
                "2026-01-06-daily-r1", "2026-W01-weekly-r1", "2026-01-02-daily-r2", "2026-01-02-daily-r1",
            ])
        #expect(names(try desk.text("2025/index.html")) == ["2025-12-31-daily-r1"])
    }

    @Test("A row says all that the log knows, and links to what is there")
    func row() throws {
        let desk = try Self.desk()
        defer { desk.remove() }
        let page = try desk.text("2026/index.html")
        let row = try #require(rows(page).last)
        let input = try desk.archive.history().runs[1].inputID
        for part in [
            "data-kind=\"daily\" data-state=\"superseded\" data-from=\"2026-01-02\" data-decision=\"ROLL BACK\" data-verdict=\"fail\"",
            "data-v=\"2026-01-02\"><a href=\"#2026-01-02-daily-r1\">2026-01-02</a>",
            "<a class=\"open\" href=\"01-02/daily/r1/index.html\">&lt;Daily&gt; &amp; &quot;more&quot;</a>",
            "<b>ROLL BACK</b> <span class=\"verdict bad\"><span aria-hidden=\"true\">✗</span> fail</span> &#39;1&#39; of 5 &lt;failed&gt;",
            "<td class=\"n\" data-v=\"0.25\">25.0%</td>",
            "<td class=\"n bad\">1</td><td class=\"n warn\">2</td><td class=\"n warn\">3</td>",
            "superseded by <a href=\"#2026-01-02-daily-r2\">r2</a>",
            "<td class=\"d\" data-v=\"2026-01-02T21:00:00Z\">2026-01-02 16:00",
            "<code title=\"\(input)\">\(input.prefix(12))</code>", "<a href=\"01-02/daily/r1/report.md\">Markdown</a>",
            "<a href=\"01-02/daily/r1/report.xlsx\">workbook</a>",
            "<a href=\"01-02/daily/r1/manifest.json\">manifest</a>",
            "<a rel=\"prev\" href=\"../2025/index.html#2025-12-31-daily-r1\" aria-label=\"Previous daily: 2025-12-31\">‹</a>",
            "<a rel=\"next\" href=\"#2026-01-06-daily-r1\" aria-label=\"Next daily: 2026-01-06\">›</a>",
        ] { #expect(row.contains(part), "\(part) in \(row)") }
        let correction = rows(page)[2]
        #expect(correction.contains("corrects <a href=\"#2026-01-02-daily-r1\">r1</a>: A &lt;late&gt; fill."))
        #expect(correction.contains("data-state=\"current\""))
        let removed = rows(page)[1]
        #expect(removed.contains("by Ann &lt;A&gt;: A name &amp; more."))
        #expect(!removed.contains("W01/weekly/r1/"))
        // On the first page the links lead from the root, and the permalink to the page where the row always stands.
        let root = try #require(rows(try desk.text("index.html")).dropFirst(3).first)
        #expect(root.contains("<a href=\"2026/index.html#2026-01-02-daily-r1\">2026-01-02</a>"))
        #expect(root.contains("href=\"2026/01-02/daily/r1/index.html\""))
        #expect(root.contains("<a rel=\"prev\" href=\"#2025-12-31-daily-r1\""))
    }

    @Test("Every link leads to something that is there, and identifiers are unique")
    func links() throws {
        let desk = try Self.desk()
        defer { desk.remove() }
        func identifiers(_ page: String) -> [String] { page.matches(of: #/ id="([^"]*)"/#).map { String($0.1) } }
        for (name, folder) in [("index.html", ""), ("2025/index.html", "2025/"), ("2026/index.html", "2026/")] {
            let page = try desk.text(name)
            #expect(Set(identifiers(page)).count == identifiers(page).count)
            for link in page.matches(of: #/ href="([^"#]*)#?([^"]*)"/#) {
                let target = link.1.isEmpty ? name : folder + link.1
                #expect(FileManager.default.fileExists(atPath: desk.path(target)), "\(target) from \(name)")
                if !link.2.isEmpty { #expect(identifiers(try desk.text(target)).contains(String(link.2)), "\(link.0)") }
            }
            for link in page.matches(of: #/ aria-labelledby="([^"]*)"/#) {
                #expect(identifiers(page).contains(String(link.1)))
            }
        }
    }

    @Test("The pages load nothing and run the one script that their policy allows")
    func policy() throws {
        let desk = try Self.desk()
        defer { desk.remove() }
        // FIPS 180-4 example: SHA-256 of "abc", in base 64.
        #expect(SHA256.integrity(of: "abc") == "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
        for name in ["index.html", "2026/index.html"] {
            let page = try desk.text(name)
            let script = try #require(page.firstMatch(of: #/<script>([\s\S]*?)</script>/#))
            let style = try #require(page.firstMatch(of: #/<style>([\s\S]*?)</style>/#))
            #expect(
                page.contains(
                    "content=\"default-src 'none'; style-src '\(SHA256.integrity(of: String(style.1)))'; "
                        + "script-src '\(SHA256.integrity(of: String(script.1)))'; base-uri 'none'; form-action 'none'\""
                ))
            let tags = page.replacing(script.0, with: "").matches(of: #/<[a-zA-Z][^>]*>/#).map { String($0.0) }
            for part in ["<script", "<link", "<img", "<iframe", "style=", "src=", "http:", "https:", " on"] {
                #expect(!tags.contains { $0.contains(part) }, "\(part)")
            }
        }
        #expect(!IndexStyle.text.contains("url(") && !IndexStyle.text.contains("@import"))
    }

    @Test("Without a script everything is listed and nothing dead is shown")
    func withoutScript() throws {
        let desk = try Self.desk()
        defer { desk.remove() }
        let page = try desk.text("2026/index.html").replacing(#/<script>[\s\S]*?</script>/#, with: "")
        #expect(!page.contains("<tr hidden") && page.contains("<form id=\"filter\" role=\"search\" hidden>"))
        #expect(!page.replacing(#/<form[\s\S]*?</form>/#, with: "").contains("<button"))
        #expect(page.matches(of: #/<h1[ >]/#).count == 1)
        #expect(page.contains("<html lang=\"en\">") && page.contains("<caption id=\"runs.caption\">4 runs of 2026"))
        #expect(!page.contains("<th>"))
    }

    @Test("Counts of what is listed, by decision, verdict, checks and revision")
    func counts() throws {
        let desk = try Self.desk()
        defer { desk.remove() }
        let page = try desk.text("2026/index.html")
        for (filter, value, count) in [
            ("decision", "ROLL BACK", 1), ("verdict", "fail", 1), ("checks", "failed", 1), ("checks", "unknown", 1),
            ("checks", "with warnings", 1), ("state", "superseded", 1), ("state", "removed", 1),
        ] {
            #expect(
                page.contains("<li data-filter=\"\(filter)\" data-value=\"\(value)\">\(value) <b>\(count)</b></li>"))
        }
        #expect(try !desk.text("2025/index.html").contains("data-filter"))
        #expect(
            IndexPage.count(1, "run") == "1 run" && IndexPage.grouped(1_234_567) == "1,234,567"
                && IndexPage.grouped(1005) == "1,005")
    }

    @Test("The calendar marks what failed, what is unknown, what is missing, and links to the rest")
    func calendar() throws {
        let desk = try Self.desk()
        defer { desk.remove() }
        let page = try desk.text("2026/index.html")
        #expect(page.contains("<caption>January</caption>") && !page.contains("<caption>February</caption>"))
        #expect(
            page.contains(
                "<td class=\"missing\" title=\"2026-01-05: missing: daily\">5<span class=\"quiet\"> missing</span></td>"
            ))
        #expect(
            page.contains(
                "<td class=\"good\"><a href=\"#2026-01-06-daily-r1\" title=\"2026-01-06: daily\" aria-label=\"2026-01-06: daily\">6</a></td>"
            ))
        #expect(page.contains("<td>7</td>"))
        #expect(page.contains("<strong>1 report missing in 2026.</strong>"))
        #expect(page.contains("<li>daily: <span class=\"d\">2026-01-05</span></li>"))
        let root = try desk.text("index.html")
        #expect(root.contains("<a href=\"2026/index.html#2026-01-06-daily-r1\" title="))
        #expect(root.contains("<a href=\"2026/index.html\">2026</a> <span>4 runs, 1 missing</span>"))
        #expect(try !desk.text("2025/index.html").contains("missing in"))
    }

    @Test(
        "A night is as bad as the worst of its reports",
        arguments: [
            ([(1, 0), (0, 1)], [], "failed", "daily, gate; 1 check failed; 1 unknown"),
            ([(2, 0)], [], "failed", "daily; 2 checks failed"), ([(0, 1)], [], "unknown", "daily; 1 unknown"),
            ([(0, 0)], ["gate"], "incomplete", "daily; missing: gate"),
            ([], ["daily", "gate"], "missing", "missing: daily, gate"),
            ([(0, 0), (0, 0)], [], "good", "daily, gate"),
        ] as [([(Int, Int)], [String], String, String)])
    func night(checks: [(Int, Int)], missing: [String], state: String, words: String) throws {
        let day = try #require(Day("2026-07-31"))
        let runs = try zip(["daily", "gate"], checks).map { kind, checks in
            Run(
                sequence: 1, time: Instant(secondsSince1970: 0), place: try place("2026/07-31/\(kind)/r1"), asOf: day,
                supersedes: nil, reason: nil, inputID: "i", manifest: "m", files: [],
                outcome: Outcome(title: "t", headline: "h", failed: checks.0, unknown: checks.1), warnings: 0,
                previous: "p")
        }
        let night = NightCalendar.Night(day: day, runs: runs, gaps: missing.map { Gap(kind: $0, period: .day(day)) })
        #expect(night.state.rawValue == state)
        #expect(night.words == words)
    }

    @Test("The first page stops at two hundred and fifty runs and says where the others are")
    func newest() throws {
        var lines: [Outline.Line] = []
        var log = Log([])
        let first = try #require(Day("2024-01-01"))
        for number in 1...251 {
            let day = first.adding(number)
            let run = Run(
                sequence: number, time: Instant(utc: day),
                place: try place("\(day.year)/\(day.iso.dropFirst(5))/daily/r1"),
                asOf: day, supersedes: nil, reason: nil, inputID: "i", manifest: "m", files: ["report.md"],
                outcome: Outcome(title: "t", headline: "h"), warnings: 0, previous: "p")
            log = log.adding(try LogRecord.run(run).line())
            lines.append(Outline.Line(place: run.place, isRemoval: false))
        }
        var reader = IndexReader(log, Outline(lines), expected: [])
        let page = IndexPage.html(try reader.content(.newest), origin: "test")
        #expect(names(page).count == 250)
        #expect(page.contains("The newest 250 of 251 runs, newest first; older ones stand on the pages of their years"))
        // The run before the oldest that is listed stands on the page of its year.
        #expect(page.contains("href=\"2024/index.html#2024-01-02-daily-r1\" aria-label=\"Previous daily: 2024-01-02\""))
        #expect(page.contains("<a class=\"open\" href=\"2024/01-03/daily/r1/report.md\">"))
    }

    @Test("Rebuilt as a whole the pages are the same, byte by byte; a lost page is made again")
    func rebuilt() throws {
        let desk = try Self.desk()
        defer { desk.remove() }
        let before = try desk.contents()
        try desk.archive.rebuildIndex()
        #expect(try desk.contents() == before)
        try FileManager.default.removeItem(atPath: desk.path("2025"))
        try desk.archive.rebuildIndex()
        #expect(try desk.text("2025/index.html").utf8.elementsEqual(before["2025/index.html"] ?? Data()))
    }
}
