public import Dates

/// A strategy's daily returns: P&L of the day ÷ capital at the previous close, one a session with a result.
///
/// The type says what the numbers are, so that no statistic has to guess whether it was given returns, equity or
/// dollars. Sessions without a result are absent, not zero.
public struct Returns: Hashable, Sendable {
    /// The day before the first return, at whose close wealth was 1; nil for an empty series.
    public let base: Day?
    /// The sessions, ascending.
    public let days: [Day]
    /// Fractions: 0.01 is a gain of one per cent. One a session, all finite.
    public let values: [Double]

    /// A series of returns on ascending days. Returns that are not finite are left out, as days without a result
    /// are. Without a base day the weekday before the first return stands for it.
    public init(base: Day? = nil, days: [Day], values: [Double]) {
        precondition(days.count == values.count, "\(days.count) days for \(values.count) returns")
        precondition(zip(days, days.dropFirst()).allSatisfy { $0 < $1 }, "days of returns must ascend")
        let finite = values.indices.filter { values[$0].isFinite }
        self.days = finite.map { days[$0] }
        self.values = finite.map { values[$0] }
        self.base = base ?? self.days.first.map(Returns.weekday(before:))
    }

    /// Returns on consecutive weekdays, for series whose dates do not matter.
    public init(_ values: [Double], from first: Day = Day(daysSince1970: 4)) {
        var days: [Day] = []
        var day = first
        for _ in values {
            while day.weekday.isWeekend { day = day.adding(1) }
            days.append(day)
            day = day.adding(1)
        }
        self.init(days: days, values: values)
    }

    /// The number of returns.
    public var count: Int { values.count }

    /// The part of the series between two days, both included; its base is the last session before it.
    public func within(_ window: ClosedRange<Day>) -> Returns {
        let first = days.firstIndex { $0 >= window.lowerBound } ?? days.count
        let end = days.firstIndex { $0 > window.upperBound } ?? days.count
        guard first < end else { return Returns(days: [], values: []) }
        return Returns(
            base: first > 0 ? days[first - 1] : base, days: Array(days[first..<end]),
            values: Array(values[first..<end]))
    }

    /// The series less a constant a day, such as a risk-free rate.
    func inExcess(of daily: Double) -> [Double] { values.map { $0 - daily } }

    private static func weekday(before day: Day) -> Day {
        var earlier = day.adding(-1)
        while earlier.weekday.isWeekend { earlier = earlier.adding(-1) }
        return earlier
    }
}
