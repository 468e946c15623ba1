extension Returns {
    /// The Calmar ratio: compound annual growth ÷ |maximum drawdown|, both of the same series.
    ///
    /// Undefined under 90 calendar days, without a drawdown, and once the capital is gone.
    /// Source: Young, "Calmar Ratio: A Smoother Tool", Futures (October 1991).
    public func calmar(minimumDays: Int = 90) -> Figure {
        let growth = annualizedReturn(minimumDays: minimumDays)
        guard let rate = growth.value else { return growth }
        guard let depth = maxDrawdown.value, depth < 0 else { return .undefined(.noDrawdown, n: count) }
        return .value(rate / -depth, n: count)
    }
}
