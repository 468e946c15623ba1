import Dates
import DeskFixture
import Foundation
import History
import Input
import Ledger
import Market
import Metrics
import Options
import Reviews
import Rollout
import Testing

@Suite("What the gate reads out of the history")
struct GateLoaderTests {
    private let whole = GateSurroundings(failedCells: [], isArchiveWhole: true, hasKillSwitchFile: false)
    private let conditions = GateConditions(ruleVersion: "gate 1, settings x, program 1")

    private func input(_ day: String, _ store: HistoryStore, _ conditions: GateConditions? = nil) throws -> GateInput {
        try GateLoader.input(
            after: try #require(Day(day)), from: store, calendar: try #require(Desk.calendar),
            events: try #require(Desk.events), conditions: conditions ?? self.conditions, surroundings: whole)
    }

    private func night(_ day: String, _ store: HistoryStore) throws -> GateNight {
        try GateLoader.night(
            after: try #require(Day(day)), from: store, calendar: try #require(Desk.calendar),
            events: try #require(Desk.events), conditions: conditions, surroundings: whole)
    }

    private func time(_ text: String) throws -> Instant { try #require(Instant(text)) }

    @Test("Sessions of both strategies, snapshots, shares and health as the history has them")
    func desk() throws {
        let input = try input("2026-07-31", try Desk.store())
        #expect(input.figures.multibook.count == 10 && input.figures.pairs.count == 10)
        // (5 − 0.60)·200 + 2.80 dollars at risk while a trade is open, on its last day too.
        #expect(input.figures.multibook.allSatisfy { $0.atRisk == Money(cents: 88_280) })
        #expect(input.risks.count == 10 && input.traded.map(\.share) == [Double](repeating: 0.5, count: 10))
        #expect(input.health.lastRecorded == Day("2026-07-31") && input.health.reconciliation == .zero)
        #expect(input.health.failedCells == [] && input.health.isArchiveWhole == true)
        #expect(input.trades.map(\.trade.id) == [1, 2])
        #expect(!input.obeysGate && input.records.isEmpty && input.overrides.isEmpty)
        #expect(input.nextSession == Day("2026-08-03") && input.sessions.count { $0 > input.session } >= 40)
        #expect(input.figures.missedKPIs == [])
        // At 50 % the production checklist is looked at: two approvals, a month of sessions and two words are missing.
        #expect(input.openPoints?.contains("Kill switch and rollback rehearsed") == true)
    }

    @Test("One maximum loss on the open position: the last day and the capital at risk alone differ")
    func loss() throws {
        let input = try input("2026-07-31", try Desk.store())
        let after = try #require(input.afterLoss)
        let difference = zip(input.figures.multibook, after.multibook).map { $0.result.pnl - $1.result.pnl }
        #expect(difference.dropLast().allSatisfy { $0 == .zero } && difference.last == Money(cents: 88_280))
        #expect(after.pairs.map(\.legacy) == input.figures.pairs.map(\.legacy))
    }

    @Test("A night is decided once: the second time the record answers")
    func once() throws {
        let store = try Desk.store()
        let first = try night("2026-07-31", store)
        #expect(!first.isRecorded)
        let record = try #require(first.record(decidedAt: try time("2026-07-31T22:00:00Z")))
        #expect(record.inputsDigest == first.inputsDigest && record.inputsDigest.count == 64)
        #expect(try store.record(record))
        // Whatever changes afterwards, the decision stands.
        try store.record(
            KillSwitchEvent(time: try time("2026-07-31T19:00:00Z"), isEngaged: true, person: "Ada", reason: "late"))
        let again = try night("2026-07-31", store)
        #expect(again.isRecorded && again.decision == first.decision && again.inputsDigest == first.inputsDigest)
        #expect(again.record(decidedAt: try time("2026-08-01T00:00:00Z")) == nil)
        #expect(again.report.datasets == first.report.datasets)
    }

    @Test("The next night starts from the record, and sees the override that came between")
    func nextNight() throws {
        let store = try Desk.store()
        let first = try night("2026-07-30", store)
        _ = try store.record(try #require(first.record(decidedAt: try time("2026-07-30T22:00:00Z"))))
        _ = try store.record(
            overriding: try #require(Day("2026-07-30")), at: try time("2026-07-31T12:00:00Z"), person: "Ada",
            secondPerson: nil, from: 0.5, to: 0.25, reason: "earnings", expiresOn: try #require(Day("2026-08-07")))
        let second = try night("2026-07-31", store)
        #expect(second.decision.shareBefore == 0.25)
        #expect(second.report.inForce.override?.person == "Ada")
        let input = try input("2026-07-31", store)
        #expect(input.records.map(\.day) == [Day("2026-07-30")] && input.overrides.count == 1)
    }

    @Test("What was recorded after the session's day plays no part")
    func later() throws {
        let store = try Desk.store()
        for day in ["2026-07-31T20:00:00Z", "2026-08-01T05:00:00Z"] {
            try store.record(
                KillSwitchEvent(time: try time(day), isEngaged: day > "2026-08", person: "Ada", reason: "r"))
            try store.record(SignOff(item: "guard-review", person: "Ada", recordedAt: try time(day), note: ""))
            try store.record(
                RulesAuditEntry(time: try time(day), rule: "two-weeks-paper", version: "1", status: .approved))
        }
        let input = try input("2026-07-31", store)
        #expect(!input.killSwitch.isEngaged && input.killSwitch.last != nil)
        #expect(input.signOffs.count == 1 && input.approvals.count == 1)
        let earlier = try self.input("2026-07-24", store)
        #expect(earlier.killSwitch.last == nil && earlier.signOffs.isEmpty)
        #expect(earlier.figures.multibook.count == 5 && earlier.trades.count == 1)
    }

    @Test("A history that has stopped is behind the exchange")
    func stale() throws {
        let decision = try night("2026-08-03", try Desk.store()).decision
        #expect(decision.rule == .health)
        #expect(decision.checks.first { $0.id == "history-current" }?.value.value == 1)
    }

    @Test("The kill switch's file and a broken archive come from outside")
    func surroundings() throws {
        let input = try GateLoader.input(
            after: try #require(Day("2026-07-31")), from: try Desk.store(), calendar: try #require(Desk.calendar),
            events: try #require(Desk.events), conditions: conditions,
            surroundings: GateSurroundings(failedCells: nil, isArchiveWhole: false, hasKillSwitchFile: true))
        #expect(input.killSwitch.isEngaged && input.health.isArchiveWhole == false && input.health.failedCells == nil)
    }

    @Test("An imported history tells its share by the capitals, near a rung as that rung, and cannot be reconciled")
    func imported() throws {
        let store = try HistoryStore(writing: Desk.path())
        let rows = """
            date,strategy,allotted_capital,pnl
            2026-07-27,MULTIBOOK,50000,120.50
            2026-07-27,LEGACY,450000,-20.25
            2026-07-28,MULTIBOOK,59000,10
            2026-07-28,LEGACY,441000,10
            2026-07-29,LEGACY,500000,10
            2026-07-30,MULTIBOOK,150000,10
            2026-07-30,LEGACY,350000,10
            """
        _ = try store.importEquity(
            CSVReader(text: rows, file: "equity.csv"), at: try time("2026-08-01T00:00:00Z"))
        let input = try input("2026-07-30", store)
        #expect(input.traded.map(\.share) == [0.1, 0.1, 0, 0.3])
        #expect(input.health.reconciliation == nil && input.obeysGate)
        #expect(input.health.lastRecorded == Day("2026-07-30"))
        #expect(Gate.judge(input).rule == .health)
    }

    private func paper(_ id: Int64, fills: Bool, _ store: HistoryStore) throws {
        let day = try #require(Day("2026-07-20"))
        let time = NewYork.instant(day, hour: 15, minute: 45)
        var record = SessionRecord(day: day)
        record.opened = [
            Trade(
                id: id, book: .primary, mode: .paper, symbol: "SPY", structure: .putCredit, contracts: 2,
                entryTime: time, entryCredit: Price(tenThousandths: 6_000), entryFees: .zero,
                width: Price(tenThousandths: 50_000))
        ]
        func fill(_ strike: Int, _ quantity: Int, _ bid: Double, _ ask: Double) -> Fill {
            Fill(
                tradeID: id, time: time, isOpening: true,
                contract: OptionContract(
                    underlying: "SPY", expiration: day.adding(45), right: .put, strikeThousandths: strike),
                quantity: quantity, price: Price(tenThousandths: 5_000), bid: bid, ask: ask)
        }
        if fills { record.fills = [fill(600_000, -2, 1.50, 1.60), fill(595_000, 2, 0.95, 1.01)] }
        record.results = [
            DailyResult(
                day: day, strategy: .multibook, capital: Money(cents: 5_000_000), pnl: Money(cents: 10_000), share: 0.1)
        ]
        try store.write(record)
    }

    /// Quoted: (0.10 + 0.06) ÷ 2 × 200 = 16.00, a fifth of it 3.20. Not quoted: 4 % of a width of 5 on 2 contracts is 40.00,
    /// half of it 20.00, a fifth 4.00.
    @Test("Credits on paper count for less by a fifth of their half-spread", arguments: [(true, 320), (false, 400)])
    func haircut(fills: Bool, cents: Int64) throws {
        let store = try HistoryStore(writing: Desk.path())
        try paper(1, fills: fills, store)
        let input = try input("2026-07-20", store)
        #expect(input.figures.multibook.first?.result.pnl == Money(cents: 10_000 - cents))
        // The most that it can lose grows with what it cost.
        #expect(input.figures.multibook.first?.atRisk == Money(cents: 88_000 + cents))
        #expect(input.obeysGate)
        var none = conditions
        none.gate.paperHaircut = 0
        #expect(try self.input("2026-07-20", store, none).figures.multibook.first?.result.pnl == Money(cents: 10_000))
    }

    @Test("An opening near an event is told apart from one that the calendar does not cover")
    func nearEvents() throws {
        // CPI was released on 2026-07-14 at 08:30; the calendar of events ends with the year 2026.
        for (text, isNear) in [("2026-07-13", true), ("2026-07-20", false)] {
            let store = try HistoryStore(writing: Desk.path())
            let day = try #require(Day(text))
            var record = SessionRecord(day: day)
            record.opened = [
                Trade(
                    id: 1, book: .primary, mode: .live, symbol: "SPY", structure: .putCredit, contracts: 1,
                    entryTime: NewYork.instant(day, hour: 15, minute: 45), entryCredit: Price(tenThousandths: 6_000),
                    entryFees: .zero)
            ]
            try store.write(record)
            guard case .near(let event, _) = try input(text, store).trades.first?.event else {
                #expect(!isNear)
                continue
            }
            #expect(isNear && event == "CPI release")
        }
    }

    @Test("A record that another version wrote is named")
    func unreadable() throws {
        let store = try Desk.store()
        let day = try #require(Day("2026-07-31"))
        _ = try store.record(
            GateRecord(
                day: day, decidedAt: try time("2026-07-31T22:00:00Z"), shareBefore: 0.5, shareAfter: 0.5,
                decision: .hold, rule: "dwell", grade: "", reasons: [], evidence: "{}", inputsDigest: "",
                ruleVersion: ""))
        let error = #expect(throws: ReviewError.gateRecordUnreadable(day)) { try night("2026-07-31", store) }
        #expect(
            error?.description.hasPrefix("the gate's decision of 2026-07-31 was recorded by another version") == true)
        // The next night needs no more of it than the columns.
        #expect(try night("2026-08-03", store).decision.stage.computed == .half)
    }

    @Test("The weekly review shows the newest decision of its week")
    func weekly() throws {
        let store = try Desk.store()
        let night = try night("2026-07-30", store)
        _ = try store.record(try #require(night.record(decidedAt: try time("2026-07-30T22:00:00Z"))))
        let week = try #require(ISOWeek("2026-W31"))
        func review(_ asOf: Day) throws -> ReviewInput {
            try ReviewLoader.input(
                week: week, asOf: asOf, from: store, calendar: try #require(Desk.calendar), settings: ReviewSettings())
        }
        #expect(try review(week.sunday).gateDecision == night.decision.decision.rawValue)
        #expect(try review(week.sunday).gateEvidence == "too early")
        #expect(try review(week.monday).gateDecision == nil)
    }

    @Test(
        "A night belongs to the last session up to its day",
        arguments: [("2026-07-31", "2026-07-31"), ("2026-08-02", "2026-07-31")])
    func session(day: String, expected: String) throws {
        let calendar = try #require(Desk.calendar)
        #expect(try GateLoader.session(asOf: try #require(Day(day)), calendar: calendar) == Day(expected))
    }
}
