internal import Dates
internal import Ledger
internal import Metrics

/// The rollout gate: which share of the desk's capital MULTIBOOK may have from the next session on.
public enum Gate {
    /// The version of the rules themselves; it goes up with every change of what decides.
    public static let rulesVersion = 1
    /// The sign-off that settles breaches of discipline recorded before it.
    public static let reviewItem = "guard-review"

    /// Decides after a session: a pure function, which moves no capital.
    ///
    /// The first rule of ``GateRule`` that applies decides. All checks are evaluated whichever does.
    public static func judge(_ input: GateInput) -> GateDecision {
        let context = CheckContext(
            input: input, figures: input.figures, ladder: Ladder(input),
            evidence: GateEvidence(input, input.figures))
        let previous = input.records.last.map { GateDecision(recordOf: $0) }
        let checks = context.all().map { check in
            check.following(previous??.checks.first { $0.id == check.id }, on: input.session)
        }
        let verdict = Verdict(context, checks)
        let stress = stress(context, checks, verdict)
        return GateDecision(
            session: input.session, holdsFrom: input.nextSession, decision: verdict.decision,
            shareBefore: context.stage.share, shareAfter: verdict.after.share, rule: verdict.rule,
            reasons: verdict.reasons, notes: context.notes(stress, knowsStreaks: previous.map { $0 != nil } ?? true),
            checks: checks, evidence: context.evidence,
            stress: stress, stage: StageSummary(context), ruleVersion: input.ruleVersion)
    }

    /// The decision again with one maximum loss on every open position.
    private static func stress(_ context: CheckContext, _ checks: [GateCheck], _ verdict: Verdict) -> GateStress? {
        guard let figures = context.input.afterLoss else { return nil }
        let lost = CheckContext(
            input: context.input, figures: figures, ladder: context.ladder,
            evidence: GateEvidence(context.input, figures, isAfterLoss: true))
        let after = lost.all()
        let again = Verdict(lost, after)
        return GateStress(
            decision: again.decision, after: again.after, rule: again.rule,
            survives: again.decision == verdict.decision && again.after == verdict.after,
            rows: zip(checks, after).filter { $0.value != $1.value || $0.status != $1.status }.map {
                GateStress.Row(id: $1.id, value: $1.value, status: $1.status)
            },
            evidence: lost.evidence)
    }
}

extension CheckContext {
    /// Every check, in the order of the rules.
    func all() -> [GateCheck] {
        [killSwitch()] + health() + limits() + discipline() + [dwell()] + conditions() + [proof()]
    }

    /// The check of ``GateRule/evidence``.
    private func proof() -> GateCheck {
        let limit = settings.claim == .better ? 0 : -settings.margin
        let status: CheckStatus =
            switch evidence.grade {
            case .supported: .pass
            case .contradicted: .fail
            case .planRuleOnly, .tooEarly: .inconclusive
            }
        return GateCheck(
            "evidence", .evidence, "Lower bound of the weekly difference on capital at risk", value: evidence.lower,
            unit: .percent, .above, limit, window: "since inception", status: status, detail: evidence.text,
            link: "#gate-evidence")
    }

    /// What a reader should know besides.
    func notes(_ stress: GateStress?, knowsStreaks: Bool) -> [String] {
        let today = input.session
        var notes: [String] = []
        if let share = ladder.offLadder {
            notes.append(
                "No decision is on record; the \(GateWords.percent(share)) that MULTIBOOK traded last count as \(stage)."
            )
        } else if input.records.isEmpty {
            notes.append("No decision is on record; the stage is what MULTIBOOK traded last, \(stage).")
        }
        if let night = ladder.restart {
            notes.append(
                "Rules, settings or program changed on \(GateWords.date(night, today: today)): the stage's window began "
                    + "anew after that session.")
        }
        if !input.obeysGate, let share = input.traded.last(where: { $0.day <= today })?.share {
            notes.append("The simulation trades at \(GateWords.percent(share)) whatever the gate says.")
        }
        if !knowsStreaks {
            notes.append("The checks of the last decision cannot be read back; nights running are counted anew.")
        }
        if let stress {
            notes.append(
                stress.survives
                    ? "The decision would be the same after one maximum loss on every open position."
                    : "After one maximum loss on every open position it would be "
                        + "\(stress.decision.summary(at: stress.after.share)) (\(stress.rule.title.lowercased())).")
        } else {
            notes.append("What one maximum loss on every open position would change is not known.")
        }
        return notes
    }
}
