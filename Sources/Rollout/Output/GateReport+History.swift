internal import Dates
internal import Ledger
internal import Metrics

extension GateReport {
    static let historyDefinition = DatasetDefinition(
        "gate_history", "The gate's decisions, oldest first, with the share in force in each session",
        [
            .init("day", .date, "The session after which was decided"),
            .init("in_force", .percent, "The share in force in that session; undefined before the first decision"),
            .init("decision", .text, "PROMOTE, HOLD or ROLL BACK"),
            .init("share_before", .percent, "The share that was to be in force from the next session on"),
            .init("share_after", .percent, "The share that the rules allow from the next session on"),
            .init("rule", .text, "The rule that decided"),
            .init("grade", .text, "How strong the evidence was"),
            .init("reason", .text, "Why"),
            .init("override_id", .count, "The override in force in that session; null for none"),
            .init("override_by", .text, "Who decided it; null for none"),
        ])

    var history: Dataset {
        Self.historyDefinition.dataset(
            records.enumerated().map { index, record in
                let inForce = ShareInForce(in: record.day, records: records[..<index], overrides: overrides)
                let override = inForce.override
                return [
                    .day(record.day), inForce.share.map(Value.number) ?? .undefined(.notRecorded),
                    .text(record.decision.rawValue), .number(record.shareBefore), .number(record.shareAfter),
                    .text(GateRule(rawValue: record.rule)?.title ?? record.rule), .text(record.grade),
                    record.reasons.first.map(Value.text) ?? .null,
                    override.map { .integer(Int($0.id)) } ?? .null,
                    override.map { .text(GateWords.people($0.person, $0.secondPerson)) } ?? .null,
                ]
            })
    }

    static let stagesDefinition = DatasetDefinition(
        "gate_stages", "The ladder, from nothing to all of the capital",
        [
            .init("share", .percent, "The share of the desk's capital"),
            .init("state", .text, "here, next (from the next session on), below or above"),
            .init("dwell", .count, "Sessions that it lasts at least, before any doubling"),
            .init("condition", .text, "What the plan asks for the next one"),
            .init("since", .date, "Its first session; null but for the present one"),
            .init("sessions", .count, "Sessions so far that count; null but for the present one"),
            .init("required", .count, "Sessions that it must last now; null but for the present one"),
        ])

    var stages: Dataset {
        let stage = decision.stage
        let next = RolloutStage.allCases.first { abs($0.share - decision.shareAfter) < 1e-9 }
        func state(_ rung: RolloutStage) -> String {
            rung == stage.stage ? "here" : rung == next ? "next" : rung < stage.stage ? "below" : "above"
        }
        return Self.stagesDefinition.dataset(
            RolloutStage.allCases.map { rung in
                let isHere = rung == stage.stage
                return [
                    .number(rung.share), .text(state(rung)),
                    .integer(stage.plannedDwell[rung.rawValue] ?? 0), .text(rung.condition),
                    isHere ? stage.since.map(Value.day) ?? .undefined(.noData) : .null,
                    isHere ? .integer(stage.counted) : .null, isHere ? .integer(stage.requiredDwell) : .null,
                ]
            })
    }
}

extension RolloutStage {
    /// What the plan asks for the next stage.
    fileprivate var condition: String {
        switch self {
        case .none: "two-year backtest and two weeks of paper approved"
        case .tenth: "metrics positive: net P&L and gross theta of the stage above 0"
        case .quarter: "the same, and ahead of LEGACY on capital at risk, in the stage and since the start"
        case .half: "the same, no breach since the start, no key figure missed, production checklist signed off"
        case .whole: "stays; the guards go on"
        }
    }
}
