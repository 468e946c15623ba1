import Dates
import Ledger
import Metrics
import Testing

@Suite("Production readiness")
struct ReadinessTests {
    private static let days = Array(sessions("2026-07-01", "2026-07-31", without: ["2026-07-03"]).suffix(20))
    private static let asOf = Day("2026-07-31") ?? Day(daysSince1970: 0)

    private static func stops(_ verdict: CheckVerdict) -> Check {
        Check(
            key: "stop-losses", title: "Stop losses", verdict: verdict, value: .integer(0), unit: .count, limit: "",
            evidence: "nothing is open")
    }

    private static func approved(_ rule: String, _ status: RulesAuditEntry.Status = .approved) -> RulesAuditEntry {
        RulesAuditEntry(time: TestTrade.time("2026-06-01"), rule: rule, version: "3", status: status)
    }

    private static func signed(_ item: String, _ day: String = "2026-06-15", given: Bool = true, note: String = "")
        -> SignOff
    {
        SignOff(item: item, person: "Ada", recordedAt: TestTrade.time(day), note: note, isGiven: given)
    }

    private static func ready() -> ReadinessInput {
        ReadinessInput(
            asOf: asOf, sessions: days,
            snapshots: days.map { TestTrade.snapshot(TestTrade.time($0.iso), theta: 10, delta: 0.1) },
            sessionsWithResult: Set(days), difference: .zero, stops: stops(.pass), openingsInBlackout: 0,
            audit: [approved("two-year-backtest"), approved("two-weeks-paper")],
            signOffs: [signed("rollback-rehearsed"), signed("operations-ready")])
    }

    private func point(_ key: String, _ change: (inout ReadinessInput) -> Void) throws -> Check {
        var input = Self.ready()
        change(&input)
        return try #require(Readiness(input).points.first { $0.key == key })
    }

    @Test("A desk that has done everything is ready: eight points")
    func allPass() {
        let readiness = Readiness(Self.ready())
        #expect(readiness.points.count == 8 && readiness.isReady)
        #expect(readiness.verdict == "Ready: all 8 points passed")
        #expect(readiness.scalars.map(\.value) == [.text("Ready: all 8 points passed"), .integer(0)])
        #expect(readiness.dataset.rows.count == 8)
    }

    @Test("A desk of which nothing is known is not ready, and no point passes")
    func nothing() {
        let readiness = Readiness(ReadinessInput(asOf: Self.asOf, stops: Self.stops(.unknown)))
        #expect(readiness.points.allSatisfy { $0.verdict != .pass } && !readiness.isReady)
        #expect(readiness.verdict == "Not ready: 8 of 8 points open")
    }

    @Test("Rules count as approved by the newest record up to the day")
    func approvals() throws {
        let testing = try point("two-weeks-paper") { $0.audit = [Self.approved("two-weeks-paper", .testing)] }
        #expect(testing.verdict == .fail && testing.evidence == "testing on 2026-06-01, rules version 3")
        let none = try point("two-year-backtest") { $0.audit = [] }
        #expect(none.evidence == "no record of it in strategy_rules_audit")
        let later = try point("two-year-backtest") { input in
            input.asOf = Day("2026-05-01") ?? input.asOf
        }
        #expect(later.verdict == .fail)
        let withdrawn = try point("two-year-backtest") {
            $0.audit.append(Self.approved("two-year-backtest", .deprecated))
        }
        #expect(withdrawn.verdict == .fail)
    }

    @Test("A cent that is missing is no balance; an equity that is not known is none either")
    func balance() throws {
        #expect(try point("books-balance") { $0.difference = Money(cents: 1) }.verdict == .fail)
        #expect(try point("books-balance") { $0.difference = nil }.verdict == .unknown)
    }

    @Test("A session without snapshot or result, or with an error, is told by its date")
    func completeness() throws {
        let snapshot = try point("data-complete") { $0.snapshots.remove(at: 3) }
        #expect(snapshot.verdict == .fail && snapshot.evidence == "incomplete: \(Self.days[3].iso)")
        let result = try point("data-complete") { $0.sessionsWithResult.remove(Self.days[0]) }
        #expect(result.verdict == .fail)
        let errors = try point("data-complete") { $0.errors = 2 }
        #expect(errors.evidence == "2 findings of severity error" && errors.value == .integer(2))
        let short = try point("data-complete") { $0.sessions = Array(Self.days.prefix(19)) }
        #expect(short.verdict == .unknown && short.evidence == "the history has 19 of 20 sessions")
        let many = try point("data-complete") { $0.snapshots = [] }
        #expect(many.value == .integer(20) && many.evidence.hasSuffix("and more"))
    }

    @Test("A session that ended outside a limit is told; one without a snapshot leaves the point unknown")
    func limits() throws {
        let outside = try point("limits-held") {
            $0.snapshots[5] = TestTrade.snapshot(TestTrade.time(Self.days[5].iso), theta: 1, delta: -0.31)
        }
        #expect(outside.verdict == .fail && outside.evidence == "outside on \(Self.days[5].iso)")
        let unknown = try point("limits-held") { $0.snapshots.removeLast() }
        #expect(unknown.verdict == .unknown && unknown.evidence == "19 of 20 sessions have a snapshot")
        #expect(
            unknown.limit == "delta within ±0.30, day at risk at most 10%, open risk at most 50%")
    }

    @Test(
        "Positions are guarded by a stop that is watched and by a calendar that was minded",
        arguments: [
            (CheckVerdict.pass, Int?.some(0), CheckVerdict.pass), (.warn, 0, .pass), (.fail, 0, .fail),
            (.unknown, 0, .unknown), (.pass, 1, .fail), (.pass, nil, .unknown), (.fail, nil, .fail),
        ])
    func guarded(stops: CheckVerdict, openings: Int?, verdict: CheckVerdict) throws {
        let point = try point("positions-guarded") {
            $0.stops = Self.stops(stops)
            $0.openingsInBlackout = openings
        }
        #expect(point.verdict == verdict)
    }

    @Test("A word holds for 90 days and until it is withdrawn")
    func words() throws {
        func evidence(_ words: [SignOff]) throws -> (CheckVerdict, String) {
            let point = try point("rollback-rehearsed") { $0.signOffs = words }
            return (point.verdict, point.evidence)
        }
        let fresh = try evidence([Self.signed("rollback-rehearsed", "2026-05-02", note: "on paper")])
        #expect(fresh == (.pass, "Ada on 2026-05-02: on paper"))
        let old = try evidence([Self.signed("rollback-rehearsed", "2026-05-01")])
        #expect(old == (.fail, "Ada on 2026-05-01, more than 90 days ago; sign it off anew"))
        let withdrawn = try evidence([
            Self.signed("rollback-rehearsed"), Self.signed("rollback-rehearsed", "2026-07-01", given: false),
        ])
        #expect(withdrawn == (.fail, "withdrawn by Ada on 2026-07-01"))
        let none = try evidence([Self.signed("operations-ready")])
        #expect(
            none == (.fail, "not signed off; `report signoff rollback-rehearsed --person NAME` when it is so"))
    }
}
