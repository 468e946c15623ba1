public import Dates

/// Which runs of a kind the archive should have, so that gaps show: from the earliest that it ever had on.
public struct ExpectedRuns: Hashable, Sendable {
    /// The kind of report.
    public let kind: String
    /// The periods, in order.
    public let periods: [Period]

    /// A run of this kind is expected for each of these periods.
    public init(kind: String, periods: [Period]) {
        self.kind = kind
        self.periods = periods.sorted()
    }

    /// A run is expected for each session.
    public static func nights(_ kind: String, sessions: [Day]) -> ExpectedRuns {
        ExpectedRuns(kind: kind, periods: sessions.map { .day($0) })
    }

    /// A run is expected for each week that has a session.
    public static func weeks(_ kind: String, sessions: [Day]) -> ExpectedRuns {
        ExpectedRuns(kind: kind, periods: Set(sessions.map { ISOWeek(containing: $0) }).map { .week($0) })
    }
}

extension [ExpectedRuns] {
    /// What is expected up to a day and does not stand, by period, then in the order of the expectations. A kind is expected
    /// from its earliest run on; a week is due with its Friday.
    func gaps(in outline: Outline, through day: Day, year: Int? = nil) -> [Gap] {
        let all = enumerated().flatMap { order, expected -> [(order: Int, gap: Gap)] in
            guard let first = outline.firstPeriods[expected.kind] else { return [] }
            return expected.periods
                .filter { $0 > first && $0.lastWeekday <= day && (year == nil || $0.year == year) }
                .filter { outline.currentLine(Series(kind: expected.kind, period: $0)) == nil }
                .map { (order: order, gap: Gap(kind: expected.kind, period: $0)) }
        }
        return all.sorted { ($0.gap.period, $0.order) < ($1.gap.period, $1.order) }.map(\.gap)
    }
}
