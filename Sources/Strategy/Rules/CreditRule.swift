import Ledger

/// The spread that MULTIBOOK takes among the listed widths: quotes that are good enough come first, then credits
/// that reach the floor, then the credit ÷ width nearest to the target, then the narrower width.
func chooseWidth(_ choice: WidthChoice, settings: StrategySettings) -> Spread? {
    let floor = creditFloor(choice.structure, settings.credit)
    var best: Spread?
    for width in choice.widths(from: settings.credit.minimumWidth, to: settings.credit.maximumWidth) {
        guard let spread = choice.spread(width: width) else { continue }
        if let taken = best, !isBetter(spread, than: taken, floor: floor, settings: settings) { continue }
        best = spread
    }
    return best
}

/// Whether a wider spread is to be preferred to a narrower one.
private func isBetter(_ spread: Spread, than other: Spread, floor: Double, settings: StrategySettings) -> Bool {
    func isQuoted(_ spread: Spread) -> Bool { hasGoodQuote(spread, maximum: settings.maximumQuoteWidth) }
    if isQuoted(spread) != isQuoted(other) { return isQuoted(spread) }
    if (spread.creditToWidth >= floor) != (other.creditToWidth >= floor) { return spread.creditToWidth >= floor }
    let target = settings.credit.target
    return abs(spread.creditToWidth - target) < abs(other.creditToWidth - target)
}

/// The spread that LEGACY takes: the listed width nearest to the one it always had, the narrower of two.
func chooseLegacyWidth(_ choice: WidthChoice, settings: LegacySettings) -> Spread? {
    let widths = choice.widths(from: 0, to: settings.width * 2)
    guard let index = widths.index(nearest: settings.width * 1000) else { return nil }
    return choice.spread(width: widths[index])
}

/// [credit]: MULTIBOOK's credit as a share of the width, against the floor of the structure.
func creditRule(_ spread: Spread, settings: CreditSettings) -> RuleResult {
    let floor = creditFloor(spread.structure, settings)
    let ratio = spread.creditToWidth
    let passed = ratio >= floor && spread.credit > .zero
    return RuleResult(
        .credit, passed, value: ratio, limit: floor,
        "credit \(spread.credit) on width \(spread.width): \(percent(ratio)) "
            + "\(passed ? "at least" : "below") \(percent(floor)), target \(percent(settings.target))")
}

/// [credit]: LEGACY asks only that there is a credit.
func legacyCreditRule(_ spread: Spread) -> RuleResult {
    RuleResult(
        .credit, spread.credit > .zero, value: spread.creditToWidth, limit: 0,
        "credit \(spread.credit) on width \(spread.width): \(percent(spread.creditToWidth))")
}

/// The least credit ÷ width of a structure under the policy.
func creditFloor(_ structure: Structure, _ settings: CreditSettings) -> Double {
    switch settings.policy {
    case .require: settings.target
    case .nearest: structure == .ironCondor ? settings.condorFloor : settings.verticalFloor
    }
}
