import Dates
import Ledger
import Metrics
import Testing

/// The plan's five checks, row by row: value, limit, verdict and the words that a reader sees.
@Suite("The daily checklist")
struct ChecklistTests {
    private static let session = Day("2026-07-30") ?? Day(daysSince1970: 0)

    private static func snapshot(
        at time: Instant = TestTrade.time("2026-07-30"), delta: Double = 0.1, vega: Double = -400,
        dayAtRisk: Double = 0.03, openRisk: Double? = 0.2, rank: Double? = 45, required: Bool? = nil,
        active: Bool = false
    ) -> PortfolioSnapshot {
        PortfolioSnapshot(
            time: time, totalDelta: delta, totalTheta: 20, totalVega: vega, totalGamma: -0.01, dayAtRisk: dayAtRisk,
            vix: 17, hedgeActive: active, openRisk: openRisk, equity: nil, meanIVRank: rank, hedgeRequired: required)
    }

    private static func input(
        _ snapshot: PortfolioSnapshot? = snapshot(), before: Instant? = nil, open: [Trade] = [],
        marks: [PositionMark] = [], openings: [ChecklistInput.Opening] = [],
        calendar: ChecklistInput.Nearness = .clear
    ) -> ChecklistInput {
        ChecklistInput(
            session: session, close: TestTrade.time("2026-07-30", hour: 16, minute: 0), snapshot: snapshot,
            lastSnapshotBefore: before, open: open,
            marks: Dictionary(marks.map { ($0.tradeID, $0) }) { first, _ in first }, openings: openings,
            calendar: calendar)
    }

    private static func check(_ key: String, _ input: ChecklistInput) throws -> Check {
        try #require(Checklist(input).checks.first { $0.key == key })
    }

    private static func trade(_ id: Int64, stop: String? = "profit 50%, stop 150%, time 21, delta 0.30") -> Trade {
        var trade = TestTrade.make(id, entry: "2026-07-20", credit: "0.60")
        trade.stopRule = stop
        return trade
    }

    @Test("A quiet session passes all five, in the plan's order")
    func quiet() {
        let list = Checklist(Self.input())
        #expect(
            list.checks.map(\.key) == ["portfolio-delta", "day-at-risk", "stop-losses", "vix-hedge", "blackout"])
        #expect(list.checks.allSatisfy { $0.verdict == .pass })
        #expect(list.exitStatus == 0 && list.verdict == "All 5 checks passed")
    }

    @Test(
        "Delta may be ±0.30, both ends allowed; beyond nine tenths of it is a warning",
        arguments: [
            (0.0, CheckVerdict.pass), (0.27, .pass), (-0.27, .pass), (0.28, .warn), (-0.30, .warn), (0.30, .warn),
            (0.301, .fail), (-0.5, .fail),
        ])
    func delta(value: Double, verdict: CheckVerdict) throws {
        let check = try Self.check("portfolio-delta", Self.input(Self.snapshot(delta: value)))
        #expect(check.verdict == verdict && check.value == .number(value) && check.limit == "within ±0.30")
    }

    @Test("What is near or beyond a limit says by how much")
    func nearness() throws {
        let near = try Self.check("portfolio-delta", Self.input(Self.snapshot(delta: -0.285)))
        #expect(near.evidence == "net dollar delta ÷ equity at 2026-07-30 15:45, 95% of the limit")
        let beyond = try Self.check("day-at-risk", Self.input(Self.snapshot(dayAtRisk: 0.12)))
        #expect(
            beyond.evidence
                == "opened in the session 12%, beyond the limit by 20% of it, open in all 20% of equity")
    }

    @Test(
        "Day at risk may be 10 %, open risk 50 %; either beyond its cap fails the check",
        arguments: [
            (0.03, 0.2, CheckVerdict.pass), (0.10, 0.2, .warn), (0.1001, 0.2, .fail), (0.03, 0.46, .warn),
            (0.03, 0.51, .fail),
        ])
    func risk(day: Double, open: Double, verdict: CheckVerdict) throws {
        let check = try Self.check("day-at-risk", Self.input(Self.snapshot(dayAtRisk: day, openRisk: open)))
        #expect(check.verdict == verdict && check.value == .number(day))
        #expect(check.limit == "at most 10%; open risk at most 50%")
    }

    @Test("Open risk that was not recorded leaves the check unknown, unless the day alone fails it")
    func noOpenRisk() throws {
        #expect(try Self.check("day-at-risk", Self.input(Self.snapshot(openRisk: nil))).verdict == .unknown)
        #expect(
            try Self.check("day-at-risk", Self.input(Self.snapshot(dayAtRisk: 0.2, openRisk: nil))).verdict == .fail)
    }

    @Test("A session without a snapshot, or with one long before the close, passes nothing that needs it")
    func stale() throws {
        let missing = Self.input(nil, before: TestTrade.time("2026-07-29"))
        let early = Self.input(Self.snapshot(at: TestTrade.time("2026-07-30", hour: 13, minute: 59)))
        for key in ["portfolio-delta", "day-at-risk", "vix-hedge", "stop-losses"] {
            #expect(try Self.check(key, missing).verdict == .unknown)
            #expect(try Self.check(key, early).verdict == .unknown)
        }
        #expect(
            try Self.check("portfolio-delta", missing).evidence
                == "no snapshot for 2026-07-30; the last one is of 2026-07-29 15:45")
        #expect(
            try Self.check("portfolio-delta", early).evidence
                == "the session's last snapshot is of 2026-07-30 13:59, more than 120 minutes before the close at "
                + "2026-07-30 16:00")
        #expect(
            try Self.check("portfolio-delta", Self.input(nil)).evidence == "no snapshot for 2026-07-30")
        #expect(Checklist(missing).exitStatus == 3)
        #expect(
            try Self.check(
                "portfolio-delta", Self.input(Self.snapshot(at: TestTrade.time("2026-07-30", hour: 14, minute: 0)))
            ).verdict == .pass)
    }

    @Test("A position without a stop fails; one that was not marked is not known to be watched")
    func stops() throws {
        let (guarded, bare) = (Self.trade(4), Self.trade(5, stop: nil))
        let mark = TestTrade.mark(guarded, "2026-07-30", "0.50")
        let fail = try Self.check("stop-losses", Self.input(open: [guarded, bare], marks: [mark]))
        #expect(fail.verdict == .fail && fail.value == .integer(1))
        #expect(fail.evidence == "without a stop rule: trade 5 (SPY put_credit)")
        let unknown = try Self.check("stop-losses", Self.input(open: [guarded]))
        #expect(unknown.verdict == .unknown)
        #expect(
            unknown.evidence == "not marked in the session, so nobody watched its stop: trade 4 (SPY put_credit)")
        let pass = try Self.check("stop-losses", Self.input(open: [guarded], marks: [mark]))
        #expect(pass.verdict == .pass)
        #expect(pass.evidence == "the one open position has a stop and was marked in the session")
        #expect(try Self.check("stop-losses", Self.input()).evidence == "nothing is open")
        // A missing stop is known without any snapshot.
        #expect(try Self.check("stop-losses", Self.input(nil, open: [bare])).verdict == .fail)
    }

    @Test("A hedge needs no stop; more than five names are counted")
    func names() throws {
        let hedge = TestTrade.make(9, .hedge, "VIX", .hedge, entry: "2026-07-20", credit: "-0.60", width: nil)
        #expect(try Self.check("stop-losses", Self.input(open: [hedge])).verdict == .pass)
        let many = (1...7).map { Self.trade($0, stop: "") }
        let check = try Self.check("stop-losses", Self.input(open: many))
        #expect(check.value == .integer(7) && check.evidence.hasSuffix("trade 5 (SPY put_credit) and 2 more"))
    }

    // Sold at 0.60: a stop of 150 % is a loss of $90 a contract, reached when closing costs 1.50 plus the fee of $1.30.
    @Test("A position beyond its stop at the last mark is a warning")
    func beyondStop() throws {
        let trade = Self.trade(4)
        func verdict(_ price: String) throws -> CheckVerdict {
            try Self.check(
                "stop-losses", Self.input(open: [trade], marks: [TestTrade.mark(trade, "2026-07-30", price)])
            ).verdict
        }
        #expect(try verdict("1.48") == .pass)
        #expect(try verdict("1.50") == .warn)
        let odd = Self.trade(4, stop: "time 21")
        let mark = TestTrade.mark(odd, "2026-07-30", "5.00")
        #expect(try Self.check("stop-losses", Self.input(open: [odd], marks: [mark])).verdict == .pass)
    }

    @Test(
        "The hedge is required below −1,000 $/point and above an IV rank of 60, unless the desk recorded otherwise",
        arguments: [
            (-1_200.0, 65.0, Bool?.none, false, CheckVerdict.fail), (-1_200, 65, nil, true, .pass),
            (-1_200, 60, nil, false, .pass), (-1_000, 65, nil, false, .pass), (-900, 65, true, false, .fail),
            (-1_200, 65, false, false, .pass),
        ])
    func hedge(vega: Double, rank: Double, required: Bool?, active: Bool, verdict: CheckVerdict) throws {
        let check = try Self.check(
            "vix-hedge", Self.input(Self.snapshot(vega: vega, rank: rank, required: required, active: active)))
        #expect(check.verdict == verdict && check.value == .flag(active))
        #expect(check.limit == "active when vega is below -1,000 $/point and mean IV rank above 60")
    }

    @Test("The hedge's evidence names both causes; without an IV rank it cannot be judged")
    func hedgeEvidence() throws {
        let check = try Self.check("vix-hedge", Self.input(Self.snapshot(vega: -1_240, rank: 63.25)))
        #expect(check.evidence == "vega -1,240 $/point, mean IV rank 63.3: required, not active")
        let unknown = try Self.check("vix-hedge", Self.input(Self.snapshot(rank: nil, active: true)))
        #expect(unknown.verdict == .unknown && unknown.value == .flag(true))
    }

    @Test("An opening near an event fails; a calendar that does not reach the session passes nothing")
    func blackout() throws {
        let event = ChecklistInput.Nearness.near(
            event: "CPI release", time: TestTrade.time("2026-07-31", hour: 8, minute: 30))
        let clear = ChecklistInput.Opening(trade: Self.trade(4), event: .clear)
        let near = ChecklistInput.Opening(trade: Self.trade(5), event: event)
        let fail = try Self.check("blackout", Self.input(openings: [clear, near]))
        #expect(fail.verdict == .fail && fail.value == .integer(1))
        #expect(fail.evidence == "trade 5 (SPY put_credit) near the CPI release of 2026-07-31 08:30")
        #expect(fail.limit == "no opening within 24 h of an event")
        let unknown = try Self.check("blackout", Self.input(calendar: .unknown("the calendar ends 2026-06-30")))
        #expect(unknown.verdict == .unknown && unknown.evidence == "the calendar ends 2026-06-30")
        let other = ChecklistInput.Opening(trade: Self.trade(6), event: .unknown("no CPI calendar"))
        #expect(try Self.check("blackout", Self.input(openings: [other])).verdict == .unknown)
        #expect(try Self.check("blackout", Self.input(openings: [clear])).evidence == "1 opened, not near an event")
        #expect(
            try Self.check("blackout", Self.input(openings: [clear, clear])).evidence
                == "2 opened, none of them near an event")
        #expect(try Self.check("blackout", Self.input()).evidence == "nothing was opened")
        // Where the session was not recorded, its openings may not have been either; one that was still fails.
        #expect(try Self.check("blackout", Self.input(nil)).verdict == .unknown)
        #expect(try Self.check("blackout", Self.input(nil, openings: [near])).verdict == .fail)
    }

    @Test(
        "The exit status is that of the gravest: failed before unknown before warnings",
        arguments: [
            ([CheckVerdict.pass], Int32(0), "All 1 checks passed"),
            ([.pass, .warn], 1, "All checks passed, one warning"),
            ([.warn, .warn], 1, "All checks passed, 2 warnings"),
            ([.unknown, .warn], 3, "1 of 2 checks could not be evaluated, one warning"),
            ([.pass, .unknown, .fail], 2, "1 of 3 checks failed, 1 could not be evaluated"),
        ])
    func exitStatus(verdicts: [CheckVerdict], status: Int32, words: String) {
        var list = Checklist(Self.input())
        list.checks = verdicts.map {
            Check(
                key: $0.rawValue, title: "", verdict: $0, value: .null, unit: .count, limit: "", evidence: "")
        }
        #expect(list.exitStatus == status && list.verdict == words)
        let order = ["fail", "unknown", "warn", "pass"]
        #expect(
            list.byUrgency.map(\.key)
                == verdicts.map(\.rawValue).sorted { (order.firstIndex(of: $0) ?? 9) < (order.firstIndex(of: $1) ?? 9) }
        )
    }

    @Test("The dataset has a row a check, with the row's own unit")
    func dataset() {
        let rows = Checklist(Self.input()).dataset
        #expect(rows.name == "checklist" && rows.rows.count == 5)
        #expect(
            rows.columns.map(\.name) == ["check", "verdict", "value", "limit", "evidence", "unit", "link", "key"])
        #expect(rows.rows[1][0] == .text("Day at risk") && rows.rows[1][5] == .text("percent"))
    }
}
