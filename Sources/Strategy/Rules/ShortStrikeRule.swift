import Ledger
import Market
import Options

/// The listed strike of one side whose delta comes nearest to the target in magnitude, within the range; the strike
/// further out of the money of two equally near. Nil when no delta lies in the range.
func shortStrike(in side: OptionChain.Side, right: Right, delta range: DeltaRange) -> Int? {
    var best: Int?
    var bestDistance = Double.infinity
    for index in 0..<side.count {
        let delta = abs(side.delta[index])
        // Deltas that are not known compare false.
        guard delta >= range.minimum, delta <= range.maximum else { continue }
        let distance = abs(delta - range.target)
        let isNearer = right == .put ? distance < bestDistance : distance <= bestDistance
        if isNearer { (best, bestDistance) = (index, distance) }
    }
    return best
}

/// [strike]: MULTIBOOK's short strikes by delta, one a sold side.
func deltaStrikeRule(
    _ slice: OptionChain.Slice, sides: [Right], delta range: DeltaRange
) -> (shorts: [(right: Right, index: Int)]?, result: RuleResult) {
    let wanted = "|Δ| \(decimal(range.minimum, 2))–\(decimal(range.maximum, 2)), target \(decimal(range.target, 2))"
    var shorts: [(right: Right, index: Int)] = []
    var found: [String] = []
    var furthest = range.target
    for right in sides {
        guard let index = shortStrike(in: slice.side(right), right: right, delta: range) else {
            return (nil, RuleResult(.strike, false, limit: range.target, "no listed \(right) with \(wanted)"))
        }
        shorts.append((right, index))
        let delta = abs(slice.side(right).delta[index])
        if shorts.count == 1 || abs(delta - range.target) > abs(furthest - range.target) { furthest = delta }
        found.append("\(right) \(strikeText(slice.strikes[index])) at |Δ| \(decimal(delta, 3))")
    }
    let detail = "\(found.joined(separator: ", ")) (\(wanted))"
    return (shorts, RuleResult(.strike, true, value: furthest, limit: range.target, detail))
}

/// [strike]: LEGACY's short strike, the listed one nearest to a fixed distance from the price.
func distanceStrikeRule(
    _ slice: OptionChain.Slice, right: Right, spot: Double, distance: Double
) -> (shorts: [(right: Right, index: Int)]?, result: RuleResult) {
    let wanted = spot * (1 + right.sign * distance)
    guard let index = slice.strikes.index(nearest: wanted * 1000) else {
        return (nil, RuleResult(.strike, false, limit: distance, "no strike listed"))
    }
    let strike = Double(slice.strikes[index]) / 1000
    let found = (strike / spot - 1) * right.sign
    let text = "\(right) \(strikeText(slice.strikes[index])), \(percent(found, 2)) from \(decimal(spot, 2))"
    // A list that ends before the wanted strike must not turn into a strike near, or in, the money.
    guard found >= distance / 2, found <= distance * 2 else {
        return (
            nil, RuleResult(.strike, false, value: found, limit: distance, "\(text): too far from \(percent(distance))")
        )
    }
    return ([(right, index)], RuleResult(.strike, true, value: found, limit: distance, text))
}

/// A strike in dollars without needless decimals, as `430` or `62.5`.
func strikeText(_ thousandths: Int) -> String {
    var text = decimal(Double(thousandths) / 1000, 3)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
}
