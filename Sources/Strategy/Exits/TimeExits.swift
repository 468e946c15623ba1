import Ledger
import Dates

/// [time]: the book's days to expiration are reached.
func timeStop(_ position: Position, today: Day, days limit: Int) -> ExitCheck? {
    let days = today.days(to: position.expiration)
    guard days <= limit else { return nil }
    return ExitCheck(reason: .time, detail: "\(days) days to expiration, closed at \(limit)")
}

/// [expiry]: a spread is never carried into its last session: brokers close expiring spreads leg by leg then.
func expiryExit(_ position: Position, today: Day, view: CalendarView) -> ExitCheck? {
    guard view.isLastChance(for: position.expiration, today: today) else { return nil }
    return ExitCheck(reason: .expiry, detail: "no session left before the last of \(position.expiration)")
}
