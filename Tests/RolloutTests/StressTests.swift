import Dates
import Ledger
import Metrics
import Testing

@testable import Rollout

@Suite("One maximum loss on every open position")
struct StressTests {
    /// The desk of the truth table with so much lost tonight.
    private func input(losing dollars: Double, at stage: RolloutStage = .quarter) -> GateInput {
        var input = GateDesk.input(at: stage, of: 80)
        let whole = input.figures
        input.replaceMultibook { index, day in
            index == 79 ? GateDesk.multibook(index, dollars: day.pnl - dollars) : day
        }
        input.afterLoss = input.figures
        input.figures = whole
        return input
    }

    @Test("A small loss changes nothing")
    func small() throws {
        let decision = Gate.judge(input(losing: 10))
        let stress = try #require(decision.stress)
        #expect(stress.survives && stress.decision == .promote && stress.after == .half)
        #expect(decision.notes.last == "The decision would be the same after one maximum loss on every open position.")
        #expect(
            stress.rows.map(\.id) == ["stage-pnl", "return-on-risk-stage", "return-on-risk-start", "evidence"])
    }

    @Test("A larger one holds the promotion, and the decision itself stays")
    func larger() throws {
        let decision = Gate.judge(input(losing: 2_000))
        let stress = try #require(decision.stress)
        #expect(decision.decision == .promote)
        #expect(!stress.survives && stress.decision == .hold && stress.rule == .condition)
        #expect(
            decision.notes.last
                == "After one maximum loss on every open position it would be HOLD at 25 % (stage condition).")
        let row = try #require(stress.rows.first { $0.id == "stage-pnl" })
        let before = try #require(decision.check("stage-pnl")?.value.value)
        #expect(abs(try #require(row.value.value) - (before - 2_000)) < 1e-9 && row.status == .fail)
    }

    @Test("A loss beyond the drawdown limit would take everything back")
    func deep() throws {
        let stress = try #require(Gate.judge(input(losing: 30_000)).stress)
        #expect(stress.decision == .rollBack && stress.after == .none && stress.rule == .hardLimit)
    }

    @Test("The loss falls into the week that is still open, so the evidence is looked at tonight")
    func openWeek() throws {
        var input = input(losing: 2_000)
        // 77 sessions: fifteen weeks and two days.
        input.sessions = GateDesk.sessions
        let decision = Gate.judge(input)
        let stress = try #require(decision.stress)
        #expect(decision.evidence.mean.n == 16 && stress.evidence.mean.n == 16)
        #expect(try #require(stress.evidence.mean.value) < (try #require(decision.evidence.mean.value)))
        var begun = GateDesk.input(at: .quarter, of: 82)
        begun.afterLoss = begun.figures
        let week = Gate.judge(begun)
        #expect(week.evidence.mean.n == 16 && week.stress?.evidence.mean.n == 17)
    }

    @Test("Where the losses are not known, the page says so")
    func unknown() {
        var input = GateDesk.input(at: .quarter)
        input.afterLoss = nil
        let decision = Gate.judge(input)
        #expect(decision.stress == nil)
        #expect(decision.notes.last == "What one maximum loss on every open position would change is not known.")
    }
}
