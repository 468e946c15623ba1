import Dates
import Ledger
import Metrics
import Testing

@testable import Rollout

@Suite("Where MULTIBOOK stands")
struct LadderTests {
    @Test("Rungs, shares and what lies above and below")
    func rungs() {
        #expect(RolloutStage.allCases.map(\.share) == [0, 0.1, 0.25, 0.5, 1])
        #expect(RolloutStage.allCases.map { $0.next?.rawValue } == [10, 25, 50, 100, nil])
        #expect(RolloutStage.allCases.map(\.below.rawValue) == [0, 0, 10, 25, 50])
        #expect(RolloutStage(share: 0.3) == nil && RolloutStage(share: 0.1 + 0.15) == .quarter)
        for (share, stage) in [(-0.1, 0), (0.09, 0), (0.1, 10), (0.3, 25), (0.499, 25), (0.5, 50), (7, 100)] {
            #expect(RolloutStage(atMost: share).rawValue == stage)
        }
    }

    /// A desk without a decision that traded these shares, one a session, in order.
    private func traded(_ shares: [(share: Double, sessions: Int)]) -> GateInput {
        let all = shares.flatMap { [Double](repeating: $0.share, count: $0.sessions) }
        var input = GateDesk.input(at: .quarter, for: 6, of: all.count)
        input.records = []
        input.traded = all.enumerated().map { TradedShare(day: GateDesk.sessions[$0], share: $1) }
        return input
    }

    @Test("Without a decision the stage is what was traded last, for as long as it was")
    func derived() {
        let decision = Gate.judge(traded([(0.1, 10), (0.5, 30)]))
        #expect(decision.shareBefore == 0.5)
        #expect(decision.stage.sessions == 30 && decision.stage.rolloutSince == GateDesk.sessions[0])
        #expect(
            decision.notes.first == "No decision is on record; the stage is what MULTIBOOK traded last, 50 %.")
        #expect(decision.check("traded-share")?.status == .notRun)
    }

    @Test("A share between two rungs counts as the lower one, and the page says so")
    func between() {
        let decision = Gate.judge(traded([(0.1, 10), (0.3, 30)]))
        #expect(decision.shareBefore == 0.25)
        #expect(
            decision.notes.first == "No decision is on record; the 30 % that MULTIBOOK traded last count as 25 %.")
    }

    @Test("The rollout began when MULTIBOOK last left 0 %")
    func rollout() {
        let decision = Gate.judge(traded([(0.25, 10), (0, 5), (0.1, 10), (0.25, 15)]))
        #expect(decision.stage.rolloutSince == GateDesk.sessions[15])
        #expect(decision.check("drawdown")?.window == "rollout since 26 January (25 sessions)")
        let none = Gate.judge(traded([(0.25, 10), (0, 5)]))
        #expect(none.stage.rolloutSince == nil && none.stage.sessions == 5 && none.shareBefore == 0)
    }

    @Test("A desk that never traded stands at 0 %")
    func nothing() {
        var input = traded([(0.25, 10)])
        input.traded = []
        #expect(Gate.judge(input).shareBefore == 0)
    }

    @Test("The first decision does not forget what was traded before it")
    func firstRecord() {
        var input = traded([(0.5, 40)])
        input.records = [GateDesk.record(38, .hold, .half, .half)]
        let decision = Gate.judge(input)
        #expect(decision.stage.sessions == 40)
        #expect(!decision.notes.contains { $0.contains("No decision is on record") })
        #expect(decision.check("traded-share")?.value.n == 1)
    }

    @Test("A missed night is no break: the share stays what it was")
    func missedNight() {
        var input = GateDesk.input(at: .quarter, for: 6)
        input.records.removeAll { $0.day == GateDesk.sessions[36] }
        #expect(Gate.judge(input).stage.sessions == 6)
    }

    /// Falls from 50 to 25 % on session 5, and what follows.
    private func factor(_ then: [Int: (RolloutDecision, RolloutStage, RolloutStage)], held: RolloutStage, of days: Int)
        -> Int
    {
        var input = GateDesk.input(at: held, for: 3, of: days)
        var share = RolloutStage.half
        input.records = (0..<days - 1).map { index in
            guard let (decision, before, after) = then[index] else {
                return GateDesk.record(index, .hold, share, share)
            }
            share = after
            return GateDesk.record(index, decision, before, after)
        }
        return Gate.judge(input).stage.dwellFactor
    }

    @Test("A roll-back is forgotten once a promotion goes beyond the share from which it fell, and not before")
    func forgotten() {
        #expect(factor([:], held: .half, of: 20) == 1)
        #expect(factor([5: (.rollBack, .half, .quarter)], held: .quarter, of: 20) == 2)
        #expect(
            factor([5: (.rollBack, .half, .quarter), 15: (.promote, .quarter, .half)], held: .half, of: 20) == 2)
        #expect(
            factor(
                [5: (.rollBack, .half, .quarter), 15: (.promote, .quarter, .half), 25: (.promote, .half, .whole)],
                held: .whole, of: 30) == 1)
        #expect(
            factor(
                [
                    5: (.rollBack, .half, .quarter), 15: (.promote, .quarter, .half), 20: (.rollBack, .half, .quarter),
                    25: (.rollBack, .quarter, .tenth),
                ], held: .tenth, of: 30) == 8)
    }

    @Test("One from the top is forgotten once the top has been held for its dwell")
    func forgottenAtTheTop() {
        let fall: [Int: (RolloutDecision, RolloutStage, RolloutStage)] = [
            0: (.promote, .half, .whole), 5: (.rollBack, .whole, .half), 15: (.promote, .half, .whole),
        ]
        // Held on nights 16 to 22: seven of eight.
        #expect(factor(fall, held: .whole, of: 24) == 2)
        #expect(factor(fall, held: .whole, of: 25) == 1)
    }

    @Test("The texts of dwell say how far it is, until when, and why it is long")
    func dwellText() {
        let early = Gate.judge(GateDesk.input(at: .quarter, for: 3))
        #expect(early.reasons == ["At 25 %: 3 of 4 sessions, earliest Monday 2 March."])
        #expect(early.stage.dwellServedOn == GateDesk.sessions[40])
        var input = GateDesk.input(at: .quarter, for: 6)
        input.records[20] = GateDesk.record(20, .rollBack, .half, .tenth)
        #expect(
            Gate.judge(input).reasons == [
                "At 25 %: 6 of 8 sessions, earliest Tuesday 3 March, 2 times the usual after 1 roll-back."
            ])
        input.sessions = Array(input.sessions.prefix(41))
        #expect(
            Gate.judge(input).reasons == ["At 25 %: 6 of 8 sessions, 2 times the usual after 1 roll-back."])
    }

    @Test("A change of the rules says when the window began anew")
    func restart() {
        var input = GateDesk.input(at: .quarter, for: 6)
        input.ruleVersion = "gate 2"
        let decision = Gate.judge(input)
        #expect(decision.stage.restartedOn == input.session && decision.stage.counted == 0)
        #expect(decision.stage.sessions == 6)
        #expect(
            decision.notes.first
                == "Rules, settings or program changed on 27 February: the stage's window began anew after that session."
        )
        #expect(decision.check("stage-theta")?.detail == "no session yet")
    }

    @Test("A simulation is told apart from a desk that obeys")
    func simulation() {
        var input = GateDesk.input(at: .quarter)
        input.obeysGate = false
        input.traded = input.traded.map { TradedShare(day: $0.day, share: 0.5) }
        let decision = Gate.judge(input)
        #expect(decision.notes.first == "The simulation trades at 50 % whatever the gate says.")
        #expect(decision.check("traded-share") == nil)
    }
}
