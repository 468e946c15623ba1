internal import Dates
internal import Input
internal import Ledger
internal import Metrics

/// What each session left, derived from the trades: a day's P&L is the change of what all trades were worth.
extension Month {
    static var records: [SessionRecord] {
        var equity = initialEquity
        return sessions.map { day in
            var record = SessionRecord(day: day)
            record.opened = trades.filter { $0.entryDay == day }.map(\.opened)
            record.closed = trades.filter { $0.exitDay == day }.compactMap(\.closed)
            record.fills =
                trades.filter { $0.entryDay == day }.flatMap { $0.fills(isOpening: true) }
                + trades.filter { $0.exitDay == day }.flatMap { $0.fills(isOpening: false) }
            record.marks = trades.filter { $0.isOpen(atEndOf: day) }.map { $0.positionMark(on: day) }
            record.results = results(on: day, equity: equity)
            let allotted = record.results.filter { $0.allotment == .allotted }
            let before = equity
            equity = allotted.reduce(equity) { $0 + $1.pnl + $1.flow }
            record.snapshots = snapshots(on: day, before: before, equity: equity)
            record.candidates = candidates(on: day)
            record.comparisons = [comparison(on: day)]
            record.market = market(on: day)
            record.findings = findings.filter { $0.day == day }
            return record
        }
    }

    private static func results(on day: Day, equity: Money) -> [DailyResult] {
        let share = share(on: day)
        let part = Money(cents: Int64((Double(equity.cents) * share).rounded()))
        let previous = sessions.last { $0 < day } ?? day.adding(-1)
        return Allotment.allCases.flatMap { allotment in
            StrategyName.allCases.map { strategy in
                let own = trades.filter { $0.strategy == strategy && $0.allotment == allotment }
                func pnl(_ trades: [HeldTrade]) -> Money {
                    trades.reduce(.zero) { $0 + $1.value(atEndOf: day) - $1.value(atEndOf: previous) }
                }
                let isLegacys = strategy == .legacy && allotment == .allotted
                return DailyResult(
                    day: day, strategy: strategy, allotment: allotment,
                    capital: (strategy == .multibook) == (allotment == .allotted) ? part : equity - part,
                    pnl: pnl(own), hedgePnL: pnl(own.filter(\.isHedge)),
                    flow: isLegacys && day == withdrawalDay ? -withdrawal : .zero, share: share)
            }
        }
    }

    /// One at the look; on the last session another at noon, and on 29 July one on which less was known.
    private static func snapshots(on day: Day, before: Money, equity: Money) -> [PortfolioSnapshot] {
        let open = trades.filter { $0.isOpen(atEndOf: day) && $0.allotment == .allotted }
        let marks = open.map { (trade: $0, mark: $0.positionMark(on: day)) }
        // Calls on VIX are of another underlying, and count in theta and risk only.
        let onFunds = marks.filter { !$0.trade.isHedge }.map(\.mark)
        func risk(_ trades: [HeldTrade]) -> Double {
            trades.reduce(Money.zero) { $0 + ($1.opened.maxLoss ?? .zero) }.dollars / before.dollars
        }
        let opened = trades.filter { $0.entryDay == day && $0.allotment == .allotted }
        let isKnown = day != july(29)
        let vega = onFunds.reduce(0) { $0 + $1.vega }
        let rank: Double = (july(27)...july(30)).contains(day) ? 55 : 65
        let isRequired = vega < limits.vega && rank > limits.meanIVRank
        func snapshot(_ time: Instant) -> PortfolioSnapshot {
            PortfolioSnapshot(
                time: time, totalDelta: onFunds.reduce(0) { $0 + $1.delta * $1.spot } / before.dollars,
                totalTheta: marks.reduce(0) { $0 + $1.mark.theta }, totalVega: vega,
                totalGamma: onFunds.reduce(0) { $0 + $1.gamma * $1.spot * $1.spot * 0.01 } / before.dollars,
                dayAtRisk: risk(opened), vix: isKnown ? price("VIX", on: day) : nil,
                hedgeActive: open.contains(where: \.isHedge), openRisk: risk(open), equity: equity,
                meanIVRank: isKnown ? rank : nil, hedgeRequired: isKnown ? isRequired : nil)
        }
        let look = snapshot(look(on: day))
        return day == end ? [snapshot(NewYork.instant(day, hour: 12)), look] : [look]
    }
}
