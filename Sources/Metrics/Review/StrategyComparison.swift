internal import Dates
internal import Ledger

/// The new strategy against the old, paired by day.
public struct StrategyComparison: Hashable, Sendable {
    /// One measure of both.
    public struct Row: Hashable, Sendable {
        /// A stable identifier, such as `mean-return`.
        public let key: String
        /// What a reader calls it.
        public let measure: String
        /// What the values are measured in.
        public let unit: Unit
        /// MULTIBOOK's value.
        public let multibook: Figure
        /// LEGACY's value.
        public let legacy: Figure
        /// MULTIBOOK − LEGACY with its 95 % interval; n counts the pairs.
        public let difference: Estimate
    }

    /// Measures, in a fixed order.
    public let rows: [Row]

    init(_ facts: ReviewFacts) {
        let pairs = DayPair.all(facts)
        let (year, minimum) = (facts.settings.year, facts.settings.minimumReturns)
        let (new, old) = (pairs.map(\.multibook), pairs.map(\.legacy))
        let (newReturns, oldReturns) = (new.map(\.return), old.map(\.return))
        let (first, second) = (Returns(newReturns), Returns(oldReturns))
        let gap = zip(newReturns, oldReturns).map { $0 - $1 }
        // What is told of the same days is told from the same resamples of them.
        let intervals = Self.intervals(
            of: gap, minimum, Self.meanOf(gap), Self.riskDifference(new, old),
            SharpeDifference.resampled(newReturns, oldReturns, year))
        let atRisk = pairs.filter { $0.multibook.atRisk > .zero && $0.legacy.atRisk > .zero }
        let (newOnRisk, oldOnRisk) = (atRisk.map { $0.multibook.onRisk }, atRisk.map { $0.legacy.onRisk })
        let onRisk = zip(newOnRisk, oldOnRisk).map { $0 - $1 }
        let ahead = Proportion(pairs.count { $0.multibook.return > $0.legacy.return }, of: pairs.count)
        let behind = Proportion(pairs.count { $0.legacy.return > $0.multibook.return }, of: pairs.count)
        let (newRisk, oldRisk) = (StrategyDay.returnOnRisk(new), StrategyDay.returnOnRisk(old))
        rows = [
            Row(
                key: "return-on-risk", measure: "P&L per dollar-day at risk", unit: .percent,
                multibook: newRisk, legacy: oldRisk,
                difference: Estimate(difference(newRisk, oldRisk), intervals[1], lacking: .tooFew)),
            Row(
                key: "mean-return-on-risk", measure: "Mean daily return on capital at risk, days with both at risk",
                unit: .percent, multibook: Self.mean(newOnRisk), legacy: Self.mean(oldOnRisk),
                difference: Estimate(
                    Self.mean(onRisk), Self.intervals(of: onRisk, minimum, Self.meanOf(onRisk))[0], lacking: .tooFew)),
            Row(
                key: "mean-return", measure: "Mean daily return on allotted capital", unit: .percent,
                multibook: Self.mean(newReturns), legacy: Self.mean(oldReturns),
                difference: Estimate(Self.mean(gap), intervals[0], lacking: .tooFew)),
            Row(
                key: "days-ahead", measure: "Days ahead of the other", unit: .percent, multibook: ahead.share,
                legacy: behind.share, difference: Estimate(difference(ahead.share, behind.share))),
            Row(
                key: "sharpe", measure: "Sharpe ratio", unit: .ratio,
                multibook: first.sharpe(year, minimum: minimum), legacy: second.sharpe(year, minimum: minimum),
                difference: Estimate(
                    SharpeDifference.figure(first, second, year, minimum: minimum), intervals[2])),
            Row(
                key: "total-return", measure: "Total return", unit: .percent, multibook: first.totalReturn,
                legacy: second.totalReturn, difference: Estimate(difference(first.totalReturn, second.totalReturn))),
            Row(
                key: "max-drawdown", measure: "Maximum drawdown", unit: .percent, multibook: first.maxDrawdown,
                legacy: second.maxDrawdown, difference: Estimate(difference(first.maxDrawdown, second.maxDrawdown))),
            Self.anytime(newReturns, oldReturns),
        ]
    }

    /// Stationary-bootstrap intervals of statistics of a series of differences; nil below the minimum of pairs.
    private static func intervals(
        of gap: [Double], _ minimum: Int, _ statistics: (([Int]) -> Double?)...
    ) -> [Interval?] {
        guard gap.count >= minimum else { return statistics.map { _ in nil } }
        return Bootstrap.stationaryIntervals(of: gap, meanBlock: BlockLength.optimal(for: gap), statistics)
    }

    private static func meanOf(_ series: [Double]) -> ([Int]) -> Double? {
        { positions in positions.reduce(0) { $0 + series[$1] } / Double(positions.count) }
    }

    private static func riskDifference(_ new: [StrategyDay], _ old: [StrategyDay]) -> ([Int]) -> Double? {
        let new = new.map { (pnl: $0.pnl, risk: $0.atRisk.dollars) }
        let old = old.map { (pnl: $0.pnl, risk: $0.atRisk.dollars) }
        return { positions in
            var (newPnL, newRisk, oldPnL, oldRisk) = (0.0, 0.0, 0.0, 0.0)
            for position in positions {
                newPnL += new[position].pnl
                newRisk += new[position].risk
                oldPnL += old[position].pnl
                oldRisk += old[position].risk
            }
            return newRisk > 0 && oldRisk > 0 ? newPnL / newRisk - oldPnL / oldRisk : nil
        }
    }

    private static func mean(_ sample: [Double]) -> Figure {
        sample.isEmpty ? .undefined(.noData, n: 0) : .value(Moments(sample).mean, n: sample.count)
    }

    /// The mean of five-session sums with the lower bound of the difference that holds at every weekly look.
    private static func anytime(_ new: [Double], _ old: [Double]) -> Row {
        func sums(_ returns: [Double]) -> [Double] {
            (0..<returns.count / 5).map { returns[$0 * 5..<$0 * 5 + 5].reduce(0, +) }
        }
        let gaps = sums(zip(new, old).map { $0 - $1 })
        let bound = ConfidenceSequence.lowerBound(ofMeanOf: gaps)
        return Row(
            key: "mean-week", measure: "Mean five-session return, lower bound valid at every look", unit: .percent,
            multibook: mean(sums(new)), legacy: mean(sums(old)),
            difference: Estimate(
                mean(gaps), bound.value.map { Interval(low: $0, high: .infinity) }, lacking: bound.reason))
    }

    static let definition = DatasetDefinition(
        "comparison", "MULTIBOOK against LEGACY on the sessions that both have, one row a measure",
        [
            .init("measure", .text, "The measure"),
            .init("multibook", .ratio, "MULTIBOOK's value, in the row's own unit"),
            .init("legacy", .ratio, "LEGACY's value"),
            .init("difference", .ratio, "MULTIBOOK less LEGACY"),
            .init("low", .ratio, "Lower end of the 95 % interval of the difference; null where there is none"),
            .init("high", .ratio, "Upper end of it; null where there is none, or where only a lower bound is claimed"),
            .init("n", .count, "Pairs of sessions (of five-session sums in the last row)"),
            .init("unit", .text, "What the row is measured in: percent or ratio"),
            .init("key", .text, "A stable identifier of the measure"),
        ])

    var dataset: Dataset {
        Self.definition.dataset(
            rows.map { row in
                [
                    .text(row.measure), Value(row.multibook), Value(row.legacy), Value(row.difference.figure),
                    row.difference.low, row.difference.high, .integer(row.difference.figure.n),
                    .text(row.unit.rawValue), .text(row.key),
                ]
            })
    }
}

/// The difference of two figures; the reason of the first that is undefined.
private func difference(_ one: Figure, _ other: Figure) -> Figure {
    guard let base = other.value else { return one.value == nil ? one : other }
    return one.map { $0 - base }
}
