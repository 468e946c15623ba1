public import Ledger

/// Counts and sums over closed trades, taken up one at a time. Totals are exact to the cent.
public struct TradeTally: Hashable, Sendable {
    /// Trades with a realised P&L above zero.
    public private(set) var wins = 0
    /// Trades with a realised P&L below zero.
    public private(set) var losses = 0
    /// Trades that ended at exactly zero: scratches, which are in the denominator of the win rate.
    public private(set) var flat = 0
    /// The sum of the winners' P&L.
    public private(set) var gains = Money.zero
    /// The sum of the losers' P&L: zero or negative.
    public private(set) var losing = Money.zero
    /// All fees.
    public private(set) var fees = Money.zero
    /// The lowest realised P&L; nil without trades.
    public private(set) var worst: Money?
    private var cents: [Int64] = []
    private var holdings: [Int32] = []

    /// No trades yet.
    public init() {}

    /// The tally of a sequence of trades.
    public init(_ trades: some Sequence<ClosedTrade>) {
        for trade in trades { add(trade) }
    }

    /// Takes up a trade.
    public mutating func add(_ trade: ClosedTrade) {
        let pnl = trade.pnl
        if pnl > .zero {
            wins += 1
            gains = gains + pnl
        } else if pnl < .zero {
            losses += 1
            losing = losing + pnl
        } else {
            flat += 1
        }
        fees = fees + trade.fees
        worst = worst.map { min($0, pnl) } ?? pnl
        cents.append(pnl.cents)
        holdings.append(Int32(clamping: trade.days))
    }

    /// Closed trades.
    public var count: Int { wins + losses + flat }
    /// The sum of realised P&L, net of fees.
    public var pnl: Money { gains + losing }
    /// Wins among all closed trades, with the Wilson interval.
    public var winRate: Estimate { Proportion(wins, of: count).estimate }
    /// The profit factor, Σ gains ÷ |Σ losses|; undefined without losses.
    public var profitFactor: Figure {
        guard count > 0 else { return .undefined(.noData, n: 0) }
        guard losing < .zero else { return .undefined(.noLosses, n: count) }
        return .value(gains.dollars / -losing.dollars, n: count)
    }
    /// Mean realised P&L a trade, in dollars: the expectancy.
    public var meanPnL: Figure { average { pnl.dollars } }
    /// The expectancy with its 95 % bootstrap interval, in dollars.
    public var expectancy: Estimate {
        Estimate(meanPnL, Bootstrap.meanInterval(cents.map { Double($0) / 100 }))
    }
    /// The median of realised P&L, in dollars.
    public var medianPnL: Figure { median(cents).map { $0 / 100 } }
    /// Mean calendar days from entry to exit.
    public var meanDays: Figure { average { Double(holdings.reduce(into: 0) { $0 += Int($1) }) } }
    /// The median of calendar days from entry to exit.
    public var medianDays: Figure { median(holdings.map(Int64.init)) }

    private func average(_ sum: () -> Double) -> Figure {
        count > 0 ? .value(sum() / Double(count), n: count) : .undefined(.noData, n: 0)
    }

    private func median(_ values: [Int64]) -> Figure {
        guard !values.isEmpty else { return .undefined(.noData, n: 0) }
        let sorted = values.sorted()
        let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
        return .value((Double(low) + Double(high)) / 2, n: values.count)
    }
}
