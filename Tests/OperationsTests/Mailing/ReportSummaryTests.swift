import Archive
import Dates
import Mail
import Notebooks
import PublishingFixture
import Testing

@testable import Operations

@Suite("What a mail says of a report")
struct ReportSummaryTests {
    private static let week = ISOWeek("2026-W31")

    /// A run of the week, and what it came to.
    private func run(revision: Int = 1, reason: String? = nil) throws -> Run {
        let desk = try MailDesk()
        defer { desk.desk.remove() }
        var run = try desk.publish("2026-W31", note: "Gain, 1 of 5 KPIs missed")
        for number in 1..<revision { run = try desk.publish("2026-W31", note: "correction \(number)") }
        return run
    }

    private func summary(
        _ run: Run, address: String = "https://reports.example.com/", _ change: (inout Document) -> Void = { _ in }
    ) -> ReportSummary {
        var document = Document(title: "Weekly review 2026-W31", kind: "weekly", asOf: run.asOf)
        change(&document)
        return ReportSummary(of: run, showing: document, log: (12, "3a7b"), address: address)
    }

    @Test("Title, period, input id, witness and page are the run's; its headline stands where the gate has not decided")
    func plain() throws {
        let run = try run()
        let summary = summary(run)
        #expect(summary.title == "Weekly review" && summary.label == "Weekly")
        #expect(self.summary(run) { $0.title = "The desk" }.title == "The desk")
        #expect(summary.period == "2026-W31" && summary.inputID == run.inputID)
        #expect(summary.witness == ReportSummary.Witness(size: 12, head: "3a7b"))
        #expect(summary.page == "https://reports.example.com/2026/W31/weekly/r1/index.html")
        // What the decision says already is not said twice.
        #expect(summary.decision == "Gain, 1 of 5 KPIs missed" && summary.headline == nil)
        #expect(summary.figures.isEmpty && summary.failedChecks.isEmpty && summary.notice == nil)
        #expect(summary.failure == nil)
        #expect(self.summary(run, address: "").page == "2026/W31/weekly/r1/index.html")
    }

    @Test("The gate's decision comes first")
    func gate() throws {
        let summary = summary(try run()) {
            $0.facts = [.init(name: "Revision", text: "2"), .init(name: "Gate", text: "HOLD at 25 %")]
        }
        #expect(summary.decision == "HOLD at 25 %" && summary.headline == "Gain, 1 of 5 KPIs missed")
        #expect(ReportMail.compose(summary).subject == "Weekly 2026-W31: HOLD at 25 %")
    }

    @Test(
        "What happened is the first paragraph below the first heading, in plain words; figures there leave it out",
        arguments: [
            (
                [
                    Block.prose("Before."), .heading(level: 1, text: "Gain", anchor: "gain"),
                    .prose("Equity changed by **$939.00**: `a` \\*.\n\nMore."),
                ], "Equity changed by $939.00: a *."
            ),
            ([.heading(level: 1, text: "Gain", anchor: "gain"), .heading(level: 2, text: "B", anchor: "b")], nil),
            ([.prose("No heading.")], nil), ([], nil),
        ] as [([Block], String?)])
    func lead(blocks: [Block], lead: String?) throws {
        #expect(summary(try run()) { $0.blocks = blocks }.lead == lead)
    }

    @Test("The headline figures are the first that the report shows, with their verdicts in colour")
    func figures() throws {
        let desk = try MailDesk()
        defer { desk.desk.remove() }
        let words: [(Notebooks.Verdict, ReportSummary.Verdict.Tone)] = [
            (.met, .good), (.pass, .good), (.missed, .bad), (.fail, .bad), (.warn, .open), (.tooEarly, .open),
            (.unknown, .open),
        ]
        let items = words.map {
            "  - { label: \($0.0), value: pnl.amount, format: usd, verdict: \($0.0.rawValue), target: x }"
        }
        let text = """
            ---
            title: Page
            kind: daily
            formats: [html]
            ---
            # All quiet

            ```sql pnl
            --| show: no
            select 54.4 as amount
            ```

            ```figures first
            title: First
            items:
              - { label: P&L, value: pnl.amount, format: usd }
            \(items.joined(separator: "\n"))
            ```

            ```figures second
            title: Second
            items:
              - { label: Not in the mail, value: pnl.amount }
            ```

            """
        let document = try desk.document(text)
        let figures = summary(try run()) { $0.blocks = document.blocks }.figures
        #expect(figures.first == ReportSummary.Figure(label: "P&L", text: "$54.40"))
        #expect(
            figures.dropFirst().map(\.verdict) == words.map { ReportSummary.Verdict($0.0.rawValue, $0.1) })
        #expect(figures.count == 8)
    }

    @Test(
        "Checks that failed or could not be evaluated are named with value, limit and what they rest on; others are not"
    )
    func checks() throws {
        let desk = try MailDesk()
        defer { desk.desk.remove() }
        let text = """
            ---
            title: Page
            kind: daily
            formats: [html]
            ---
            # Checks

            ```sql judged
            --| show: no
            select 'Delta' as title, 0.35 as value, 'at most 0.30' as "limit", 'fail' as verdict, 'SPY' as evidence
            union all select 'Theta', 12.0, '', 'pass', '' union all select 'Vega', null, 'above -1000', 'unknown', ''
            union all select 'Risk', 0.09, '', 'warn', 'close'
            ```

            ```checks all_checks
            title: Checks
            data: judged
            check: title
            value: value
            limit: limit
            verdict: verdict
            evidence: evidence
            ```

            """
        let document = try desk.document(text)
        let checks = summary(try run()) { $0.blocks = document.blocks }.failedChecks
        #expect(
            checks == [
                ReportSummary.FailedCheck(title: "Delta", detail: "0.35, at most 0.30, SPY"),
                ReportSummary.FailedCheck(title: "Vega", detail: "–, above -1000"),
            ])
    }

    @Test("A revision says which and why, and modelled prices are said to be so")
    func notices() throws {
        let run = try run(revision: 2)
        #expect(summary(run).period == "2026-W31 r2" && summary(run).title == "Weekly review")
        #expect(
            summary(run).notice
                == "Revision 2. Changed since r1: note (Gain, 1 of 5 KPIs missed → correction 1)")
        let both = summary(run) { $0.syntheticNotice = "Simulated." }.notice
        #expect(both == "\(summary(run).notice ?? "")\nSynthetic prices. Simulated.")
        #expect(summary(try self.run()) { $0.syntheticNotice = "Simulated." }.notice == "Synthetic prices. Simulated.")
    }
}
