import Dates
import Ledger

/// [blackout]: no opening near an economic event. A calendar that does not cover the moment never passes.
func blackoutRule(_ view: CalendarView, hours: Int) -> RuleResult {
    switch view.blackout {
    case .clear:
        RuleResult(.blackout, true, limit: Double(hours), "no event within \(hours) h")
    case .near(let event, let time):
        RuleResult(.blackout, false, limit: Double(hours), "\(event) at \(NewYork.wallTime(time)) within \(hours) h")
    case .unknown(let reason):
        RuleResult(.blackout, nil, limit: Double(hours), "not known whether an event is near: \(reason)")
    }
}
