extension Returns {
    /// The Sortino ratio, annual: √252 · mean(excess) ÷ √(Σ min(excess, 0)² ÷ n) over all n observations.
    ///
    /// Undefined below `minimum` observations and without a day below the risk-free rate.
    /// Source: Sortino and van der Meer, "Downside Risk", Journal of Portfolio Management 17 (1991); Sortino and
    /// Price (1994), downside deviation over the whole sample.
    public func sortino(_ year: Annualization = Annualization(), minimum: Int = 20) -> Figure {
        guard count > 0 else { return .undefined(.noData, n: 0) }
        guard count >= minimum else { return .undefined(.tooFew, n: count) }
        let excess = inExcess(of: year.dailyRiskFreeRate)
        let downside = (excess.reduce(0) { $0 + min($1, 0) * min($1, 0) } / Double(count)).squareRoot()
        guard downside > 0 else { return .undefined(.noLosses, n: count) }
        return .value(Moments(excess).mean / downside * year.rootOfYear, n: count)
    }
}
