import Dates
import Ledger

/// A trade whose size is being settled.
struct SizedTrade {
    let book: Book
    let symbol: String
    let expiration: Day
    /// Net dollar delta of one contract: Δ × 100 × spot.
    let dollarDelta: Double
    /// The most that one contract can lose.
    let maxLoss: Money
}

/// [day-risk], [open-risk], [concentration] and [delta] for a number of contracts, in this order.
func limitRules(_ trade: SizedTrade, contracts: Int, use: RiskUse, limits: LimitSettings) -> [RuleResult] {
    [
        dayRiskRule(trade, contracts: contracts, use: use, maximum: limits.maximumDayRisk),
        openRiskRule(trade, contracts: contracts, use: use, maximum: limits.maximumOpenRisk),
        concentrationRule(trade, contracts: contracts, use: use, limits: limits),
        deltaRule(trade, contracts: contracts, use: use, maximum: limits.maximumDelta),
    ]
}

/// [day-risk]: maximum loss of everything opened that trading day ÷ capital.
private func dayRiskRule(_ trade: SizedTrade, contracts: Int, use: RiskUse, maximum: Double) -> RuleResult {
    share(.dayRisk, "opened today", use.dayRisk + trade.maxLoss * contracts, of: use.capital, maximum: maximum)
}

/// [open-risk]: maximum loss of everything open ÷ capital.
private func openRiskRule(_ trade: SizedTrade, contracts: Int, use: RiskUse, maximum: Double) -> RuleResult {
    share(.openRisk, "open", use.openRisk + trade.maxLoss * contracts, of: use.capital, maximum: maximum)
}

/// [concentration]: risk in one symbol, INCOME_POP positions, no second entry.
private func concentrationRule(
    _ trade: SizedTrade, contracts: Int, use: RiskUse, limits: LimitSettings
) -> RuleResult {
    let risk = use.risk(in: trade.symbol) + trade.maxLoss * contracts
    let result = share(
        .concentration, "in \(trade.symbol)", risk, of: use.capital, maximum: limits.maximumSymbolRisk)
    if let refusal = repetition(trade, use: use) {
        return RuleResult(.concentration, false, value: result.value, limit: result.limit, refusal)
    }
    let positions = use.positions(of: .incomePop)
    if trade.book == .incomePop, positions >= limits.maximumIncomePopPositions {
        return RuleResult(
            .concentration, false, value: Double(positions + 1), limit: Double(limits.maximumIncomePopPositions),
            "\(positions) INCOME_POP positions held, at most \(limits.maximumIncomePopPositions)")
    }
    return result
}

/// [concentration] for LEGACY, which has no caps but does not enter twice either.
func legacyConcentrationRule(_ trade: SizedTrade, use: RiskUse) -> RuleResult {
    if let refusal = repetition(trade, use: use) { return RuleResult(.concentration, false, refusal) }
    return RuleResult(.concentration, true, "first entry of the day and of the expiration")
}

/// Why a trade would be an entry too many; nil when it is not.
private func repetition(_ trade: SizedTrade, use: RiskUse) -> String? {
    if use.holds(trade.symbol, book: trade.book, expiration: trade.expiration) {
        return "\(trade.book.rawValue) holds \(trade.symbol) \(trade.expiration) already"
    }
    if use.hasLeft(trade.symbol, book: trade.book, expiration: trade.expiration) {
        return "\(trade.book.rawValue) left \(trade.symbol) \(trade.expiration) today"
    }
    if use.hasEntered(trade.symbol, book: trade.book) {
        return "\(trade.book.rawValue) entered \(trade.symbol) today already"
    }
    return nil
}

/// [delta]: net dollar delta ÷ capital after the trade, not outside the band unless the trade brings it closer.
private func deltaRule(_ trade: SizedTrade, contracts: Int, use: RiskUse, maximum: Double) -> RuleResult {
    guard let dollars = use.dollarDelta, trade.dollarDelta.isFinite, use.capital > .zero else {
        return RuleResult(.delta, nil, limit: maximum, "delta of the book or of the trade not known")
    }
    let before = dollars / use.capital.dollars
    let after = (dollars + trade.dollarDelta * Double(contracts)) / use.capital.dollars
    let isInside = abs(after) <= maximum
    let passed = isInside || abs(after) < abs(before)
    let verdict = isInside ? "within" : passed ? "outside, but nearer to" : "outside"
    return RuleResult(
        .delta, passed, value: after, limit: maximum,
        "delta \(decimal(before, 3)) to \(decimal(after, 3)), \(verdict) ±\(decimal(maximum, 2))")
}

/// An amount at risk as a share of capital against a maximum, exact to the cent.
private func share(_ rule: Rule, _ what: String, _ risk: Money, of capital: Money, maximum: Double) -> RuleResult {
    guard capital > .zero else { return RuleResult(rule, nil, limit: maximum, "no capital") }
    let value = risk.dollars / capital.dollars
    // In cents, so that a risk exactly at its cap is not refused by a binary fraction.
    let passed = Double(risk.cents) <= Double(capital.cents) * maximum + 1e-6
    return RuleResult(
        rule, passed, value: value, limit: maximum,
        "\(risk) \(what), \(percent(value, 2)) of capital, \(passed ? "at most" : "more than") \(percent(maximum))")
}
