import Input
import Ledger
import Market

/// [data]: whether the symbol's data are good enough to trade on.
func dataRule(_ underlying: MarketSnapshot.Underlying) -> RuleResult {
    let faults = underlying.findings.filter { $0.severity == .error }
    guard let first = faults.first else { return RuleResult(.data, true, "no fault in the data") }
    let others = faults.count > 1 ? ", \(faults.count - 1) more" : ""
    return RuleResult(.data, false, "\(first.rule): \(first.message)\(others)")
}

/// [ready]: whether the windows that a book's rules need are full. A missing rank is never made up.
func readyRule(_ indicators: Indicators, needsDirection: Bool) -> RuleResult {
    var missing: [String] = []
    if needsDirection {
        if indicators.rsi14 == nil { missing.append("RSI(14)") }
        if indicators.sma20 == nil { missing.append("SMA(20)") }
    } else if indicators.dayMove == nil {
        missing.append("day's move")
    }
    if indicators.ivRank == nil { missing.append("IV rank (\(indicators.ivObservations) observations)") }
    guard missing.isEmpty else { return RuleResult(.ready, false, "not ready: \(missing.joined(separator: ", "))") }
    return RuleResult(.ready, true, "windows full")
}
