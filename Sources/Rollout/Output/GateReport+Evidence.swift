internal import Metrics

extension GateReport {
    static let evidenceDefinition = DatasetDefinition(
        "gate_evidence", "What the history proves, as of the last weekly look, one row a measure",
        [
            .init("measure", .text, "The measure"),
            .init("value", .ratio, "Its value, in the row's own unit"),
            .init("low", .ratio, "The lower bound or end of its interval; null where the measure has none"),
            .init("high", .ratio, "The upper bound or end; null where the measure has none"),
            .init("n", .count, "Observations behind the value"),
            .init("value_after_loss", .ratio, "The value after one maximum loss on every open position"),
            .init("unit", .text, "What the row is measured in: percent, ratio or count"),
            .init("key", .text, "A stable identifier of the measure"),
        ])

    var evidence: Dataset {
        let rows = Self.rows(decision.evidence)
        let after = decision.stress.map { Self.rows($0.evidence) }
        return Self.evidenceDefinition.dataset(
            rows.enumerated().map { index, row in
                [
                    .text(row.measure), Value(row.value), row.low, row.high, .integer(row.value.n),
                    after.map { Value($0[index].value) } ?? .undefined(.notRecorded), .text(row.unit.rawValue),
                    .text(row.key),
                ]
            })
    }

    private struct Row {
        let key: String
        let measure: String
        let unit: Unit
        let value: Figure
        var low = Value.null
        var high = Value.null
    }

    private static func rows(_ evidence: GateEvidence) -> [Row] {
        func end(_ value: Double?) -> Value { value.map(Value.number) ?? .undefined(.tooFew) }
        let isKnown = evidence.sharpe.value != nil
        let reach = evidence.sharpeError.value.map { 1.959_963_984_540_054 * $0 }
        func sharpe(_ sign: Double) -> Value {
            guard let value = evidence.sharpe.value, let reach else { return Value(evidence.sharpe) }
            return .number(value + sign * reach)
        }
        return [
            Row(
                key: "mean-week", measure: "Mean difference of five sessions on capital at risk", unit: .percent,
                value: evidence.mean, low: Value(evidence.lower), high: Value(evidence.upper)),
            Row(
                key: "sharpe", measure: "Sharpe ratio of MULTIBOOK, ± 1.96 standard errors", unit: .ratio,
                value: evidence.sharpe, low: sharpe(-1), high: sharpe(1)),
            Row(key: "sharpe-error", measure: "Standard error of it", unit: .ratio, value: evidence.sharpeError),
            Row(key: "legacy-sharpe", measure: "Sharpe ratio of LEGACY", unit: .ratio, value: evidence.legacySharpe),
            Row(
                key: "sharpe-difference", measure: "Difference of the Sharpe ratios, studentised bootstrap",
                unit: .ratio,
                value: evidence.sharpeDifference, low: isKnown ? end(evidence.sharpeDifferenceLow) : .null,
                high: isKnown ? end(evidence.sharpeDifferenceHigh) : .null),
            Row(
                key: "psr-zero", measure: "Probability that MULTIBOOK's true Sharpe ratio exceeds 0", unit: .percent,
                value: evidence.aboveZero),
            Row(
                key: "psr-legacy", measure: "Probability that it exceeds LEGACY's observed one", unit: .percent,
                value: evidence.aboveLegacy),
            Row(
                key: "track-record", measure: "Daily returns needed for a Sharpe ratio above 0 at 95 %", unit: .count,
                value: evidence.trackRecord),
            Row(
                key: "weeks-missing", measure: "Weeks until what was asked holds, at this rate", unit: .count,
                value: evidence.weeksMissing.map { .value(Double($0), n: evidence.mean.n) }
                    ?? .undefined(evidence.mean.value == nil ? .noData : .unreachable, n: evidence.mean.n)),
        ]
    }
}
