import Ledger
import Market

/// [iv-rank]: IV rank at the book's least or above.
func ivRankRule(_ indicators: Indicators, minimum: Double) -> RuleResult {
    guard let rank = indicators.ivRank else {
        return RuleResult(.ivRank, nil, limit: minimum, "IV rank not known")
    }
    let passed = rank >= minimum
    return RuleResult(
        .ivRank, passed, value: rank, limit: minimum,
        "IV rank \(decimal(rank, 1)) \(passed ? "at least" : "below") \(decimal(minimum, 0))")
}
