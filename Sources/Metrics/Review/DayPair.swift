internal import Dates
internal import Ledger

/// A session on which both strategies have a result.
struct DayPair: Hashable, Sendable {
    /// One strategy's part of it.
    struct Side: Hashable, Sendable {
        /// P&L of the day, in dollars.
        let pnl: Double
        /// P&L ÷ allotted capital.
        let `return`: Double
        /// The sum of the maximum losses of the positions open at some time of the day, in dollars.
        let atRisk: Double

        /// P&L ÷ capital at risk.
        var onRisk: Double { pnl / atRisk }
    }

    let multibook: Side
    let legacy: Side

    /// The sessions that both have, ascending.
    static func all(_ facts: ReviewFacts) -> [DayPair] {
        let old = sides(.legacy, facts)
        return sides(.multibook, facts).sorted { $0.key < $1.key }.compactMap { day, side in
            old[day].map { DayPair(multibook: side, legacy: $0) }
        }
    }

    private static func sides(_ strategy: StrategyName, _ facts: ReviewFacts) -> [Day: Side] {
        let sleeve = facts.sleeve(strategy)
        let atRisk = CapitalAtRisk.daily(sleeve, facts.input.trades)
        var sides: [Day: Side] = [:]
        for (index, result) in sleeve.results.enumerated() {
            sides[result.day] = Side(
                pnl: result.pnl.dollars, return: result.return ?? 0, atRisk: atRisk[index].dollars)
        }
        return sides
    }
}
