import Dates
import Ledger

/// Why a hedge is closed: no longer required for long enough, or near its expiration; nil when it is kept.
func hedgeExit(
    _ position: Position, today: Day, required: Bool?, idleSessions: Int, settings: HedgeSettings
) -> ExitCheck? {
    if idleSessions >= settings.idleSessions {
        return ExitCheck(reason: .hedgeNotRequired, detail: "not required for \(idleSessions) sessions in a row")
    }
    let days = today.days(to: position.expiration)
    guard days <= settings.rollDays else { return nil }
    // Near its end it is replaced only where there is still something to hedge.
    return ExitCheck(
        reason: required == false ? .hedgeNotRequired : .hedgeRoll,
        detail: "\(days) days to expiration, rolled at \(settings.rollDays)")
}
