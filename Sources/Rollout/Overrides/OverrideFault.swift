public import Dates
internal import Metrics

/// Why an override cannot be taken: what was asked, the rule, and the remedy.
public enum OverrideFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The gate has decided nothing yet.
    case noDecision
    /// Nobody is named.
    case noPerson
    /// No reason is given.
    case noReason
    /// The share is on no rung of the ladder.
    case notOnLadder(Double)
    /// The share is in force already.
    case alreadyInForce(Double)
    /// The last day lies before the first session on which it could hold.
    case expired(Day, first: Day)
    /// The last day lies further away than an override may hold.
    case tooLong(Day, latest: Day, days: Int)
    /// It goes past a hard limit, and nobody else is named.
    case secondPersonMissing(Double, computed: Double)
    /// Both names are of the same person.
    case samePersonTwice(String)
    /// Nothing may be traded at all.
    case killSwitchEngaged

    /// What was asked, the rule and the remedy.
    public var description: String {
        switch self {
        case .noDecision:
            "there is no decision to override; run `report gate` first"
        case .noPerson:
            "the override names nobody; say who decides"
        case .noReason:
            "the override has no reason; say why"
        case .notOnLadder(let share):
            "\(GateWords.percent(share)) is no stage; choose 0, 10, 25, 50 or 100 %"
        case .alreadyInForce(let share):
            "\(GateWords.percent(share)) is in force already; there is nothing to override"
        case .expired(let day, let first):
            "the override would end on \(day), before the first session on which it could hold, \(first); give a later date"
        case .tooLong(let day, let latest, let days):
            "the override would end on \(day); it may hold for \(days) days, until \(latest)"
        case .secondPersonMissing(let share, let computed):
            "\(GateWords.percent(share)) goes past a hard limit, after which the rules allow "
                + "\(GateWords.percent(computed)); name a second person who decides with you"
        case .samePersonTwice(let person):
            "\(person) is named twice; the second person must be somebody else"
        case .killSwitchEngaged:
            "the kill switch is engaged, and nothing is traded whatever the share; release it first"
        }
    }
}
