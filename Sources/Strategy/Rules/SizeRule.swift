import Ledger

/// [size]: contracts = ⌊capital × tier ÷ max loss per contract⌋, less than one refused and never rounded up.
func sizeRule(capital: Money, fraction: Double, maxLoss: Money) -> (contracts: Int, result: RuleResult) {
    let budget = capital.dollars * fraction
    // In whole cents, so that a budget that fits exactly is not lost to a binary fraction.
    let cents = Int64((Double(capital.cents) * fraction + 1e-6).rounded(.down))
    let contracts = maxLoss > .zero && cents > 0 ? Int(cents / maxLoss.cents) : 0
    let result = RuleResult(
        .size, contracts >= 1, value: Double(contracts), limit: 1,
        "\(decimal(budget, 2)) at risk, \(maxLoss) a contract: \(contracts)")
    return (contracts, result)
}

/// [size]: LEGACY's fixed contracts, more from a confidence of 80; refused where the sleeve's capital could not bear
/// their loss.
func legacySizeRule(
    capital: Money, confidence: Confidence, maxLoss: Money, settings: LegacySettings
) -> (contracts: Int, result: RuleResult) {
    let contracts = confidence.score >= 80 ? settings.contractsFromConfidence80 : settings.contracts
    let isBorne = contracts >= 1 && maxLoss * contracts <= capital
    let detail =
        "\(contracts) at confidence \(confidence.score)\(isBorne ? "" : ", more than capital \(capital) bears")"
    return (contracts, RuleResult(.size, isBorne, value: Double(contracts), limit: 1, detail))
}
