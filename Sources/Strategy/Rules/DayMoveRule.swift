import Ledger
import Market
import Options

/// [trigger]: LEGACY sells against a big move of the day: calls after a fall, puts after a rise.
func dayMoveRule(_ indicators: Indicators, minimum: Double) -> (side: Right?, result: RuleResult) {
    guard let move = indicators.dayMove else {
        return (nil, RuleResult(.trigger, nil, limit: minimum, "day's move not known"))
    }
    let passed = abs(move) >= minimum
    let result = RuleResult(
        .trigger, passed, value: move, limit: minimum,
        "day's move \(percent(move, 2)), \(passed ? "at least" : "less than") \(percent(minimum, 2))")
    // The side follows from the sign alone, so that a refused candidate still shows what it would have been.
    return (move < 0 ? .call : move > 0 ? .put : nil, result)
}
