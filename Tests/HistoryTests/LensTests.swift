import Dates
import GRDB
import Ledger
import Testing

@testable import History

@Suite("A history as it stood on an evening")
struct LensTests {
    private let days = ["2026-07-01", "2026-07-02", "2026-07-06"].map(day)

    /// Three sessions: trade 1 opened in the first and closed in the third, trade 2 opened in the second, and of each day a
    /// mark, a snapshot, results, a candidate, a comparison, a finding, the market, a decision and words.
    private func write(through last: Day, to history: HistoryStore) throws {
        for (index, day) in days.enumerated() where day <= last {
            let time = NewYork.instant(day, hour: 15, minute: 45)
            var record = SessionRecord(day: day)
            if index < 2 {
                var trade = sampleTrade(Int64(index + 1))
                trade.entryTime = time
                record.opened = [trade]
                record.candidates = [
                    CandidateRecord(
                        time: time, book: .primary, allotment: .allotted, symbol: "SPY", structure: .putCredit,
                        results: [RuleResult(rule: "dte", passed: true, detail: "44 days")], tradeID: trade.id)
                ]
            }
            if index == 2 {
                var trade = sampleTrade(1)
                trade.entryTime = NewYork.instant(days[0], hour: 15, minute: 45)
                trade.exit = TradeExit(time: time, cost: price("0.5"), fees: dollars(2.6), reason: .profit)
                record.closed = [trade]
            }
            record.marks = [
                PositionMark(
                    tradeID: index == 0 ? 1 : 2, time: time, mark: price("1"), unrealizedPnL: dollars(Double(index)),
                    delta: 1, gamma: 0, theta: 1, vega: 1, shortDelta: nil, spot: 620, impliedVolatility: nil)
            ]
            record.snapshots = [
                PortfolioSnapshot(
                    time: time, totalDelta: Double(index) / 10, totalTheta: 1, totalVega: 1, totalGamma: 1,
                    dayAtRisk: 0,
                    vix: 17, hedgeActive: false)
            ]
            record.results = StrategyName.allCases.map {
                DailyResult(day: day, strategy: $0, capital: dollars(1000), pnl: dollars(Double(index)))
            }
            record.comparisons = [
                ParallelComparison(
                    time: time, multibookProposed: [], legacyProposed: [], multibookExposure: .zero,
                    legacyExposure: .zero, onlyOne: [], opposite: [], sizeRatio: nil)
            ]
            record.market = [MarketDay(day: day, symbol: "SPY", price: 620)]
            try history.write(record)
            try history.write(
                run: RunRecord(
                    kind: "import", from: day, to: day, initialEquity: .zero, share: 0, seed: nil, isSynthetic: false,
                    provenance: "equity of \(day).csv", parameters: ""))
            try history.record(SignOff(item: "i", person: "Ada", recordedAt: time, note: ""))
            _ = try history.record(
                GateRecord(
                    day: day, decidedAt: time, shareBefore: 0.1, shareAfter: 0.1, decision: .hold, rule: "dwell",
                    grade: "", reasons: [], evidence: "{}", inputsDigest: "", ruleVersion: ""))
        }
    }

    /// Every row of every table and view that a query without a schema's name sees, by name.
    private func everything(_ path: String, _ lens: [String]) throws -> [String: [String]] {
        let queue = try DatabaseQueue(path: path)
        return try queue.writeWithoutTransaction { db in
            for statement in lens { try db.execute(sql: statement) }
            let names = try String.fetchAll(
                db,
                sql: "SELECT name FROM main.sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%'")
            var contents: [String: [String]] = [:]
            for name in names where !["trades", "rule_outcomes", "trade_legs", "confidence_components"].contains(name) {
                contents[name] = try Row.fetchAll(db, sql: "SELECT * FROM \(name)").map { "\($0)" }.sorted()
            }
            return contents
        }
    }

    @Test("It shows what a history holds that ends with that day", arguments: 0..<3)
    func sameAsThen(index: Int) throws {
        let (whole, part) = (try Folder(), try Folder())
        let history = try whole.history()
        try write(through: days[2], to: history)
        let lens = try history.lens(asOf: days[index])
        try history.close()
        let then = try part.history()
        try write(through: days[index], to: then)
        try then.close()
        let (seen, expected) = (try everything(whole.file(), lens), try everything(part.file(), []))
        #expect(seen.keys.sorted() == expected.keys.sorted())
        for (name, rows) in expected { #expect(seen[name] == rows, "\(name)") }
        #expect(expected["all_trades"]?.count == min(index + 1, 2))
        #expect(expected["closed_trades"]?.count == (index == 2 ? 1 : 0))
    }

    @Test("An evening ends at midnight in New York: what is recorded later that night belongs to the next day")
    func midnight() throws {
        let folder = try Folder()
        let history = try folder.history()
        // 03:59:59Z is one second before midnight in summer.
        for time in ["2026-07-02T03:59:59Z", "2026-07-02T04:00:00Z"] {
            try history.record(SignOff(item: time, person: "Ada", recordedAt: instant(time), note: ""))
            try history.record(RulesAuditEntry(time: instant(time), rule: time, version: "", status: .testing))
        }
        let lens = try history.lens(asOf: days[0])
        try history.close()
        let seen = try everything(folder.file(), lens)
        #expect(seen["sign_offs"]?.count == 1 && seen["strategy_rules_audit"]?.count == 1)
    }

    @Test("Every table with a date stands under it")
    func complete() throws {
        let folder = try Folder()
        let history = try folder.history()
        let dated = try rows(
            history,
            """
            SELECT DISTINCT t.name FROM sqlite_schema t, pragma_table_info(t.name) c
            WHERE t.type = 'table' AND c.name IN ('day', 'from_day', 'entry_day', 'exit_day', 'as_of') ORDER BY t.name
            """)
        let lens = try history.lens(asOf: days[0])
        for table in dated { #expect(lens.contains { $0.hasPrefix("CREATE TEMP VIEW \(table) AS") }, "\(table)") }
    }
}
