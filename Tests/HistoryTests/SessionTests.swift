import Dates
import GRDB
import Input
import Ledger
import Mathematics
import Testing

@testable import History

@Suite("Sessions, written and read")
struct SessionTests {
    @Test("Everything that a session leaves comes back as it was")
    func roundTrip() throws {
        let folder = try Folder()
        let history = try folder.history()
        let session = sampleSession()
        try history.write(session)
        #expect(try history.sessions() == [session.day])
        #expect(try history.trades() == session.opened)
        #expect(try history.fills(ofTrade: 1) == session.fills)
        #expect(try history.marks() == session.marks)
        #expect(try history.snapshots() == session.snapshots)
        #expect(try history.dailyResults() == session.results)
        #expect(try history.candidates() == session.candidates)
        #expect(try history.comparisons() == session.comparisons)
        #expect(try history.marketDays() == session.market)
        #expect(try history.fills() == session.fills)
        #expect(try history.findings() == session.findings)
    }

    @Test("A run comes back as it was, a seed beyond 63 bits too")
    func runs() throws {
        let folder = try Folder()
        let history = try folder.history()
        var run = RunRecord(
            kind: "simulate", from: day("2024-01-02"), to: day("2025-12-31"), initialEquity: dollars(500_000),
            share: 0.1, seed: .max, isSynthetic: true, provenance: "simulated market", parameters: "a=1\nb=2")
        try history.write(run: run)
        run.seed = nil
        run.kind = "run"
        try history.write(run: run)
        let found = try history.runs()
        #expect(found.map(\.kind) == ["simulate", "run"])
        #expect(found.map(\.seed) == [.max, nil])
        #expect(found.last == run)
    }

    @Test("A history as of a day does not know later entries or exits")
    func asOf() throws {
        let folder = try Folder()
        let history = try folder.history()
        var session = SessionRecord(day: day("2026-08-05"))
        let exit = sampleExit("2026-08-05T15:00:00Z", cost: "0.5")
        let first = sampleTrade(1, exit: exit)
        let second = sampleTrade(2, entry: "2026-08-04T14:00:00Z")
        session.opened = [first, second]
        session.closed = [first]
        try history.write(session)
        #expect(try history.trades().map(\.exit) == [exit, nil])
        #expect(try history.trades(through: day("2026-08-05")).map(\.exit) == [exit, nil])
        #expect(try history.trades(through: day("2026-08-04")).map(\.exit) == [nil, nil])
        #expect(try history.trades(through: day("2026-08-03")).map(\.id) == [1])
        #expect(try history.trades(through: day("2026-06-30")).isEmpty)
        #expect(try history.lastTradeID() == 2)
    }

    @Test("A history spans from its first to its last day of anything; an empty one spans nothing")
    func extent() throws {
        let folder = try Folder()
        let history = try folder.history()
        #expect(try history.span() == nil)
        var session = SessionRecord(day: day("2026-07-06"))
        let trade = sampleTrade(1, exit: sampleExit("2026-07-10T15:00:00Z", cost: "1"))
        session.opened = [trade]
        session.closed = [trade]
        try history.write(session)
        #expect(try history.span() == day("2026-07-01")...day("2026-07-10"))
    }

    @Test("A span of days has both its ends")
    func spans() throws {
        let folder = try Folder()
        let history = try folder.history()
        var session = SessionRecord(day: day("2026-07-03"))
        session.opened = [sampleTrade(1)]
        for date in ["2026-07-01", "2026-07-02", "2026-07-03"] {
            session.marks.append(sampleMark(1, "\(date)T20:00:00Z", mark: "1", unrealized: 0))
            session.snapshots.append(sampleSnapshot("\(date)T20:00:00Z"))
            session.results.append(
                DailyResult(day: day(date), strategy: .legacy, capital: dollars(1), pnl: .zero))
        }
        try history.write(session)
        let (first, last) = (day("2026-07-02"), day("2026-07-03"))
        #expect(try history.marks(from: first, through: last).map(\.day) == [first, last])
        #expect(try history.marks(through: first).count == 2)
        #expect(try history.snapshots(from: last).map(\.day) == [last])
        #expect(try history.dailyResults(from: first, through: first).map(\.day) == [first])
        #expect(try history.sessions(from: first, through: first).isEmpty)
    }

    @Test("Refusals count by the first rule that did not pass")
    func candidateSummary() throws {
        let folder = try Folder()
        let history = try folder.history()
        try history.write(sampleSession())
        let summary = try history.candidateSummary(from: day("2026-07-01"), through: day("2026-07-01"))
        #expect(
            summary
                == CandidateSummary(
                    candidates: 2, trades: 1,
                    refusals: [
                        .init(book: .incomePop, allotment: .shadow, rule: "iv-rank", count: 1, notEvaluated: 1)
                    ]))
        #expect(
            try history.candidateSummary(from: day("2026-07-02"))
                == CandidateSummary(candidates: 0, trades: 0, refusals: []))
    }

    @Test("A session is written once, and a second writing leaves nothing")
    func twice() throws {
        let folder = try Folder()
        let history = try folder.history()
        try history.write(sampleSession())
        #expect(throws: HistoryError.sessionAlreadyWritten(day: day("2026-07-01"))) {
            try history.write(sampleSession(2))
        }
        #expect(try history.trades().map(\.id) == [1])
    }

    @Test("A batch with a fault in its last session leaves none of its sessions")
    func batch() throws {
        let folder = try Folder()
        let history = try folder.history()
        var second = SessionRecord(day: day("2026-07-02"))
        second.closed = [sampleTrade(99, exit: sampleExit("2026-07-02T15:00:00Z", cost: "1"))]
        #expect(throws: HistoryError.unknownTrade(id: 99, wanted: "an open trade")) {
            try history.write([sampleSession(), second])
        }
        #expect(try history.sessions().isEmpty)
        #expect(try history.trades().isEmpty)
        #expect(try rows(history, "SELECT count(*) FROM portfolio_metrics") == ["0"])
    }

    @Test("A trade closes once, and with an exit")
    func closing() throws {
        let folder = try Folder()
        let history = try folder.history()
        try history.write(sampleSession())
        var session = SessionRecord(day: day("2026-07-02"))
        session.closed = [sampleTrade(1)]
        #expect(throws: HistoryError.unknownTrade(id: 1, wanted: "a closed trade with an exit")) {
            try history.write(session)
        }
        session.closed = [sampleTrade(1, exit: sampleExit("2026-07-02T15:00:00Z", cost: "1"))]
        try history.write(session)
        session.day = day("2026-07-03")
        #expect(throws: HistoryError.unknownTrade(id: 1, wanted: "an open trade")) { try history.write(session) }
    }

    @Test("A mark of a trade that is not there is refused")
    func strayMark() throws {
        let folder = try Folder()
        let history = try folder.history()
        var session = SessionRecord(day: day("2026-07-02"))
        session.marks = [sampleMark(5, "2026-07-02T20:00:00Z", mark: "1", unrealized: 0)]
        #expect(
            throws: HistoryError.contradiction(path: history.path, detail: "FOREIGN KEY constraint failed")
        ) { try history.write(session) }
        #expect(try history.sessions().isEmpty)
    }

    @Test("A finding that stands there already is not repeated")
    func findingsOnce() throws {
        let folder = try Folder()
        let history = try folder.history()
        let dated = Finding(
            severity: .note, rule: "a", subject: "s", day: day("2026-07-01"), place: "p", message: "m")
        let undated = Finding(severity: .error, rule: "a", subject: "s", message: "m")
        try history.write(findings: [dated, undated, dated])
        try history.write(findings: [undated])
        #expect(try history.findings() == [undated, dated])
        #expect(try history.findings(from: day("2026-07-02")) == [undated])
    }

    @Test("Every structure's strikes stand in the plan's columns", arguments: Structure.allCases)
    func planStrikes(structure: Structure) throws {
        let expected: [Structure: String] = [
            .putCredit: "600.0|595.0", .callCredit: "-|-", .ironCondor: "600.0|595.0", .hedge: "600.0|595.0",
        ]
        let folder = try Folder()
        let history = try folder.history()
        var session = SessionRecord(day: day("2026-07-01"))
        session.opened = [
            sampleTrade(
                1, book: structure == .hedge ? .hedge : .primary, structure: structure,
                expiration: structure == .callCredit ? nil : "2026-08-14")
        ]
        try history.write(session)
        #expect(try rows(history, "SELECT short_strike, long_strike FROM trades") == [expected[structure] ?? ""])
    }

    @Test("Sums of P&L by any grouping equal the sum of the ledger, to the cent")
    func adds() throws {
        let folder = try Folder()
        let history = try folder.history()
        var random = RandomSource(seed: 20_260_701)
        var session = SessionRecord(day: day("2026-07-31"))
        var total = Money.zero
        for id in 1...400 {
            let trade = sampleTrade(
                Int64(id), book: Book.allCases[random.index(below: 3)],
                symbol: ["SPY", "QQQ", "IWM"][random.index(below: 3)], contracts: 1 + random.index(below: 40),
                credit: "\(Price(tenThousandths: Int64(random.index(below: 30_000))))",
                fees: Double(random.index(below: 5000)) / 100,
                exit: sampleExit(
                    "2026-07-1\(random.index(below: 10))T15:00:00Z",
                    cost: "\(Price(tenThousandths: Int64(random.index(below: 60_000))))",
                    fees: Double(random.index(below: 5000)) / 100))
            session.opened.append(trade)
            session.closed.append(trade)
            total = total + (trade.realizedPnL ?? .zero)
        }
        try history.write(session)
        #expect(try history.trades().reduce(Money.zero) { $0 + ($1.realizedPnL ?? .zero) } == total)
        for key in ["book", "symbol", "exit_day", "book || symbol || contracts"] {
            let groups = try rows(
                history,
                "SELECT sum(CAST(round(realized_pnl * 100) AS INTEGER)) FROM closed_trades GROUP BY \(key)")
            #expect(groups.compactMap { Int64($0) }.reduce(0, +) == total.cents)
        }
        // Each dollar figure is the double nearest to its cents.
        let values = try rows(history, "SELECT realized_pnl FROM closed_trades ORDER BY trade_id")
        #expect(values.map { Double($0) } == session.closed.map { $0.realizedPnL?.dollars })
    }

    @Test("Readers see what was committed last, while a writer is in the middle of a transaction")
    func readingWhileWriting() throws {
        let folder = try Folder()
        let history = try folder.history()
        try history.write(sampleSession())
        let reader = try HistoryStore(reading: history.path)
        try history.writing { db in
            try db.execute(sql: "UPDATE trades SET symbol = 'QQQ'")
            #expect(try reader.trades().map(\.symbol) == ["SPY"])
        }
        #expect(try reader.trades().map(\.symbol) == ["QQQ"])
    }
}
