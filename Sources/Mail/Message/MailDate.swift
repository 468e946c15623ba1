internal import Dates

/// Moments as mail headers write them (RFC 5322, section 3.3).
enum MailDate {
    /// `Fri, 21 Nov 2025 17:00:00 -0500`, in New York time.
    static func text(_ instant: Instant) -> String {
        let offset = NewYork.utcOffset(at: instant)
        let local = instant.adding(seconds: offset)
        let (year, month, day) = local.utcDay.components
        let second = local.secondOfUTCDay
        let time = [second / 3600, second / 60 % 60, second % 60].map(twoDigits).joined(separator: ":")
        let zone = "\(offset < 0 ? "-" : "+")\(twoDigits(abs(offset) / 3600))\(twoDigits(abs(offset) / 60 % 60))"
        return "\(local.utcDay.weekday.name.prefix(3)), \(twoDigits(day)) \(months[month - 1]) \(year) \(time) \(zone)"
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
