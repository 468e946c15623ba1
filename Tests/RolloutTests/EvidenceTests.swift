import Dates
import Ledger
import Metrics
import Testing

@testable import Rollout

@Suite("What the history proves")
struct EvidenceTests {
    /// MULTIBOOK earns (7919·k² mod 1009) − 495 + edge cents and LEGACY (17·k² + 5 mod 65) − 32 on session k = 1, 2, …, each
    /// on 1,000 dollars at risk and 10,000 of capital.
    private static func input(_ sessions: Int, edge: Int) -> GateInput {
        func day(_ index: Int, _ strategy: StrategyName, _ cents: Int) -> StrategyDay {
            StrategyDay(
                result: DailyResult(
                    day: GateDesk.sessions[index], strategy: strategy, capital: Money(cents: 1_000_000),
                    pnl: Money(cents: Int64(cents))),
                atRisk: Money(cents: 100_000))
        }
        let numbers = 1...sessions
        var input = GateDesk.input(at: .quarter, of: sessions)
        input.figures = GateFigures(
            multibook: numbers.map { day($0 - 1, .multibook, ($0 * $0 * 7919) % 1009 - 495 + edge) },
            legacy: numbers.map { day($0 - 1, .legacy, ($0 * $0 * 17 + 5) % 65 - 32) }, missedKPIs: [])
        input.settings.resamples = 0
        return input
    }

    struct Row: Sendable {
        let sessions, edge, weeks: Int
        let mean, low, high: Double
        let claims: [EvidenceClaim]
        let grade: EvidenceGrade
        let missing: Int?
    }

    /// Means, standard deviations and bounds by NumPy from the paper's formula, α 0.05, tuned for 26.
    static let rows = [
        Row(
            sessions: 130, edge: 100, weeks: 26, mean: 0.005356923076923078, low: 0.0026680517618915605,
            high: 0.008045794391954596, claims: [.better, .noHarm], grade: .supported, missing: 0),
        Row(
            sessions: 130, edge: 20, weeks: 26, mean: 0.001356923076923077, low: -0.0013319482381084402,
            high: 0.004045794391954594, claims: [.noHarm], grade: .planRuleOnly, missing: 84),
        Row(
            sessions: 130, edge: -7, weeks: 26, mean: 6.9230769230769e-06, low: -0.00268194823810844,
            high: 0.0026957943919545943, claims: [.noHarm], grade: .planRuleOnly, missing: nil),
        Row(
            sessions: 130, edge: -220, weeks: 26, mean: -0.010643076923076924, low: -0.01333194823810844,
            high: -0.007954205608045406, claims: [.worse], grade: .contradicted, missing: nil),
        Row(
            sessions: 65, edge: 20, weeks: 13, mean: 0.00032384615384615394, low: -0.0028600321555947482,
            high: 0.0035077244632870565, claims: [.noHarm], grade: .planRuleOnly, missing: nil),
    ]

    @Test("Bounds, claims and grade of paired weeks", arguments: rows)
    func bounds(row: Row) throws {
        let evidence = Gate.judge(Self.input(row.sessions, edge: row.edge)).evidence
        #expect(evidence.mean.n == row.weeks && evidence.pairs == row.sessions)
        #expect(abs(try #require(evidence.mean.value) - row.mean) < 1e-15)
        #expect(abs(try #require(evidence.lower.value) - row.low) < 1e-14)
        #expect(abs(try #require(evidence.upper.value) - row.high) < 1e-14)
        #expect(evidence.claims == row.claims)
        #expect(evidence.grade == row.grade)
        #expect(evidence.weeksMissing == row.missing)
    }

    /// Sharpe ratio, its error, probabilities and track record by NumPy and SciPy.
    @Test("Sharpe ratios with their errors")
    func sharpe() throws {
        let evidence = Gate.judge(Self.input(130, edge: 20)).evidence
        func close(_ figure: Figure, _ expected: Double) throws {
            let value = try #require(figure.value)
            #expect(abs(value / expected - 1) < 1e-12, "\(value) is not \(expected)")
        }
        try close(evidence.sharpe, 1.636407120520303)
        try close(evidence.sharpeError, 1.3932728070662828)
        try close(evidence.legacySharpe, 0.9203759734248752)
        try close(evidence.aboveZero, 0.8799037732599737)
        try close(evidence.aboveLegacy, 0.6963461349487357)
        try close(evidence.trackRecord, 254.00775007704405)
        try close(evidence.sharpeDifference, 0.7160311470954278)
        #expect(evidence.sharpeDifferenceLow == nil)
        var input = Self.input(130, edge: 20)
        input.settings.resamples = 500
        let interval = Gate.judge(input).evidence
        #expect(try #require(interval.sharpeDifferenceLow) < 0.716)
        #expect(try #require(interval.sharpeDifferenceHigh) > 0.716)
    }

    @Test("The first look is at the end of week 13, and then one at the end of each week")
    func looks() {
        // Session 64 is Friday 3 April 2026; sessions 65 to 68 are Monday to Thursday.
        for (sessions, looks, last, next) in [
            (64, 0, nil, 64), (65, 1, 64, 69), (66, 1, 64, 69), (69, 1, 64, 69), (70, 2, 69, 74),
        ] {
            let evidence = Gate.judge(Self.input(sessions, edge: 20)).evidence
            #expect(evidence.looks == looks, "\(sessions)")
            #expect(evidence.lastLook == last.map { GateDesk.sessions[$0] })
            #expect(evidence.nextLook == GateDesk.sessions[next])
            #expect((evidence.lower.value == nil) == (looks == 0))
        }
    }

    @Test("Between two looks nothing of it moves")
    func between() {
        let friday = Gate.judge(Self.input(70, edge: 20)).evidence
        let wednesday = Gate.judge(Self.input(73, edge: 20)).evidence
        #expect(friday == wednesday)
        #expect(friday.text == wednesday.text)
    }

    @Test("Where the calendar ends, only a Friday is known to end its week")
    func calendarEnds() {
        var input = Self.input(70, edge: 20)
        input.sessions = Array(input.sessions.prefix(70))
        #expect(Gate.judge(input).evidence.looks == 2)
        input = Self.input(69, edge: 20)
        input.sessions = Array(input.sessions.prefix(69))
        #expect(Gate.judge(input).evidence.looks == 1)
        #expect(Gate.judge(input).evidence.nextLook == nil)
    }

    @Test("A session that is added is one more of both")
    func append() throws {
        let whole = Self.input(70, edge: 20).figures
        var grown = Self.input(69, edge: 20).figures
        grown.append(
            DayPair(
                multibook: try #require(whole.multibook.last), legacy: try #require(whole.pairs.last).legacy))
        #expect(grown == whole)
    }

    @Test("P&L without capital at risk counts with the next session that has some")
    func hedgeAlone() throws {
        func pair(_ index: Int, _ dollars: Double, _ atRisk: Int64) -> DayPair {
            DayPair.pairs(
                [GateDesk.multibook(index, dollars: dollars, atRisk: atRisk)], [GateDesk.legacy(index, dollars: 0)])[0]
        }
        let pairs = [pair(0, 10, 100_000), pair(1, -30, 0), pair(2, 40, 200_000), pair(3, 0, 0), pair(4, 5, 100_000)]
        let sums = WeeklyDifference.sums(pairs)
        #expect(sums.count == 1 && abs(sums[0] - (0.010 + 0.005 + 0.005)) < 1e-15)
        #expect(WeeklyDifference.sums(Array(pairs.prefix(4))).isEmpty)
        let begun = WeeklyDifference.sums(Array(pairs.prefix(4)), withLast: true)
        #expect(begun.count == 1 && abs(begun[0] - 0.015) < 1e-15)
    }

    struct Required: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let edge: Int
        var claim = EvidenceClaim.better
        var role = GateSettings.EvidenceRole.required
        var sessions = 134
        let decision: RolloutDecision
        let reason: String
    }

    static let roles = [
        Required(
            testDescription: "advisory: the plan's conditions decide", edge: 20, role: .advisory, decision: .promote,
            reason: "Everything that the plan asks for 50 % is met; evidence: plan rule only."),
        Required(
            testDescription: "required and supported", edge: 100, decision: .promote,
            reason: "Everything that the plan asks for 50 % is met; evidence: supported."),
        Required(
            testDescription: "required and not supported", edge: 20, decision: .hold,
            reason:
                "The evidence is plan rule only: no harm beyond 1.00 %, supported; better is not: a mean week brings "
                + "0.14 % of the capital at risk more than LEGACY's, with bounds of -0.13 % and 0.40 % that hold at every "
                + "look (26 weeks, 14 looks); about 84 more weeks at this rate."),
        Required(
            testDescription: "required, and no harm is enough", edge: 20, claim: .noHarm, decision: .promote,
            reason: "Everything that the plan asks for 50 % is met; evidence: supported."),
        Required(
            testDescription: "required before the first look", edge: 100, sessions: 64, decision: .hold,
            reason: "The evidence is too early: no look yet: 12 weeks of five sessions on record; "
                + "about 1 more week at this rate."),
    ]

    /// The stage's four sessions come after the last whole week, so that they meet the plan's condition and no sum holds
    /// them.
    @Test("What evidence does", arguments: roles)
    func role(one: Required) {
        var input = Self.input(one.sessions, edge: one.edge)
        input.records = GateDesk.records(at: .quarter, for: 4, of: one.sessions)
        input.traded = input.traded.map { TradedShare(day: $0.day, share: 0.1) }
        input.settings.evidence = one.role
        input.settings.claim = one.claim
        let whole = one.sessions / 5 * 5
        input.replaceMultibook { $0 < whole ? $1 : GateDesk.multibook($0, dollars: 500, atRisk: 100_000) }
        let decision = Gate.judge(input)
        #expect(decision.decision == one.decision)
        #expect(decision.reasons.first == one.reason)
    }

    @Test("Contradicted evidence is shown, and holds where evidence is required")
    func contradicted() {
        var input = Self.input(130, edge: -220)
        #expect(Gate.judge(input).check("evidence")?.status == .fail)
        #expect(Gate.judge(input).evidence.text.hasPrefix("worse, supported: "))
        #expect(Gate.judge(input).evidence.outlook == "not to be expected at this rate")
        input.settings.evidence = .required
        #expect(Gate.judge(input).decision != .promote)
    }

    @Test("Weeks that do not differ prove nothing")
    func constant() {
        var input = Self.input(130, edge: 0)
        input.replaceMultibook { index, _ in GateDesk.multibook(index, dollars: 50) }
        input.replaceLegacy { day in
            GateDesk.legacy(GateDesk.sessions.firstIndex(of: day.day) ?? 0, dollars: 20)
        }
        let evidence = Gate.judge(input).evidence
        #expect(evidence.lower == .undefined(.noDispersion, n: 26))
        #expect(evidence.grade == .tooEarly)
        #expect(evidence.text == "the weeks do not differ from one another: 26 weeks of five sessions on record")
        #expect(evidence.sharpe == .undefined(.noDispersion, n: 130))
    }
}
