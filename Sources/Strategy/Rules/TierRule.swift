import Ledger

/// [tier]: MULTIBOOK does not trade below 70, and risks more the higher the tier.
func tierRule(_ confidence: Confidence, fractions: TierFractions) -> (fraction: Double?, result: RuleResult) {
    let tier = ConfidenceTier(score: confidence.score)
    let value = Double(confidence.score)
    guard let fraction = fractions.fraction(of: tier) else {
        return (nil, RuleResult(.tier, false, value: value, limit: 70, "confidence \(confidence.score) below 70"))
    }
    return (
        fraction,
        RuleResult(
            .tier, true, value: value, limit: 70,
            "confidence \(confidence.score), tier \(tier.rawValue): \(percent(fraction)) of capital")
    )
}
