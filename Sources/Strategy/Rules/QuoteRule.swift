import Options
import Dates
import Ledger

/// [quote]: bid–ask of all legs together within its share of the width, a bid for every short, quotes of now.
func quoteRule(_ spread: Spread, age seconds: Int64, settings: StrategySettings) -> RuleResult {
    let limit = settings.maximumQuoteWidth
    let compared = "bid–ask \(decimal(2 * spread.quote.halfSpread, 2)) on width \(spread.width)"
    if let short = spread.quote.legs.first(where: { $0.leg.quantity < 0 && $0.bid <= 0 }) {
        return RuleResult(
            .quote, false, value: spread.quoteWidth, limit: limit,
            "no bid for the short \(short.leg.contract.right) \(strikeText(short.leg.contract.strikeThousandths))")
    }
    guard seconds <= settings.maximumQuoteAge else {
        return RuleResult(
            .quote, false, value: spread.quoteWidth, limit: limit,
            "quotes \(seconds) s old, more than \(settings.maximumQuoteAge) s")
    }
    let passed = hasGoodQuote(spread, maximum: limit)
    return RuleResult(
        .quote, passed, value: spread.quoteWidth, limit: limit,
        "\(compared): \(percent(spread.quoteWidth)), \(passed ? "at most" : "more than") \(percent(limit))")
}

/// Whether every short has a bid and bid–ask of all legs together is at most a fraction of the width.
func hasGoodQuote(_ spread: Spread, maximum: Double) -> Bool {
    spread.quote.legs.allSatisfy { $0.leg.quantity > 0 || $0.bid > 0 }
        // Quotes are whole cents: what equals the limit must pass in spite of binary fractions.
        && spread.quoteWidth <= maximum + 1e-9
}
