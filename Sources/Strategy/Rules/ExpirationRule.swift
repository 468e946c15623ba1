import Dates
import Ledger
import Market

/// [dte]: the listed expiration nearest to the book's target within its range, the earlier of two equally near.
func expirationRule(
    _ chain: OptionChain, today: Day, range: DaysToExpiration
) -> (slice: Int?, result: RuleResult) {
    var best: Int?
    var bestDays = 0
    for index in chain.slices.indices {
        let days = today.days(to: chain.slices[index].expiration)
        guard days >= range.minimum, days <= range.maximum else { continue }
        if best == nil || abs(days - range.target) < abs(bestDays - range.target) { (best, bestDays) = (index, days) }
    }
    let wanted = "\(range.minimum)–\(range.maximum), target \(range.target)"
    guard let best else {
        return (nil, RuleResult(.dte, false, limit: Double(range.target), "no expiration in \(wanted) days"))
    }
    return (
        best,
        RuleResult(
            .dte, true, value: Double(bestDays), limit: Double(range.target),
            "\(bestDays) days to \(chain.slices[best].expiration) (\(wanted))")
    )
}
