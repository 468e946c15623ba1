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
        let settings = facts.settings
        let minimum = settings.minimumReturns
        let (new, old) = (pairs.map(\.multibook.return), pairs.map(\.legacy.return))
        let (first, second) = (Returns(new), Returns(old))
        let sharpe = SharpeDifference.estimate(new, old, settings.year, minimum: minimum)
        let atRisk = pairs.filter { $0.multibook.atRisk > .zero && $0.legacy.atRisk > .zero }
        let ahead = Proportion(pairs.count { $0.multibook.return > $0.legacy.return }, of: pairs.count)
        let behind = Proportion(pairs.count { $0.legacy.return > $0.multibook.return }, of: pairs.count)
        rows = [
            Row(
                key: "return-on-risk", measure: "P&L per dollar-day at risk", unit: .percent,
                multibook: StrategyDay.returnOnRisk(pairs.map(\.multibook)),
                legacy: StrategyDay.returnOnRisk(pairs.map(\.legacy)),
                difference: Self.riskDifference(pairs, minimum)),
            Self.means(
                "mean-return-on-risk", "Mean daily return on capital at risk, days with both at risk",
                atRisk.map { $0.multibook.pnl / $0.multibook.atRisk.dollars },
                atRisk.map { $0.legacy.pnl / $0.legacy.atRisk.dollars }, minimum),
            Self.means("mean-return", "Mean daily return on allotted capital", new, old, minimum),
            Row(
                key: "days-ahead", measure: "Days ahead of the other", unit: .percent, multibook: ahead.share,
                legacy: behind.share, difference: Estimate(difference(ahead.share, behind.share))),
            Row(
                key: "sharpe", measure: "Sharpe ratio", unit: .ratio,
                multibook: first.sharpe(settings.year, minimum: minimum),
                legacy: second.sharpe(settings.year, minimum: minimum), difference: sharpe),
            Row(
                key: "total-return", measure: "Total return", unit: .percent, multibook: first.totalReturn,
                legacy: second.totalReturn, difference: Estimate(difference(first.totalReturn, second.totalReturn))),
            Row(
                key: "max-drawdown", measure: "Maximum drawdown", unit: .percent, multibook: first.maxDrawdown,
                legacy: second.maxDrawdown, difference: Estimate(difference(first.maxDrawdown, second.maxDrawdown))),
            Self.anytime(new, old),
        ]
    }

    /// The mean of both and of their difference, with a stationary-bootstrap interval from the minimum of pairs.
    private static func means(
        _ key: String, _ measure: String, _ new: [Double], _ old: [Double], _ minimum: Int
    ) -> Row {
        let gap = zip(new, old).map { $0 - $1 }
        var interval: Interval?
        if gap.count >= minimum {
            interval = Bootstrap.stationaryInterval(of: gap, meanBlock: BlockLength.optimal(for: gap)) { positions in
                positions.reduce(0) { $0 + gap[$1] } / Double(positions.count)
            }
        }
        return Row(
            key: key, measure: measure, unit: .percent, multibook: mean(new), legacy: mean(old),
            difference: Estimate(mean(gap), interval, lacking: .tooFew))
    }

    private static func mean(_ sample: [Double]) -> Figure {
        sample.isEmpty ? .undefined(.noData, n: 0) : .value(Moments(sample).mean, n: sample.count)
    }

    private static func riskDifference(_ pairs: [DayPair], _ minimum: Int) -> Estimate {
        let whole = difference(
            StrategyDay.returnOnRisk(pairs.map(\.multibook)), StrategyDay.returnOnRisk(pairs.map(\.legacy)))
        guard pairs.count >= minimum, whole.value != nil else { return Estimate(whole, lacking: .tooFew) }
        let gap = pairs.map { $0.multibook.return - $0.legacy.return }
        let interval = Bootstrap.stationaryInterval(of: gap, meanBlock: BlockLength.optimal(for: gap)) { positions in
            var (newPnL, newRisk, oldPnL, oldRisk) = (0.0, 0.0, 0.0, 0.0)
            for position in positions {
                newPnL += pairs[position].multibook.pnl
                newRisk += pairs[position].multibook.atRisk.dollars
                oldPnL += pairs[position].legacy.pnl
                oldRisk += pairs[position].legacy.atRisk.dollars
            }
            return newRisk > 0 && oldRisk > 0 ? newPnL / newRisk - oldPnL / oldRisk : nil
        }
        return Estimate(whole, interval, lacking: .tooFew)
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
