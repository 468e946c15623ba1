internal import Dates

/// Which expirations of a symbol are listed: a simple rule in the manner of today's cycles.
///
/// Fridays up to ``weeklyDays`` ahead and the next monthly (third Friday) beyond them; with ``hasMidweek`` Mondays and
/// Wednesdays up to ``midweekDays`` ahead as well. An expiration on a holiday moves to the session before. Weekly
/// expirations are listed throughout, although the real ones began in 2010 and the midweek ones in 2016.
public struct ExpirationCycle: Codable, Hashable, Sendable {
    /// Calendar days ahead up to which each Friday is listed.
    public var weeklyDays = 52
    /// Whether Mondays and Wednesdays are listed.
    public var hasMidweek = false
    /// Calendar days ahead up to which they are.
    public var midweekDays = 9

    /// Fridays and a monthly.
    public init() {}

    /// Fridays, a monthly and, if asked for, Mondays and Wednesdays.
    public init(hasMidweek: Bool) {
        self.hasMidweek = hasMidweek
    }

    /// The most calendar days from a session to an expiration listed on it.
    static let longest = 98

    /// The expirations listed on a session, its own included, ascending.
    func expirations(on day: Day, calendar: TradingCalendar) throws(CalendarError) -> [Day] {
        var listed: [Day] = []
        var hasMonthly = false
        for ahead in 0...ExpirationCycle.longest {
            let nominal = day.adding(ahead)
            switch nominal.weekday {
            case .friday:
                let isMonthly = (15...21).contains(nominal.dayOfMonth)
                guard ahead <= weeklyDays || (isMonthly && !hasMonthly) else { continue }
                hasMonthly = ahead > weeklyDays
            case .monday, .wednesday:
                guard hasMidweek, ahead <= midweekDays else { continue }
            default: continue
            }
            let expiration =
                try calendar.isSession(nominal) ? nominal : calendar.previous(before: nominal)
            if expiration >= day, listed.last != expiration { listed.append(expiration) }
        }
        return listed
    }
}
