import Dates
import GRDB
import Input
import Ledger
import Testing

@testable import History

@Suite("What a report is made from")
struct InputTableTests {
    private func table(_ name: String, _ history: HistoryStore, _ evening: String = "2026-07-31") throws -> InputTable {
        try #require(try history.inputs(asOf: day(evening)).first { $0.name == name })
    }

    @Test("Each table has its rows, its span and its control totals, exact")
    func summary() throws {
        let history = try Folder().history()
        try history.write(sampleSession())
        let results = try table("daily_results", history)
        let expected = sampleSession().results
        #expect(results.rows == expected.count)
        #expect(results.first == day("2026-07-01") && results.last == day("2026-07-01"))
        #expect(results.totals["pnl"] == expected.reduce(.zero) { $0 + $1.pnl })
        #expect(results.totals["capital"] == expected.reduce(.zero) { $0 + $1.capital })
        #expect(try table("fills", history).first == day("2026-07-01"))
        let outcomes = try table("rule_outcomes", history)
        #expect(
            outcomes.rows == sampleSession().candidates.reduce(0) { $0 + $1.results.count } && outcomes.digest == nil)
        #expect(
            try history.inputs(asOf: day("2026-07-31")).map(\.name)
                == history.inputs(asOf: day("2026-07-31")).map(\.name).sorted())
    }

    @Test("The evening before anything happened, every table with a date is empty")
    func before() throws {
        let history = try Folder().history()
        try history.write(sampleSession())
        for name in ["daily_results", "trade_details", "fills", "market_days"] {
            let table = try table(name, history, "2026-06-30")
            #expect(table.rows == 0 && table.first == nil)
            #expect(table.totals.values.allSatisfy { $0 == .zero })
        }
    }

    @Test("The digest is over every row: it is the same for the same rows, and another for any change")
    func digests() throws {
        let (one, other) = (try Folder().history(), try Folder().history())
        for history in [one, other] { try history.write(sampleSession()) }
        #expect(try one.inputs(asOf: day("2026-07-31")) == other.inputs(asOf: day("2026-07-31")))
        let before = try table("trades", one)
        try one.writing { try $0.execute(sql: "UPDATE trades SET entry_delta = entry_delta + 1e-12") }
        #expect(try table("trades", one).digest != before.digest)
        #expect(try table("fills", one).digest == table("fills", other).digest)
        // A value's end is not another value's beginning.
        let moved = try Folder().history()
        try moved.write(findings: [Finding(severity: .note, rule: "a", subject: "bc", message: "m")])
        let apart = try Folder().history()
        try apart.write(findings: [Finding(severity: .note, rule: "ab", subject: "c", message: "m")])
        #expect(try table("findings", moved).digest != table("findings", apart).digest)
    }
}
