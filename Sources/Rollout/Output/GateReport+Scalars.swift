internal import Dates
internal import Ledger
public import Metrics

extension GateReport {
    static let scalarDefinitions: [ScalarDefinition] = [
        .init("gate_session", .date, "The session after which the gate decided"),
        .init("gate_decision", .text, "PROMOTE, HOLD or ROLL BACK"),
        .init("gate_grade", .text, "How strong the evidence is: supported, plan rule only, contradicted, too early"),
        .init("gate_share", .percent, "The share of capital in force from the next session on"),
        .init("gate_reason", .text, "Why, in one sentence"),
        .init(
            "gate_next_day", .date,
            "The first night on which the next stage may come; undefined at the top and after a fall"),
        .init("gate_next", .text, "The same in words"),
        .init("gate_summary", .text, "The decision in words, as HOLD at 25 %"),
        .init("gate_in_force", .text, "What was computed and what is in force, by whom and until when"),
        .init("gate_rule", .text, "The rule that decided"),
        .init("gate_share_before", .percent, "The share before the decision"),
        .init("gate_share_computed", .percent, "The share that the rules allow from the next session on"),
        .init("gate_holds_from", .date, "The session from which the decision holds"),
        .init("gate_override", .count, "The number of the override in force; undefined for none"),
        .init("gate_claim", .text, "What the evidence can claim, in one sentence"),
        .init("gate_outlook", .text, "How long until what was asked of the evidence holds, at this rate"),
        .init("gate_looks", .count, "Weekly looks at the evidence so far"),
        .init("gate_next_look", .date, "The session of the next look"),
        .init("gate_stage_since", .date, "The first session of the stage"),
        .init("gate_stage_sessions", .count, "Sessions of the stage that count"),
        .init("gate_stage_required", .count, "Sessions that must count before the next stage"),
        .init("gate_checks_failed", .count, "Guards that failed: limits, discipline, health, kill switch"),
        .init("gate_checks_missed", .count, "Conditions of the next stage that are not met"),
        .init("gate_checks_unknown", .count, "Checks that could not be evaluated"),
        .init("gate_checks_early", .count, "Checks for which it is too early"),
        .init("gate_checks_open", .count, "Checks that are undecided or do not apply"),
        .init("gate_checks_passed", .count, "Checks that passed"),
        .init("gate_survives_loss", .flag, "Whether one maximum loss on every open position would change nothing"),
        .init("gate_notes", .text, "What a reader should know besides"),
        .init("gate_rule_version", .text, "The version of rules, settings and program"),
    ]

    /// The single figures, in the order of the dictionary.
    public var scalars: [Scalar] {
        let (stage, evidence) = (decision.stage, decision.evidence)
        func date(_ day: Day?) -> Value { day.map(Value.day) ?? .undefined(.noData) }
        func count(_ verdict: String) -> Value { .integer(decision.checks.count { $0.verdict == verdict }) }
        let nextNight =
            decision.decision == .rollBack
            ? nil : stage.dwellServedOn.map { $0 > decision.session ? $0 : decision.holdsFrom ?? $0 }
        let next =
            nextNight.map { "the next stage on \(GateWords.weekday($0, today: decision.session)) at the earliest" }
            ?? (decision.decision == .rollBack
                ? "the stage below is served from its first session" : "there is no stage above")
        let values: [Value] = [
            .day(decision.session), .text(decision.decision.rawValue), .text(evidence.grade.rawValue),
            .number(inForce.share ?? decision.shareAfter), .text(decision.reasons.first ?? ""), date(nextNight),
            .text(next),
            .text(decision.summary), .text(inForce.text), .text(decision.rule.title), .number(decision.shareBefore),
            .number(decision.shareAfter), date(decision.holdsFrom),
            inForce.override.map { .integer(Int($0.id)) } ?? .undefined(.noData), .text(evidence.text),
            .text(evidence.outlook), .integer(evidence.looks), date(evidence.nextLook), date(stage.since),
            .integer(stage.counted), .integer(stage.requiredDwell), count("fail"), count("missed"),
            count("unknown"), count("too early"), count("open"), count("pass"),
            decision.stress.map { .flag($0.survives) } ?? .undefined(.notRecorded),
            .text(decision.notes.joined(separator: " ")), .text(decision.ruleVersion),
        ]
        return zip(Self.scalarDefinitions, values).map { Scalar($0.name, $0.unit, $1) }
    }
}
