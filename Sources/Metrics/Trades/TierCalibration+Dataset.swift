internal import Ledger

extension TierCalibration {
    static let definition = DatasetDefinition(
        "tier_calibration", "Tiers of MULTIBOOK's confidence score since inception, the lowest first",
        [
            .init("tier", .text, "The tier"),
            .init("trades", .count, "Closed trades with capital and a score"),
            .init("predicted", .percent, "Mean of score ÷ 100, read as the probability of a win"),
            .init("realized", .percent, "Wins ÷ trades"),
            .init("realized_low", .percent, "Lower end of the 95 % Wilson interval"),
            .init("realized_high", .percent, "Upper end of the 95 % Wilson interval"),
            .init("brier", .ratio, "Mean of (score ÷ 100 − outcome)²: 0 is perfect"),
        ])

    var dataset: Dataset {
        Self.definition.dataset(
            tiers.map { tier in
                let realized = tier.realized.estimate
                return [
                    .text(tier.tier.rawValue), .integer(tier.realized.trials), Value(tier.predicted),
                    Value(realized.figure), realized.low, realized.high, Value(tier.brier),
                ]
            })
    }

    /// Whether higher tiers do win more, in words; which tiers were compared where not all that have trades were.
    var verdict: String {
        guard let isMonotone else { return "too early" }
        let compared = tiers.filter { $0.realized.trials >= minimum }
        let left = tiers.count { $0.realized.trials > 0 } - compared.count
        let names = compared.map(\.tier.rawValue).joined(separator: ", ")
        return (isMonotone ? "yes" : "no")
            + (left == 0 ? "" : " (of \(names); the rest has fewer than \(minimum) trades)")
    }
}
