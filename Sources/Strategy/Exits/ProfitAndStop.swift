import Ledger

/// [profit] and [stop]: (credit − cost to close) ÷ credit, the cost at the marketable side with fees, against the
/// book's target and stop. Nil without a market: nobody knows then what closing would cost.
func profitOrStop(_ position: Position, quote: ComboQuote?, exits: ExitSettings, fees: FeeSchedule) -> ExitCheck? {
    guard let fraction = earnedFraction(position, quote: quote, fees: fees) else { return nil }
    if fraction >= exits.profitTarget {
        return ExitCheck(
            reason: .profit, detail: "\(percent(fraction)) of the credit earned, target \(percent(exits.profitTarget))")
    }
    if fraction <= -exits.stopLoss {
        return ExitCheck(
            reason: .stop, detail: "\(percent(-fraction)) of the credit lost, stop \(percent(exits.stopLoss))")
    }
    return nil
}

/// P&L of closing at once as a fraction of the credit; nil without a market or a credit.
func earnedFraction(_ position: Position, quote: ComboQuote?, fees: FeeSchedule) -> Double? {
    let credit = position.trade.credit
    guard credit > .zero, let quote, let cost = Price(quote.marketableCost) else { return nil }
    let closing = fees.fees(legs: position.legs.count, contracts: position.contracts)
    return (credit - cost.total(contracts: position.contracts) - closing).dollars / credit.dollars
}
