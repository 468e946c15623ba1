import Dates
import DeskFixture
import Foundation
import History
import Ledger
import Market
import Metrics
import Reviews
import Testing

@Suite("A session's review out of the history")
struct SessionLoaderTests {
    private func review(_ session: String, _ store: HistoryStore) throws -> SessionReview {
        try SessionLoader.review(
            of: try #require(Day(session)), from: store, calendar: try #require(Desk.calendar),
            events: try #require(Desk.events), limits: ChecklistLimits())
    }

    private func value(_ name: String, _ review: SessionReview) throws -> Value {
        try #require(review.scalars.first { $0.name == name }).value
    }

    @Test("It is of its own evening: what was opened or closed later is not known yet")
    func ownEvening() throws {
        let store = try Desk.store()
        let first = try review("2026-07-20", store)
        #expect(try value("session_opened", first) == .integer(1))
        #expect(try value("session_open", first) == .integer(1))
        #expect(try value("session_pnl", first) == .money(Money(cents: -280)))
        #expect(first.datasets.last?.rows.first?.first == .integer(1))
        let closing = try review("2026-07-24", store)
        #expect(try value("session_closed", closing) == .integer(1))
        // Sold at 0.60, bought back at 0.30, two contracts, $5.60 of fees.
        #expect(try value("session_realized_pnl", closing) == .money(Money(cents: 5_440)))
        #expect(try value("session_open", closing) == .integer(0))
    }

    @Test("The desk's trades have no stop rule, which the checklist says by their number")
    func stop() throws {
        let checks = try review("2026-07-30", try Desk.store()).checklist.checks
        #expect(checks.map(\.verdict) == [.pass, .pass, .fail, .pass, .pass])
        #expect(checks[2].evidence == "without a stop rule: trade 2 (SPY put_credit)")
    }

    @Test("A session after the history's last one passes nothing, and the last snapshot is named, however old")
    func stale() throws {
        for session in ["2026-08-03", "2026-11-24"] {
            let review = try review(session, try Desk.store())
            #expect(review.checklist.exitStatus == 2)
            #expect(
                review.checklist.checks[0].evidence
                    == "no snapshot for \(session); the last one is of 2026-07-31 15:45")
            #expect(review.checklist.count(.pass) == 0)
            #expect(try value("session_pnl", review) == .undefined(.notRecorded))
        }
    }

    // CPI was released on 2026-07-14 at 08:30; the events' calendar ends with the year 2026.
    @Test("An opening is held against the events around its own moment; an uncovered session is not known")
    func events() throws {
        let store = try HistoryStore(writing: Desk.path())
        let day = try #require(Day("2026-07-13"))
        var record = SessionRecord(day: day)
        record.opened = [
            Trade(
                id: 1, book: .primary, mode: .backtest, symbol: "SPY", structure: .putCredit, contracts: 1,
                entryTime: NewYork.instant(day, hour: 15, minute: 45), entryCredit: Price(tenThousandths: 6_000),
                entryFees: Money(cents: 140), stopRule: "stop 150%")
        ]
        try store.write(record)
        let blackout = try #require(try review("2026-07-13", store).checklist.checks.last)
        #expect(blackout.verdict == .fail)
        #expect(blackout.evidence == "trade 1 (SPY put_credit) near the CPI release of 2026-07-14 08:30")
        let beyond = try #require(try review("2027-03-01", store).checklist.checks.last)
        #expect(beyond.verdict == .unknown && beyond.evidence.contains("cpi"))
    }

    @Test(
        "The last session is the one that has ended: at the close, early closes included, else the one before",
        arguments: [
            ("2026-07-31", 16, 0, "2026-07-31"), ("2026-07-31", 15, 59, "2026-07-30"),
            ("2026-08-01", 12, 0, "2026-07-31"), ("2026-08-03", 9, 0, "2026-07-31"),
            ("2026-11-27", 13, 0, "2026-11-27"), ("2026-11-27", 12, 59, "2026-11-25"),
        ])
    func lastSession(day: String, hour: Int, minute: Int, expected: String) throws {
        let now = NewYork.instant(try #require(Day(day)), hour: hour, minute: minute)
        #expect(
            try SessionLoader.lastSession(endedBy: now, calendar: try #require(Desk.calendar)) == Day(expected))
    }
}

@Suite("Readiness and tear sheet out of the history")
struct SpanLoaderTests {
    @Test("The small desk is not ready, and says why; its two weeks are half of what the points look back on")
    func readiness() throws {
        let store = try Desk.store()
        let day = try #require(Day("2026-08-01"))
        let calendar = try #require(Desk.calendar)
        let events = try #require(Desk.events)
        try store.record(
            SignOff(
                item: Readiness.Item.operationsReady.rawValue, person: "Ada",
                recordedAt: try #require(Instant("2026-07-30T12:00:00Z")), note: ""))
        let session = try SessionLoader.review(
            of: try #require(Day("2026-07-31")), from: store, calendar: calendar, events: events,
            limits: ChecklistLimits())
        let readiness = try ReadinessLoader.readiness(
            asOf: day, from: store, calendar: calendar, events: events, session: session, difference: .zero,
            limits: ChecklistLimits())
        let verdicts = Dictionary(uniqueKeysWithValues: readiness.points.map { ($0.key, $0.verdict) })
        #expect(
            verdicts == [
                "two-year-backtest": .fail, "two-weeks-paper": .fail, "books-balance": .pass,
                "data-complete": .unknown, "limits-held": .unknown, "positions-guarded": .fail,
                "rollback-rehearsed": .fail, "operations-ready": .pass,
            ])
        #expect(readiness.points[3].evidence == "the history has 10 of 20 sessions")
    }

    @Test("A tear sheet ends with its day: what came later is not in it")
    func tearSheet() throws {
        let store = try Desk.store()
        func closed(_ day: String) throws -> Value? {
            let sheet = try TearSheetLoader.tearSheet(
                through: try #require(Day(day)), from: store, settings: ReviewSettings())
            #expect(sheet.scalars.first { $0.name == "span_last" }?.value == .day(try #require(Day(day))))
            return sheet.scalars.first { $0.name == "fills_missing" }?.value
        }
        // The desk's one closed trade has no recorded executions.
        #expect(try closed("2026-07-23") == .integer(0))
        #expect(try closed("2026-07-24") == .integer(1))
    }
}
