/// The difference of two Sharpe ratios of returns on the same days.
public enum SharpeDifference {
    /// First − second, annual. Undefined where either ratio is.
    static func figure(_ first: Returns, _ second: Returns, _ year: Annualization, minimum: Int) -> Figure {
        let (ratio, base) = (first.sharpe(year, minimum: minimum), second.sharpe(year, minimum: minimum))
        guard let baseValue = base.value else { return ratio.value == nil ? ratio : base }
        return ratio.map { $0 - baseValue }
    }

    /// The difference on the days at resampled positions; nil where either ratio is undefined there. Whole days are drawn,
    /// so that both series keep their dependence on one another and over time.
    ///
    /// Source: the resampling of pairs, Ledoit and Wolf, "Robust Performance Hypothesis Testing with the Sharpe Ratio",
    /// Journal of Empirical Finance 15 (2008), here for percentile instead of studentised ends.
    static func resampled(_ first: [Double], _ second: [Double], _ year: Annualization) -> ([Int]) -> Double? {
        precondition(first.count == second.count, "\(first.count) returns paired with \(second.count)")
        return { positions in
            guard let new = Moments(positions.map { first[$0] }).ratio(minimum: 2).value,
                let old = Moments(positions.map { second[$0] }).ratio(minimum: 2).value
            else { return nil }
            return (new - old) * year.rootOfYear
        }
    }
}
