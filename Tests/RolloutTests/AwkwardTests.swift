import Dates
import Ledger
import Metrics
import Testing

@testable import Rollout

@Suite("Awkward series give a decision with reasons, never a promotion that nothing supports")
struct AwkwardTests {
    struct Series: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let dollars: [Double]
        let decision: RolloutDecision
        let rule: GateRule
        /// The drawdown since the rollout began, a fraction.
        let drawdown: Double
        let sharpe: Undefined?
    }

    private static func days(_ count: Int, _ value: (Int) -> Double) -> [Double] { (0..<count).map(value) }

    /// MULTIBOOK's sessions on 250,000 dollars of capital and 20,000 at risk; LEGACY earns nothing on as much.
    static let series = [
        Series(
            testDescription: "one day", dollars: [50], decision: .hold, rule: .dwell, drawdown: 0, sharpe: .tooFew),
        Series(
            testDescription: "constant gains", dollars: days(130) { _ in 100 }, decision: .promote, rule: .promote,
            drawdown: 0, sharpe: .noDispersion),
        Series(
            testDescription: "all zero", dollars: days(130) { _ in 0 }, decision: .hold, rule: .condition, drawdown: 0,
            sharpe: .noDispersion),
        Series(
            testDescription: "no losses", dollars: days(130) { Double($0 % 7) }, decision: .promote, rule: .promote,
            drawdown: 0, sharpe: nil),
        Series(
            testDescription: "only losses", dollars: days(130) { _ in -10 }, decision: .hold, rule: .condition,
            drawdown: -0.0051866068675957555, sharpe: .noDispersion),
        Series(
            testDescription: "the capital gone in a day", dollars: days(130) { $0 == 70 ? -250_000 : 10 },
            decision: .rollBack, rule: .hardLimit, drawdown: -1, sharpe: nil),
        Series(
            testDescription: "more than the capital gone", dollars: days(130) { $0 == 70 ? -300_000 : 10 },
            decision: .rollBack, rule: .hardLimit, drawdown: -1, sharpe: nil),
        Series(
            testDescription: "a day of +120 %", dollars: days(130) { $0 == 70 ? 300_000 : 10 }, decision: .promote,
            rule: .promote, drawdown: 0, sharpe: nil),
        Series(
            testDescription: "a loss on the first day", dollars: days(130) { $0 == 0 ? -26_000 : 10 },
            decision: .rollBack, rule: .hardLimit, drawdown: -0.104, sharpe: nil),
    ]

    private func input(_ dollars: [Double]) -> GateInput {
        var input = GateDesk.input(at: .tenth, for: min(6, dollars.count), of: max(dollars.count, 2))
        input.records = input.records.map {
            GateRecord(
                day: $0.day, decidedAt: $0.decidedAt, shareBefore: 0.1, shareAfter: 0.1, decision: .hold, rule: "dwell",
                grade: "", reasons: [], evidence: "{}", inputsDigest: "", ruleVersion: GateDesk.version)
        }
        input.traded = input.traded.map { TradedShare(day: $0.day, share: 0.1) }
        let offset = max(dollars.count, 2) - dollars.count
        input.figures = GateFigures(
            multibook: dollars.enumerated().map { GateDesk.multibook($0 + offset, dollars: $1) },
            legacy: dollars.indices.map { GateDesk.legacy($0 + offset, dollars: 0) }, missedKPIs: [])
        input.afterLoss = nil
        return input
    }

    @Test("Every awkward series", arguments: series)
    func judged(one: Series) throws {
        var input = input(one.dollars)
        if one.dollars.count == 1 {
            input.records = []
            input.traded = [TradedShare(day: input.session, share: 0.1)]
        }
        let decision = Gate.judge(input)
        #expect(decision.decision == one.decision)
        #expect(decision.rule == one.rule, "\(decision.reasons)")
        #expect(decision.evidence.sharpe.reason == one.sharpe)
        #expect(abs(try #require(decision.check("drawdown")?.value.value) - one.drawdown) < 1e-9)
    }

    @Test("Nothing at all: no results, no snapshots, no records")
    func empty() {
        let input = GateInput(
            session: GateDesk.sessions[0], sessions: [],
            figures: GateFigures(multibook: [], legacy: [], missedKPIs: nil),
            risks: [], traded: [],
            health: GateHealth(lastRecorded: nil, reconciliation: nil, failedCells: nil, isArchiveWhole: nil),
            ruleVersion: "")
        let decision = Gate.judge(input)
        #expect(decision.decision == .hold && decision.shareAfter == 0 && decision.rule == .health)
        #expect(decision.checks.count { $0.status == .error } >= 5)
        #expect(decision.evidence.mean == .undefined(.noData, n: 0) && decision.evidence.grade == .tooEarly)
        #expect(!GateReport(decision, records: [], overrides: []).datasets.isEmpty)
    }

    @Test("A week without results fills nothing in, and a stage that has it is not to be told")
    func gapWeek() {
        var input = input((0..<130).map { Double($0 % 7) })
        input.replaceMultibook { (60..<65).contains($0) ? nil : $1 }
        let decision = Gate.judge(input)
        #expect(decision.evidence.pairs == 125 && decision.evidence.mean.n == 25)
        #expect(decision.decision == .hold && decision.check("stage-pnl")?.status == .error)
        // In a stage that began after it, it does not matter.
        input.records = GateDesk.records(at: .tenth, for: 6, of: 130)
        input.traded = input.traded.map { TradedShare(day: $0.day, share: 0) }
        #expect(Gate.judge(input).decision == .promote)
    }
}
