import Dates
import Ledger
import Market

/// An exit rule that fired, with what it compared.
struct ExitCheck: Hashable {
    let reason: ExitReason
    let detail: String
}

/// The first exit rule that fires, in the stated order: profit, stop, time, delta breach, expiry, assignment.
func exitCheck(
    _ held: HeldPosition, snapshot: MarketSnapshot, view: CalendarView, exits: ExitSettings, fees: FeeSchedule
) -> ExitCheck? {
    let position = held.position
    return profitOrStop(position, quote: held.quote, exits: exits, fees: fees)
        ?? timeStop(position, today: snapshot.day, days: exits.timeStop)
        ?? deltaBreach(held.quote, maximum: exits.deltaBreach)
        ?? expiryExit(position, today: snapshot.day, view: view)
        ?? assignmentExit(held.quote, underlying: snapshot[position.trade.symbol], view: view)
}
