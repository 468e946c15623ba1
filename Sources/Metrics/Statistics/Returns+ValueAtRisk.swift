internal import Mathematics

extension Returns {
    /// Historical value at risk of one day: the 5 % quantile of the returns (type 7, linear interpolation), as a signed
    /// fraction, negative for a loss. From 100 observations; below that a 5 % tail is fewer than five days.
    public func valueAtRisk(level: Double = 0.05, minimum: Int = 100) -> Figure {
        guard count > 0 else { return .undefined(.noData, n: 0) }
        guard count >= minimum, let quantile = Sample.quantile(ofSorted: values.sorted(), level) else {
            return .undefined(.tooFew, n: count)
        }
        return .value(quantile, n: count)
    }

    /// Historical expected shortfall of one day: the mean of the returns at or below the value at risk, signed.
    ///
    /// Every one of them counts whole. Acerbi and Tasche weigh those that equal the quantile so that the tail is 5 %
    /// exactly; where many days are equal, as the days without a position, this mean is the milder of the two.
    /// Source: Acerbi and Tasche, "On the Coherence of Expected Shortfall", Journal of Banking & Finance 26 (2002).
    public func expectedShortfall(level: Double = 0.05, minimum: Int = 100) -> Figure {
        let threshold = valueAtRisk(level: level, minimum: minimum)
        return threshold.map { quantile in
            let tail = values.filter { $0 <= quantile }
            // The lowest return always lies at or below a quantile.
            return tail.reduce(0, +) / Double(max(tail.count, 1))
        }
    }
}
