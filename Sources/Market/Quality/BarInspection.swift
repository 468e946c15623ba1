internal import Dates
internal import Input

/// One pass over the bars of one symbol.
struct BarInspection {
    let symbol: String
    let calendar: TradingCalendar
    let limits: BarQuality.Limits
    var splits: [Day: Double] = [:]
    var findings: [Finding] = []

    init(symbol: String, calendar: TradingCalendar, limits: BarQuality.Limits) {
        self.symbol = symbol
        self.calendar = calendar
        self.limits = limits
    }

    mutating func inspect(_ bars: [Bar]) {
        guard let first = bars.first else {
            report(.error, "bars.empty", nil, "there is no bar at all")
            return
        }
        var days: Set<Day> = []
        var previous: Bar?
        for bar in bars {
            inspectDay(bar.day, after: previous?.day, isNew: days.insert(bar.day).inserted)
            inspectPrices(bar)
            if let previous, previous.day < bar.day { inspectChange(from: previous, to: bar) }
            if previous == nil || bar.day > (previous?.day ?? bar.day) { previous = bar }
        }
        inspectGaps(days, from: min(first.day, days.min() ?? first.day), through: days.max() ?? first.day)
    }

    private mutating func inspectDay(_ day: Day, after previous: Day?, isNew: Bool) {
        do throws(CalendarError) {
            if try !calendar.isSession(day) {
                report(.error, "bars.non-session", day, "the exchange had no session on this \(day.weekday.name)")
            }
        } catch {
            report(.error, "bars.calendar-end", day, error.description)
        }
        if !isNew {
            report(.error, "bars.duplicate", day, "the day is there twice")
        } else if let previous, day < previous {
            report(.error, "bars.unordered", day, "the day comes after \(previous); sort the file by date")
        }
    }

    private mutating func inspectPrices(_ bar: Bar) {
        for (name, price) in [("open", bar.open), ("high", bar.high), ("low", bar.low), ("close", bar.close)]
        where !(price > 0) {
            report(.error, "bars.price", bar.day, "\(name) is \(price), not above zero")
        }
        if !(bar.low <= bar.high) {
            report(.error, "bars.range", bar.day, "high \(bar.high) is below low \(bar.low)")
        } else {
            for (name, price) in [("open", bar.open), ("close", bar.close)] where price < bar.low || price > bar.high {
                report(
                    .error, "bars.range", bar.day, "\(name) \(price) lies outside low \(bar.low) to high \(bar.high)")
            }
        }
        if limits.expectsVolume, !(bar.volume > 0) {
            report(.warning, "bars.zero-volume", bar.day, "volume is \(bar.volume)")
        }
    }

    private mutating func inspectChange(from previous: Bar, to bar: Bar) {
        guard previous.close > 0, bar.close > 0 else { return }
        let seen = "close went from \(previous.close) to \(bar.close)"
        let isJump = abs(bar.close / previous.close - 1) > limits.jump
        if let ratio = splits[bar.day] {
            let isExplained = abs(bar.close * ratio / previous.close - 1) <= limits.jump
            if isJump, isExplained {
                report(.note, "bars.split", bar.day, "\(seen), explained by the listed split of \(ratio) for 1")
            } else if isJump {
                report(
                    .error, "bars.jump", bar.day, "\(seen), which the listed split of \(ratio) for 1 does not explain")
            } else if !isExplained {
                report(
                    .error, "bars.split-unseen", bar.day,
                    "\(seen) on the day of a split of \(ratio) for 1; use prices that are not adjusted for splits")
            }
        } else if isJump {
            let guess = likelySplit(previous.close / bar.close)
            let remedy =
                guess.map { "looks like a split of \($0); list it in splits.csv" } ?? "no listed split explains it"
            report(.error, "bars.jump", bar.day, "\(seen); \(remedy)")
        }
        if (bar.open, bar.high, bar.low, bar.close) == (previous.open, previous.high, previous.low, previous.close) {
            report(.warning, "bars.stale", bar.day, "all prices equal those of \(previous.day)")
        }
    }

    private mutating func inspectGaps(_ days: Set<Day>, from first: Day, through last: Day) {
        let from = max(first, calendar.coverage.lowerBound)
        let through = min(last, calendar.coverage.upperBound)
        // Days outside of the coverage have been reported already, one by one.
        guard let sessions = try? calendar.sessions(from: from, through: through) else { return }
        for session in sessions where !days.contains(session) {
            report(.error, "bars.gap", session, "the session has no bar")
        }
    }

    private mutating func report(_ severity: Finding.Severity, _ rule: String, _ day: Day?, _ message: String) {
        let subject = day.map { "\(symbol) on \($0)" } ?? symbol
        findings.append(
            Finding(severity: severity, rule: rule, subject: symbol, day: day, message: "\(subject): \(message)"))
    }
}

/// The usual split that a fall or rise by this factor comes close to, such as `2 for 1`; nil where none does.
private func likelySplit(_ factor: Double) -> String? {
    let usual: [(Double, String)] = [
        (1.5, "3 for 2"), (2, "2 for 1"), (3, "3 for 1"), (4, "4 for 1"), (5, "5 for 1"), (10, "10 for 1"),
        (0.5, "1 for 2"), (1.0 / 3, "1 for 3"), (0.25, "1 for 4"), (0.2, "1 for 5"), (0.1, "1 for 10"),
    ]
    return usual.first { abs(factor / $0.0 - 1) < 0.1 }?.1
}
