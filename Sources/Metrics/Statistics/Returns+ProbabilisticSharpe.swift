internal import Mathematics

extension Returns {
    /// The Probabilistic Sharpe Ratio: how probable it is that the true Sharpe ratio exceeds an annual benchmark,
    /// Φ((SR − SR*)·√(n − 1) ÷ √(1 − g₃·SR + (g₄ − 1)/4 · SR²)) in daily ratios. A fraction.
    ///
    /// Source: Bailey and López de Prado (2012), equation 11.
    public func probabilisticSharpe(
        above benchmark: Double, _ year: Annualization = Annualization(), minimum: Int = 20
    ) -> Figure {
        let daily = dailySharpe(year, minimum: minimum)
        guard let ratio = daily.value else { return daily }
        let variance = sharpeVariance(ratio)
        guard variance > 0 else { return .undefined(.noDispersion, n: count) }
        let distance = (ratio - benchmark / year.rootOfYear) * Double(count - 1).squareRoot()
        return .value(Normal.cumulative(distance / variance.squareRoot()), n: count)
    }

    /// The minimum track record length: how many daily returns of this shape it takes for the Sharpe ratio to exceed
    /// an annual benchmark at a level of confidence, 1 + (1 − g₃·SR + (g₄ − 1)/4 · SR²)(z ÷ (SR − SR*))².
    ///
    /// Undefined (`not at this rate`) where the ratio does not exceed the benchmark: no length would do.
    /// Source: Bailey and López de Prado (2012), equation 13.
    public func minimumTrackRecord(
        above benchmark: Double, confidence: Double = 0.95, _ year: Annualization = Annualization(), minimum: Int = 20
    ) -> Figure {
        let daily = dailySharpe(year, minimum: minimum)
        guard let ratio = daily.value else { return daily }
        let excess = ratio - benchmark / year.rootOfYear
        guard excess > 0 else { return .undefined(.unreachable, n: count) }
        let reach = Normal.quantile(confidence) / excess
        return .value(1 + sharpeVariance(ratio) * reach * reach, n: count)
    }
}
