internal import Dates
internal import Metrics

/// Dates, shares and amounts within the gate's sentences.
enum GateWords {
    /// `25 %`, `-12.3 %`; at most one decimal.
    static func percent(_ fraction: Double) -> String { "\(Words.number(fraction * 100)) %" }

    /// `-0.07 %`: two decimals, for what is small.
    static func finePercent(_ fraction: Double) -> String { "\(Words.number(fraction * 100, places: 2)) %" }

    /// `$1,240.50`, `-$3.00`.
    static func dollars(_ amount: Double) -> String {
        let cents = (abs(amount) * 100).rounded()
        let whole = (cents / 100).rounded(.down)
        let fraction = Int(exactly: cents - whole * 100) ?? 0
        let sign = amount < 0 && cents > 0 ? "-" : ""
        return "\(sign)$\(Words.grouped(whole)).\(fraction < 10 ? "0" : "")\(fraction)"
    }

    /// `5 December`; with its year where that is another than today's.
    static func date(_ day: Day, today: Day) -> String { date(day, withYear: day.year != today.year) }

    /// `from 5 December to 8 January`; with both years where one of them is another than today's.
    static func span(_ first: Day, _ last: Day, today: Day) -> String {
        let withYears = first.year != today.year || last.year != today.year
        return "from \(date(first, withYear: withYears)) to \(date(last, withYear: withYears))"
    }

    private static func date(_ day: Day, withYear: Bool) -> String {
        "\(day.dayOfMonth) \(months[day.month - 1])\(withYear ? " \(day.year)" : "")"
    }

    /// `Tuesday 24 November`.
    static func weekday(_ day: Day, today: Day) -> String { "\(day.weekday.name) \(date(day, today: today))" }

    /// `1 session`, `4 sessions`.
    static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    /// `Ada`, `Ada and Grace`.
    static func people(_ first: String, _ second: String?) -> String {
        guard let second, !second.isEmpty else { return first }
        return "\(first) and \(second)"
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
