import Dates
import Ledger
import Metrics
import Testing

@testable import Rollout

/// One branch of the gate: what is different from a desk on which nothing is wrong, and what is decided then.
struct Branch: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let stage: RolloutStage
    let decision: RolloutDecision
    let after: RolloutStage
    let rule: GateRule
    /// A check that the branch is about, and what it finds.
    let check: (id: String, status: CheckStatus)?
    let change: @Sendable (inout GateInput) -> Void

    init(
        _ description: String, at stage: RolloutStage = .quarter, _ decision: RolloutDecision, _ after: RolloutStage,
        _ rule: GateRule, _ check: (id: String, status: CheckStatus)? = nil,
        _ change: @escaping @Sendable (inout GateInput) -> Void = { _ in }
    ) {
        testDescription = description
        self.stage = stage
        self.decision = decision
        self.after = after
        self.rule = rule
        self.check = check
        self.change = change
    }
}

@Suite("The gate, branch by branch")
struct TruthTableTests {
    @Test("Nothing is wrong", arguments: Branch.clean)
    func clean(branch: Branch) throws { try judge(branch) }

    @Test("1. Kill switch", arguments: Branch.killSwitch)
    func killSwitch(branch: Branch) throws { try judge(branch) }

    @Test("2. Health", arguments: Branch.health)
    func health(branch: Branch) throws { try judge(branch) }

    @Test("3. Hard limits", arguments: Branch.limits)
    func limits(branch: Branch) throws { try judge(branch) }

    @Test("4. Discipline", arguments: Branch.discipline)
    func discipline(branch: Branch) throws { try judge(branch) }

    @Test("5. Dwell", arguments: Branch.dwell)
    func dwell(branch: Branch) throws { try judge(branch) }

    @Test("6. Stage condition", arguments: Branch.conditions)
    func conditions(branch: Branch) throws { try judge(branch) }

    private func judge(_ branch: Branch) throws {
        var input = GateDesk.input(at: branch.stage)
        branch.change(&input)
        let decision = Gate.judge(input)
        #expect(decision.decision == branch.decision)
        #expect(decision.shareAfter == branch.after.share)
        #expect(decision.rule == branch.rule, "\(decision.reasons)")
        #expect(!decision.reasons.isEmpty)
        if let check = branch.check {
            let found = try #require(decision.check(check.id))
            #expect(found.status == check.status, "\(found.detail)")
        }
    }
}
