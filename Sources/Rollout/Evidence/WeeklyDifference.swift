internal import Ledger
internal import Metrics

/// MULTIBOOK less LEGACY, per dollar of capital at risk, in sums of five sessions: smoothed marks make neighbouring days
/// alike, and sums of five hardly.
enum WeeklyDifference {
    /// Sessions in a sum.
    static let length = 5

    /// The sums in order of time. The last one, of fewer sessions, is left out unless asked for.
    static func sums(_ pairs: some Collection<DayPair>, withLast: Bool = false) -> [Double] {
        let multibook = returns(pairs.lazy.map(\.multibook))
        let legacy = returns(pairs.lazy.map(\.legacy))
        let count = withLast ? (pairs.count + length - 1) / length : pairs.count / length
        return (0..<count).map { week in
            var sum = 0.0
            for day in week * length..<min((week + 1) * length, pairs.count) { sum += multibook[day] - legacy[day] }
            return sum
        }
    }

    /// P&L ÷ capital at risk of each session. Nothing at risk earns nothing; P&L without capital at risk, as a hedge
    /// alone makes it, counts with the next session that has some, so that no dollar is lost.
    private static func returns(_ days: some Sequence<StrategyDay>) -> [Double] {
        var carried = Money.zero
        return days.map { day in
            let pnl = day.result.pnl + carried
            guard day.atRisk > .zero else {
                carried = pnl
                return 0
            }
            carried = .zero
            return pnl.dollars / day.atRisk.dollars
        }
    }
}
