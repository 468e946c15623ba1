/// Exchange time: America/New_York, by the rules of the US Energy Policy Act of 2005 and, before 2007, of the
/// Uniform Time Act as amended in 1986.
///
/// An exchange date is a New York date: a snapshot stamped 01:30 UTC belongs to the evening before.
public enum NewYork {
    /// The New York date at an instant.
    public static func day(at instant: Instant) -> Day {
        instant.adding(seconds: utcOffset(at: instant)).utcDay
    }

    /// New York wall time at an instant, in minutes since midnight.
    public static func minuteOfDay(at instant: Instant) -> Int {
        instant.adding(seconds: utcOffset(at: instant)).secondOfUTCDay / 60
    }

    /// The instant at a New York date and wall time. The hour that is skipped in spring is read as standard time,
    /// the hour that comes twice in autumn as its first passing; no session touches either.
    public static func instant(_ day: Day, hour: Int, minute: Int = 0, second: Int = 0) -> Instant {
        let wall = Instant(utc: day, hour: hour, minute: minute, second: second)
        let summer = wall.adding(seconds: 4 * 3600)
        return utcOffset(at: summer) == -4 * 3600 ? summer : wall.adding(seconds: 5 * 3600)
    }

    /// `2026-07-31 16:00` in New York wall time.
    public static func wallTime(_ instant: Instant) -> String {
        let minute = minuteOfDay(at: instant)
        return "\(day(at: instant).iso) \(padded(minute / 60, 2)):\(padded(minute % 60, 2))"
    }

    /// Seconds east of UTC: −14,400 in summer, −18,000 in winter.
    public static func utcOffset(at instant: Instant) -> Int {
        let year = instant.adding(seconds: -5 * 3600).utcDay.year
        let (first, last) = summerTime(in: year)
        return instant >= first && instant < last ? -4 * 3600 : -5 * 3600
    }

    /// The instants at which summer time begins and ends in a year.
    private static func summerTime(in year: Int) -> (Instant, Instant) {
        let begins: Day
        let ends: Day
        if year >= 2007 {
            begins = sunday(2, of: 3, in: year)
            ends = sunday(1, of: 11, in: year)
        } else {
            begins = sunday(1, of: 4, in: year)
            ends = sunday(1, of: 11, in: year).adding(-7)
        }
        return (Instant(utc: begins, hour: 7), Instant(utc: ends, hour: 6))
    }

    private static func sunday(_ count: Int, of month: Int, in year: Int) -> Day {
        let first = Day(min(max(year, 1), 9999), month, 1) ?? Day(daysSince1970: 0)
        return first.adding(7 - first.weekday.rawValue + 7 * (count - 1))
    }
}
