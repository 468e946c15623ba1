internal import Dates
internal import Mathematics

extension Returns {
    /// Wealth at the close of the base day (1) and of each session, compounded.
    ///
    /// A day that loses the whole capital or more ends the path at zero: after it no return is defined, and what was
    /// lost beyond the capital shows in dollars only.
    public var wealth: [Double] {
        var path = [1.0]
        path.reserveCapacity(count + 1)
        for value in values {
            let next = (path.last ?? 1) * (1 + value)
            guard next > 0 else { return path + [0] }
            path.append(next)
        }
        return path
    }

    /// Whether the whole capital was lost on some day.
    public var isRuined: Bool { wealth.last == 0 }

    /// The compounded return of the whole series, as a fraction: −1 where the capital is gone.
    public var totalReturn: Figure {
        guard count > 0, let last = wealth.last else { return .undefined(.noData, n: 0) }
        return .value(last - 1, n: count)
    }

    /// The compound annual growth rate, wealth^(365.25 ÷ days) − 1 over calendar days from the base day to the last
    /// return. Undefined for a span under 90 days, which says nothing about a year, and once the capital is gone.
    public func annualizedReturn(minimumDays: Int = 90) -> Figure {
        guard let base, let end = days.last, let last = wealth.last else { return .undefined(.noData, n: 0) }
        guard last > 0 else { return .undefined(.ruined, n: count) }
        let span = base.days(to: end)
        guard span >= max(minimumDays, 1) else { return .undefined(.tooShort, n: count) }
        return .value(Elementary.pow(last, 365.25 / Double(span)) - 1, n: count)
    }
}
