@testable import Archive
import Dates
import Foundation
import Notebooks
import Testing

@Suite struct RunComparisonTests {
    private static func run(_ path: String, title: String) throws -> Run {
        Run(
            sequence: 1, time: Instant(secondsSince1970: 0), place: try place(path), asOf: Day(daysSince1970: 20_000),
            supersedes: nil, reason: nil, inputID: String(repeating: "0a", count: 32), manifest: "m",
            files: ["index.html"],
            outcome: Outcome(title: title, headline: "h"), warnings: 0, previous: "p")
    }

    private static func comparison(_ changes: [Change]) throws -> RunComparison {
        RunComparison(
            earlier: try run("2026/W30/weekly/r1", title: "Review <30>"),
            later: try run("2026/W31/weekly/r2", title: "Review <31>"), changes: changes)
    }

    private static let changes = [
        Change(kind: .figure, label: "Win rate", before: "81.0%", after: "83.3%", anchor: "headline"),
        Change(kind: .figure, label: "P&L", before: "", after: "$12.00", anchor: ""),
        Change(kind: .check, label: "Cash", before: "pass", after: "fail", anchor: "check-cash"),
        Change(kind: .source, label: "Program", before: "0.4.0", after: "0.5.0", anchor: ""),
        Change(kind: .warning, label: "Marks", before: "A mark\nis missing", after: "", anchor: ""),
    ]

    @Test("On a console: the sources before any number, each group aligned, what is new and what is gone said so")
    func text() throws {
        #expect(
            try Self.comparison(Self.changes).text == """
                2026-W30-weekly-r1 -> 2026-W31-weekly-r2
                The program, the template, a parameter or a source is another: what follows may come from that.

                Program, template, parameters, sources
                  Program  0.4.0 -> 0.5.0

                Checks
                  Cash  pass -> fail

                Figures
                  Win rate  81.0% -> 83.3%
                  P&L       new: $12.00

                Warnings and failed cells
                  Marks  gone: A mark is missing

                """)
        #expect(try Self.comparison([]).text == "2026-W30-weekly-r1 -> 2026-W31-weekly-r2\nNothing changed.\n")
    }

    @Test("As a page: the same, with links to both reports and to where each change stands")
    func html() throws {
        let page = try Self.comparison(Self.changes).html(root: "../..")
        for part in [
            "<h1>Changes in Review &lt;31&gt;</h1>",
            "<a href=\"../../2026/W30/weekly/r1/index.html\">Review &lt;30&gt; r1</a>",
            "<strong>Not the same sources.</strong>", "<caption id=\"changes\">5 changes</caption>",
            "<a href=\"../../2026/W31/weekly/r2/index.html#check-cash\">Cash</a></th><td>pass</td><td>fail</td>",
            "P&amp;L</th><td class=\"u\">not there</td><td>$12.00</td>",
            "Marks</th><td>A mark\nis missing</td><td class=\"u\">not there</td>",
        ] { #expect(page.contains(part), "\(part)") }
        let groups = page.matches(of: #/scope="rowgroup">([^<]*)/#).map { String($0.1) }
        #expect(groups == ["Program, template, parameters, sources", "Checks", "Figures", "Warnings and failed cells"])
        #expect(!page.contains("<script") && page.contains("default-src 'none'; style-src 'sha256-"))
        #expect(page.matches(of: #/<h1[ >]/#).count == 1)
        let none = try Self.comparison([]).html()
        #expect(none.contains("Nothing changed.") && none.contains("href=\"2026/W30/weekly/r1/index.html\""))
        #expect(!none.contains("<strong>Not the same sources.</strong>"))
    }
}
