internal import Metrics

extension GateReport {
    static let checksDefinition = DatasetDefinition(
        "gate_checks", "Everything that the gate held against a limit, in the order of its rules",
        [
            .init("check", .text, "What was looked at"),
            .init(
                "verdict", .text,
                "pass; fail of a guard; missed of a condition of the next stage; too early, open or unknown"
            ),
            .init("value", .ratio, "The value seen, in the row's own unit"),
            .init("limit", .text, "What it may be"),
            .init("evidence", .text, "What the verdict rests on"),
            .init("unit", .text, "What the row's value is measured in"),
            .init("link", .text, "Where the figures behind it stand in the report"),
            .init("key", .text, "A stable identifier of the check"),
            .init("rule", .text, "The rule to which it belongs"),
            .init("status", .text, "pass, fail, inconclusive, error or not run"),
            .init("margin", .ratio, "How far the value is on the good side of its limit; negative beyond it"),
            .init("n", .count, "Observations behind the value"),
            .init("window", .text, "The sessions that were looked at"),
            .init("first_failed", .date, "The first night of those running on which it has not passed"),
            .init("streak", .count, "Nights running with this status"),
            .init("value_after_loss", .ratio, "The value after one maximum loss on every open position"),
            .init("verdict_after_loss", .text, "What the check would have found then"),
            .init("decided", .flag, "Whether it is what decided"),
        ])

    var checks: Dataset {
        Self.checksDefinition.dataset(
            decision.checks.map { check in
                let lost = decision.stress?.rows.first { $0.id == check.id }
                let isKnown = decision.stress != nil
                let after = isKnown ? Value(lost?.value ?? check.value) : .undefined(.notRecorded)
                let verdict =
                    isKnown ? Value.text(check.verdict(as: lost?.status ?? check.status)) : .undefined(.notRecorded)
                return [
                    .text(check.title), .text(check.verdict), Value(check.value), .text(check.limitText),
                    .text(check.detail), .text(check.unit.rawValue), .text(check.link), .text(check.id),
                    .text(check.rule.title), .text(check.status.rawValue), check.margin.map(Value.number) ?? .null,
                    .integer(check.value.n), .text(check.window), check.firstFailed.map(Value.day) ?? .null,
                    .integer(check.streak), after, verdict,
                    .flag(check.rule == decision.rule && check.status != .pass && check.status != .notRun),
                ]
            })
    }
}
