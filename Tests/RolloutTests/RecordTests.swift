import Dates
import Ledger
import Metrics
import Testing

@testable import Rollout

@Suite("Decisions are kept, and read back")
struct RecordTests {
    /// Tonight's decision of a desk, and the desk of the next night with it on record.
    private func night(_ input: GateInput) -> (decision: GateDecision, next: GateInput) {
        let decision = Gate.judge(input)
        let record = decision.record(decidedAt: GateDesk.time(input.now, hour: 18), inputsDigest: input.digest)
        let stage = RolloutStage(share: decision.shareAfter) ?? .none
        var next = GateDesk.input(at: stage, for: 6, of: input.now + 2)
        next.records = input.records + [record]
        next.health = input.health
        next.health.lastRecorded = next.session
        next.traded[next.now] = TradedShare(day: next.session, share: decision.shareAfter)
        return (decision, next)
    }

    @Test("A record gives the whole decision back, whatever was decided", arguments: RolloutStage.allCases)
    func roundTrip(stage: RolloutStage) throws {
        for change: (inout GateInput) -> Void in [
            { _ in }, { $0.health.isArchiveWhole = nil }, { $0.killSwitch.hasFile = true }, { $0.afterLoss = nil },
            { $0.figures = GateFigures(multibook: [], legacy: [], missedKPIs: nil) },
        ] {
            var input = GateDesk.input(at: stage, of: 80)
            change(&input)
            let decision = Gate.judge(input)
            let record = decision.record(decidedAt: GateDesk.time(79, hour: 18), inputsDigest: "abc")
            #expect(GateDecision(recordOf: record) == decision)
            #expect(record.day == input.session && record.inputsDigest == "abc")
            #expect(record.decision == decision.decision && record.rule == decision.rule.rawValue)
            #expect(record.shareBefore == decision.shareBefore && record.shareAfter == decision.shareAfter)
            #expect(record.grade == decision.evidence.grade.rawValue && record.reasons == decision.reasons)
            #expect(record.ruleVersion == GateDesk.version)
            #expect(record.summary == decision.summary)
        }
    }

    @Test("The same night gives the same text")
    func sameText() {
        let input = GateDesk.input(at: .quarter, of: 80)
        #expect(Gate.judge(input).json == Gate.judge(input).json)
    }

    @Test("A record of another program is none of ours, and streaks begin anew")
    func foreign() {
        #expect(GateDecision(recordOf: GateDesk.record(3, .hold, .tenth, .tenth)) == nil)
        let decision = Gate.judge(GateDesk.input(at: .quarter))
        #expect(decision.checks.allSatisfy { $0.streak == 1 })
        let note = "The checks of the last decision cannot be read back; nights running are counted anew."
        #expect(decision.notes.contains(note))
        var input = GateDesk.input(at: .quarter)
        input.records = []
        #expect(!Gate.judge(input).notes.contains(note))
    }

    @Test("Nights running are counted, and the first on which a check failed is kept")
    func streaks() throws {
        var input = GateDesk.input(at: .quarter, for: 2)
        input.health.failedCells = ["equity"]
        let (first, second) = night(input)
        #expect(first.check("required-cells")?.firstFailed == GateDesk.sessions[39])
        #expect(first.check("required-cells")?.streak == 1)
        #expect(first.check("archive")?.firstFailed == nil)
        let (again, third) = night(second)
        #expect(again.notes.count == 1)
        let failed = try #require(again.check("required-cells"))
        #expect(failed.firstFailed == GateDesk.sessions[39] && failed.streak == 2)
        #expect(again.check("archive")?.streak == 2)
        var healed = third
        healed.health.failedCells = []
        let passed = try #require(Gate.judge(healed).check("required-cells"))
        #expect(passed.firstFailed == nil && passed.streak == 1)
    }

    @Test("What turns from failed to unknown has still not passed since its first night")
    func turning() throws {
        var input = GateDesk.input(at: .quarter, for: 2)
        input.health.failedCells = ["equity"]
        var (_, next) = night(input)
        next.health.failedCells = nil
        let check = try #require(Gate.judge(next).check("required-cells"))
        #expect(check.status == .error && check.streak == 1)
        #expect(check.firstFailed == GateDesk.sessions[39])
    }

    @Test("Three unhealthy nights, judged one after the other, take one stage back and then are counted anew")
    func unhealthyNights() {
        var input = GateDesk.input(at: .quarter)
        input.health.isArchiveWhole = false
        var decisions: [String] = []
        for _ in 0..<7 {
            let (decision, next) = night(input)
            decisions.append(decision.summary)
            input = next
        }
        #expect(
            decisions == [
                "HOLD at 25 %", "HOLD at 25 %", "ROLL BACK to 10 %", "HOLD at 10 %", "HOLD at 10 %",
                "ROLL BACK to 0 %", "HOLD at 0 %",
            ])
    }

    @Test("Night after night a clean desk climbs the ladder, one stage at a time, each after its dwell")
    func climb() {
        var input = GateDesk.input(at: .none)
        var shares: [Double] = []
        for _ in 0..<14 {
            let (decision, next) = night(input)
            shares.append(decision.shareAfter)
            input = next
        }
        #expect(shares == [0.1, 0.1, 0.1, 0.25, 0.25, 0.25, 0.25, 0.5, 0.5, 0.5, 1, 1, 1, 1])
    }

    @Test("After the kill switch the way up begins at the bottom, with new approvals and twice the time")
    func afterKillSwitch() {
        var input = GateDesk.input(at: .half)
        input.killSwitch.hasFile = true
        var (decision, next) = night(input)
        #expect(decision.summary == "ROLL BACK to 0 %")
        (decision, next) = night(next)
        #expect(decision.summary == "HOLD at 0 %" && decision.rule == .condition)
        #expect(
            decision.check("two-weeks-paper")?.detail
                == "version 3 approved on 2026-01-05, before everything was taken back: to be approved anew")
        next.approvals += ["two-year-backtest", "two-weeks-paper"].map { GateDesk.approval($0, on: 41) }
        (decision, next) = night(next)
        #expect(decision.summary == "PROMOTE to 10 %")
        (decision, next) = night(next)
        #expect(decision.stage.requiredDwell == 6 && decision.rule == .dwell)
    }
}
