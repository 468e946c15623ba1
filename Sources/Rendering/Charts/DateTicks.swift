internal import Dates

/// The ticks of a time axis: days, Mondays, or firsts of months or years, whichever fit.
struct DateTicks {
    /// One tick.
    struct Tick: Equatable {
        /// Where it stands.
        let day: Day
        /// Said below it, as `6 Jul`, `Jul` or `2026`.
        let label: String
        /// The year, said below the first tick and where it changes.
        let year: String?
    }

    /// The ticks, from early to late.
    let ticks: [Tick]

    /// Ticks from one day to another, at most about this many.
    init(from first: Day, to last: Day, atMost count: Int) {
        let length = max(first.days(to: last), 0)
        let days: [Day]
        let style: Style
        if let step = [1, 2].first(where: { length / $0 < count }) {
            days = stride(from: 0, through: length, by: step).map(first.adding)
            style = .day
        } else if let weeks = [1, 2].first(where: { length / ($0 * 7) < count }) {
            let monday = first.adding((7 - Int(first.daysSince1970 + 3).modulo(7)) % 7)
            days = stride(from: 0, through: max(monday.days(to: last), 0), by: weeks * 7).map(monday.adding)
            style = .day
        } else {
            let months = (last.year - first.year) * 12 + last.month - first.month
            let step = [1, 2, 3, 6].first { months / $0 < count } ?? (months / count / 12 + 1) * 12
            days = Self.firstsOfMonths(from: first, to: last, step: step)
            style = step >= 12 ? .year : .month
        }
        var year: Int?
        ticks = days.map { day in
            defer { year = day.year }
            let shown = style != .year && year != day.year ? String(day.year) : nil
            return Tick(day: day, label: style.label(day), year: shown)
        }
    }

    private enum Style {
        case day, month, year

        func label(_ day: Day) -> String {
            switch self {
            case .day: "\(day.dayOfMonth) \(DateTicks.months[day.month - 1])"
            case .month: DateTicks.months[day.month - 1]
            case .year: String(day.year)
            }
        }
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Firsts of every so many months, counted from January.
    private static func firstsOfMonths(from first: Day, to last: Day, step: Int) -> [Day] {
        var result: [Day] = []
        var month = first.year * 12 + first.month - 1
        while true {
            if month.isMultiple(of: step), let day = Day(month / 12, month % 12 + 1, 1), day >= first {
                if day > last { return result }
                result.append(day)
            }
            month += 1
            if month > last.year * 12 + 12 { return result }
        }
    }
}

extension Int {
    /// The remainder from 0 up to a positive divisor.
    fileprivate func modulo(_ divisor: Int) -> Int {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }
}
