import Options
import Dates
import Ledger
import Market

/// [assignment]: a short call in the money on the eve of an ex-dividend date whose extrinsic value, at mid, is below
/// the dividend. Its holder gains by exercising tonight, and the desk would owe the dividend.
func assignmentExit(
    _ quote: ComboQuote?, underlying: MarketSnapshot.Underlying?, view: CalendarView
) -> ExitCheck? {
    guard let quote, let underlying, let dividend = underlying.nextDividend else { return nil }
    let today = underlying.bar.day
    // Without a calendar a dividend within four calendar days may be the next session's.
    let eve = view.nextSession ?? today.adding(4)
    guard dividend.exDate > today, dividend.exDate <= eve else { return nil }
    for leg in quote.legs where leg.leg.quantity < 0 && leg.leg.contract.right == .call {
        let intrinsic = underlying.spot - leg.leg.contract.strike
        let extrinsic = leg.mid - intrinsic
        guard intrinsic > 0, extrinsic < dividend.amount else { continue }
        return ExitCheck(
            reason: .assignment,
            detail: "short call \(strikeText(leg.leg.contract.strikeThousandths)) in the money, extrinsic value "
                + "\(decimal(extrinsic, 2)) below the dividend \(decimal(dividend.amount, 4)) of \(dividend.exDate)")
    }
    return nil
}
