/// The difference of two Sharpe ratios of returns on the same days.
public enum SharpeDifference {
    /// First − second, annual, with a 95 % percentile interval by the stationary bootstrap of whole days, so that both
    /// series keep their dependence on one another and over time. Undefined where either ratio is.
    ///
    /// Source: the resampling of pairs, Ledoit and Wolf, "Robust Performance Hypothesis Testing with the Sharpe Ratio",
    /// Journal of Empirical Finance 15 (2008), here with percentile instead of studentised ends.
    static func estimate(
        _ first: [Double], _ second: [Double], _ year: Annualization, minimum: Int = 20
    ) -> Estimate {
        precondition(first.count == second.count, "\(first.count) returns paired with \(second.count)")
        let (one, other) = (Returns(first), Returns(second))
        let (ratio, base) = (one.sharpe(year, minimum: minimum), other.sharpe(year, minimum: minimum))
        guard let value = ratio.value else { return Estimate(ratio) }
        guard let baseValue = base.value else { return Estimate(base) }
        let gap = zip(first, second).map { $0 - $1 }
        let block = BlockLength.optimal(for: gap)
        let interval = Bootstrap.stationaryInterval(of: gap, meanBlock: block) { positions in
            guard let new = Moments(positions.map { first[$0] }).ratio(minimum: 2).value,
                let old = Moments(positions.map { second[$0] }).ratio(minimum: 2).value
            else { return nil }
            return (new - old) * year.rootOfYear
        }
        return Estimate(.value(value - baseValue, n: first.count), interval)
    }
}
