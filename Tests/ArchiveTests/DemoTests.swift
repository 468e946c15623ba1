@testable import Archive
import Dates
import Foundation
import Notebooks
import Testing

/// Writes an archive, and a comparison of two of its runs, for people and browsers to look at:
/// `ARCHIVE_DEMO=DIRECTORY swift test --filter DemoTests`; `ARCHIVE_DEMO_YEARS` says how many years of nights, 1 unless it is set.
@Suite struct DemoTests {
    private static let folder = ProcessInfo.processInfo.environment["ARCHIVE_DEMO"]

    private static let years = ProcessInfo.processInfo.environment["ARCHIVE_DEMO_YEARS"].flatMap { Int($0) } ?? 1

    @Test(
        "Years of nights, checks and gate decisions", .enabled(if: folder != nil, "ARCHIVE_DEMO names no folder"))
    func write() throws {
        var desk = Desk(at: try #require(DemoTests.folder))
        desk.remove()
        let last = try #require(Day("2026-07-31"))
        let from = last.adding(-365 * DemoTests.years)
        desk.sessions = (0...365 * DemoTests.years).map(from.adding).filter {
            !$0.weekday.isWeekend && $0.days(to: from) % 97 != 0
        }
        var random: UInt64 = 7
        func draw(_ limit: Int) -> Int {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(random >> 33) % limit
        }
        let shares = [0, 0.1, 0.25, 0.5, 1]
        var stage = 0
        for (index, session) in desk.sessions.enumerated() where index % 211 != 50 {
            let failed = draw(20) == 0 ? 1 + draw(2) : 0
            let unknown = draw(25) == 0 ? 1 : 0
            try desk.publish(
                Desk.draft(
                    session.iso,
                    outcome: Outcome(
                        title: "Daily checklist \(session)",
                        headline: failed > 0
                            ? "\(failed) of 5 checks failed: reconciliation of cash"
                            : unknown > 0 ? "4 of 5 pass, 1 unknown" : "All 5 checks pass",
                        verdict: failed > 0 ? "fail" : unknown > 0 ? "unknown" : "pass", share: shares[stage],
                        failed: failed,
                        unknown: unknown), warnings: draw(12) == 0 ? ["A mark is missing."] : []))
            var decision = "HOLD"
            if failed == 0, index % 160 == 159, stage < 4 { stage += 1; decision = "PROMOTE" }
            if failed > 0, draw(14) == 0, stage > 0 { stage -= 1; decision = "ROLL BACK" }
            try desk.publish(
                Desk.draft(
                    session.iso, kind: "gate",
                    outcome: Outcome(
                        title: "Gate decision \(session)",
                        headline: decision == "HOLD"
                            ? "\(index % 40) of 40 sessions at this stage" : "by rule drawdown",
                        decision: decision, share: shares[stage])))
            guard session.weekday == .friday else { continue }
            let week = ISOWeek(containing: session).description
            let weekly = Outcome(
                title: "Weekly review \(week)", headline: "P&L +$1,240.50 on 6 trades; win rate 83.3%, target missed",
                verdict: index % 3 == 0 ? "missed" : "met", share: shares[stage])
            try desk.publish(Desk.draft(week, kind: "weekly", outcome: weekly))
            if index % 40 == 4 {
                try desk.publish(
                    Desk.draft(
                        week, kind: "weekly", input: "b", reason: "A fill of \(session) came late from the broker.",
                        outcome: weekly))
            }
        }
        try desk.archive.remove(
            try place("2026/W20/weekly/r1"), person: "Ann Example", reason: "A client's name was in a note.",
            at: Instant(utc: try #require(Day("2026-07-31")), hour: 22))
        #expect(try desk.archive.verify() == [])
        let history = try desk.archive.history()
        let comparison = RunComparison(
            earlier: try history.run(named: "2026-W30-weekly"), later: try history.run(named: "2026-W31-weekly"),
            changes: [
                Change(kind: .source, label: "Program", before: "ThetaDesk 0.4.0", after: "ThetaDesk 0.5.0"),
                Change(
                    kind: .check, label: "Reconciliation of cash", before: "pass", after: "fail", anchor: "check-cash"),
                Change(kind: .figure, label: "Win rate", before: "81.0%", after: "83.3%", anchor: "headline"),
                Change(
                    kind: .figure, label: "Theta capture", before: "– (too few trades)", after: "41.2%",
                    anchor: "headline"),
                Change(kind: .warning, label: "Marks", before: "A mark is missing: SPY 635/630.", after: ""),
            ])
        try desk.write(comparison.html(), "changes.html")
    }
}
