internal import Dates
internal import Ledger
internal import Metrics

/// What the rules make of the checks: the first rule that applies decides.
struct Verdict {
    let decision: RolloutDecision
    let after: RolloutStage
    let rule: GateRule
    /// The one that decided first.
    let reasons: [String]

    init(_ context: CheckContext, _ checks: [GateCheck]) {
        let judge = Judge(context: context, checks: checks)
        let rules: [() -> Verdict?] = [
            judge.killSwitch, judge.health, judge.limits, judge.discipline, judge.override, judge.top, judge.dwell,
            judge.condition, judge.evidence,
        ]
        self = rules.lazy.compactMap { $0() }.first ?? judge.promote()
    }

    fileprivate init(_ decision: RolloutDecision, _ after: RolloutStage, _ rule: GateRule, _ reasons: [String]) {
        self.decision = decision
        self.after = after
        self.rule = rule
        self.reasons = reasons
    }
}

/// The rules, one a function; nil where one does not apply.
private struct Judge {
    let context: CheckContext
    let checks: [GateCheck]

    private var ladder: Ladder { context.ladder }
    private var stage: RolloutStage { context.stage }
    private var today: Day { context.input.session }

    func killSwitch() -> Verdict? {
        guard !failing(.killSwitch).isEmpty else { return nil }
        return down(
            to: .none, .killSwitch,
            ["The kill switch is \(context.input.killSwitch.text). The share is 0 % until it is released."])
    }

    /// Data that cannot be believed, or a guard that cannot be evaluated for want of them.
    func health() -> Verdict? {
        let guards: [GateRule] = [.hardLimit, .discipline]
        let unknown = checks.filter { guards.contains($0.rule) && $0.status == .error }
        let faults = failing(.health) + unknown
        guard !faults.isEmpty else { return nil }
        let most = context.settings.unhealthySessions
        let running = ladder.unhealthyNights + 1
        var reasons = ["Unhealthy, \(running) of \(GateWords.count(most, "session")) running: \(list(faults))."]
        let breached = checks.filter { $0.rule == .hardLimit && $0.status == .fail }
        if !breached.isEmpty {
            reasons.append(
                "Beyond a hard limit besides, which decides once the figures can be believed: \(list(breached)).")
        }
        return running >= most ? down(to: stage.below, .health, reasons) : hold(.health, reasons)
    }

    func limits() -> Verdict? {
        let breached = failing(.hardLimit)
        guard !breached.isEmpty else { return nil }
        let isDeep = breached.contains { $0.id == "drawdown" }
        return down(to: isDeep ? .none : stage.below, .hardLimit, ["Beyond a hard limit: \(list(breached))."])
    }

    func discipline() -> Verdict? {
        let breached = failing(.discipline)
        guard !breached.isEmpty else { return nil }
        return hold(
            .discipline,
            [
                "Against the desk's own rules: \(list(breached)). It holds until \(Gate.reviewItem) is signed off."
            ])
    }

    func override() -> Verdict? {
        guard let override = ladder.inForce.override else { return nil }
        let people = GateWords.people(override.person, override.secondPerson)
        return hold(
            .override,
            [
                "Override \(override.id) (\(people)) is in force until "
                    + "\(GateWords.date(override.expiresOn, today: today)); no share that a person set is promoted from."
            ])
    }

    func top() -> Verdict? {
        guard stage.next == nil else { return nil }
        return hold(.top, ["\(stage) is the top of the ladder; the guards go on."])
    }

    func dwell() -> Verdict? {
        guard let check = failing(.dwell).first else { return nil }
        let doubled =
            ladder.dwellFactor > 1
            ? ", \(ladder.dwellFactor) times the usual after \(GateWords.count(ladder.rollBacks, "roll-back"))" : ""
        return hold(.dwell, ["At \(stage): \(check.detail)\(doubled)."])
    }

    func condition() -> Verdict? {
        let open = failing(.condition)
        guard let next = stage.next, !open.isEmpty else { return nil }
        return hold(.condition, ["The condition of \(next) is not met: \(list(open))."])
    }

    func evidence() -> Verdict? {
        guard context.settings.evidence == .required, !failing(.evidence).isEmpty else { return nil }
        let evidence = context.evidence
        return hold(
            .evidence, ["The evidence is \(evidence.grade.rawValue): \(evidence.text); \(evidence.outlook)."])
    }

    func promote() -> Verdict {
        let next = stage.next ?? stage
        return Verdict(
            .promote, next, .promote,
            ["Everything that the plan asks for \(next) is met; evidence: \(context.evidence.grade.rawValue)."])
    }

    /// The checks of a rule that have not passed.
    private func failing(_ rule: GateRule) -> [GateCheck] {
        checks.filter { $0.rule == rule && $0.status != .pass && $0.status != .notRun }
    }

    private func hold(_ rule: GateRule, _ reasons: [String]) -> Verdict {
        Verdict(.hold, ladder.computed, rule, reasons)
    }

    /// Down to a stage, and never to more than the rules allowed before: an override must not come out of it ahead.
    private func down(to target: RolloutStage, _ rule: GateRule, _ reasons: [String]) -> Verdict {
        let after = min(target, ladder.computed)
        guard after < max(stage, ladder.computed) else {
            return hold(rule, reasons + ["At \(after) there is nothing to take back."])
        }
        return Verdict(.rollBack, after, rule, reasons)
    }

    private func list(_ checks: [GateCheck]) -> String { checks.map(sentence).joined(separator: "; ") }

    /// `Day at risk, largest 11.2 % (at most 10 %): beyond the limit on 27 February`; the detail alone without a number.
    private func sentence(_ check: GateCheck) -> String {
        guard check.unit != .flag, let value = check.value.value else { return "\(check.title) (\(check.detail))" }
        return "\(check.title) \(check.text(value)) (\(check.limitText)): \(check.detail)"
    }
}
