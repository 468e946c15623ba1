internal import Dates
internal import Ledger

/// A session on which both strategies have a result.
public struct DayPair: Hashable, Sendable {
    /// MULTIBOOK's part of it.
    public let multibook: StrategyDay
    /// LEGACY's part of it.
    public let legacy: StrategyDay

    /// A session of both.
    public init(multibook: StrategyDay, legacy: StrategyDay) {
        precondition(multibook.day == legacy.day, "\(multibook.day) is paired with \(legacy.day)")
        self.multibook = multibook
        self.legacy = legacy
    }

    /// The sessions that two ascending series share, ascending.
    public static func pairs(_ multibook: [StrategyDay], _ legacy: [StrategyDay]) -> [DayPair] {
        var pairs: [DayPair] = []
        pairs.reserveCapacity(min(multibook.count, legacy.count))
        var (index, other) = (0, 0)
        while index < multibook.count, other < legacy.count {
            let (day, otherDay) = (multibook[index].day, legacy[other].day)
            if day == otherDay { pairs.append(DayPair(multibook: multibook[index], legacy: legacy[other])) }
            if day <= otherDay { index += 1 }
            if otherDay <= day { other += 1 }
        }
        return pairs
    }

    /// The sessions that both have, ascending.
    static func all(_ facts: ReviewFacts) -> [DayPair] {
        pairs(StrategyDay.all(.multibook, facts), StrategyDay.all(.legacy, facts))
    }
}
