import Foundation
import Testing

@testable import Mail

@Suite("The mail about a report")
struct ReportMailTests {
    /// A summary with everything in it.
    static var rich: ReportSummary {
        var summary = ReportSummary(title: "Weekly review", label: "Weekly", period: "2025-W47", inputID: "3f2a9c41")
        summary.decision = "HOLD at 25 %"
        summary.headline = "Loss, 1 of 3 KPIs missed"
        summary.lead = "Equity changed by -$1,234.56: -$1,300.00 realised & $65.44 on open positions."
        summary.figures = [
            .init(label: "Net P&L", text: "-$1,234.56", verdict: .init("missed, target above $0", .bad)),
            .init(label: "Win rate", text: "87.5%", verdict: .init("met, target 85%", .good)),
            .init(label: "Sharpe ratio", text: "– (12 of 20 returns)", verdict: .init("too early", .open)),
            .init(label: "Equity", text: "$1,048,765.44"),
        ]
        summary.failedChecks = [
            .init(title: "Snapshots complete", detail: "4 of 5 sessions, limit 5"),
            .init(title: "Portfolio delta", detail: "0.34, limit 0.30"),
        ]
        summary.notice = "All prices are synthetic: made by a model, not by a market."
        summary.page = "https://reports.example.com/2025/2025-W47/weekly/index.html"
        summary.witness = .init(size: 312, head: String(repeating: "9f3c1a2b", count: 8))
        return summary
    }

    private func subject(_ change: (inout ReportSummary) -> Void) -> String {
        var summary = ReportSummary(title: "Weekly review", label: "Weekly", period: "2025-W47", inputID: "3f")
        change(&summary)
        return ReportMail.compose(summary).subject
    }

    @Test("The subject says the decision, and what went wrong before it")
    func subjects() {
        let checks = Self.rich.failedChecks
        #expect(ReportMail.compose(Self.rich).subject == "Weekly 2025-W47: HOLD at 25 %, 2 checks failed")
        #expect(subject { $0.decision = "PROMOTE to 50 %" } == "Weekly 2025-W47: PROMOTE to 50 %")
        #expect(subject { $0.failedChecks = [checks[0]] } == "Weekly 2025-W47: 1 check failed")
        #expect(subject { _ in } == "Weekly 2025-W47: ready")
        #expect(subject { $0.failure = "x" } == "Weekly 2025-W47: REPORT FAILED")
        #expect(
            subject {
                $0.failure = "x"
                $0.decision = "HOLD at 25 %"
                $0.failedChecks = checks
            } == "Weekly 2025-W47: REPORT FAILED, HOLD at 25 %, 2 checks failed")
    }

    @Test("Text and HTML are the golden files")
    func golden() throws {
        let mail = ReportMail.compose(Self.rich, attachments: ["weekly-2025-W47.xlsx"])
        #expect(mail.text == (try Golden.text("report.txt", updatedBy: mail.text)))
        #expect(mail.html == (try Golden.text("report.html", updatedBy: mail.html)))
    }

    @Test("Every number and every word of the summary stands in both parts")
    func sameInBoth() {
        let summary = Self.rich
        let mail = ReportMail.compose(summary, attachments: ["weekly-2025-W47.xlsx"])
        var words = summary.figures.flatMap { [$0.label, $0.text, $0.verdict?.word].compactMap { $0 } }
        words += summary.failedChecks.flatMap { [$0.title, $0.detail] }
        words += ["Weekly review 2025-W47", "HOLD at 25 %", "3f2a9c41", "312", "weekly-2025-W47.xlsx"]
        words += [summary.headline, summary.lead, summary.notice, summary.page, summary.witness?.head].compactMap { $0 }
        for word in words {
            #expect(mail.text.contains(word), "\(word)")
            #expect(mail.html.contains(ReportMailHTML.escaped(word)), "\(word)")
        }
    }

    @Test("A failed report says so first in both parts")
    func failed() throws {
        var summary = Self.rich
        summary.failure = "cell 'pnl_by_book' failed"
        let mail = ReportMail.compose(summary)
        for part in [mail.text, mail.html] {
            let place = try #require(part.range(of: MailWords.failed)?.lowerBound)
            let decision = try #require(part.range(of: "Decision:")?.lowerBound)
            #expect(place < decision)
            #expect(part.contains("pnl_by_book"))
        }
    }

    @Test("The HTML loads nothing, runs nothing, and has no style but its own attributes")
    func inert() {
        let html = ReportMail.compose(Self.rich, attachments: ["weekly-2025-W47.xlsx"]).html.lowercased()
        for word in [
            "<script", "<img", "<link", "<style", "<iframe", "url(", "@import", "src=", "javascript:", "onload",
        ] {
            #expect(!html.contains(word), "\(word)")
        }
        #expect(html.utf8.count < 30_000)
    }

    @Test("Words cannot become markup, and only web addresses become links")
    func escaping() {
        var summary = Self.rich
        summary.decision = "<script>alert(1)</script> & \"x\""
        summary.page = "javascript:alert(1)"
        summary.figures = [.init(label: "<b>", text: "a\u{0}b\nc")]
        let html = ReportMail.compose(summary).html
        #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;"))
        #expect(!html.contains("<a "))
        #expect(html.contains("&lt;b&gt;") && html.contains("a\u{FFFD}b c"))
    }

    @Test("Headers tell programs what the text tells people")
    func headers() throws {
        let message = try ReportMail.compose(Self.rich).message(
            from: Fixture.desk, to: Fixture.reader, id: Fixture.id, date: Fixture.evening)
        #expect(message.header("X-Report-Input") == "3f2a9c41")
        #expect(message.header("X-Report-Log-Size") == "312")
        #expect(message.header("X-Report-Log-Head")?.hasSuffix(String(repeating: "9f3c1a2b", count: 8)) == true)
        var outside = Self.rich
        outside.witness = nil
        #expect(ReportMail.compose(outside).headers.map(\.name) == ["X-Report-Input"])
    }

    @Test("A small report has a small mail")
    func small() {
        let summary = ReportSummary(title: "Daily checklist", label: "Daily", period: "2025-11-21", inputID: "3f")
        #expect(
            ReportMail.compose(summary).text == """
                Daily checklist 2025-11-21
                ==========================

                --
                Input 3f

                """)
    }
}
