extension Returns {
    /// The Sharpe ratio, arithmetic and annual: √252 · mean(excess) ÷ sd(excess), sd with n − 1.
    ///
    /// Undefined below `minimum` observations and where the returns do not vary.
    /// Source: Sharpe, "The Sharpe Ratio", Journal of Portfolio Management 21 (1994), equations 3–6.
    public func sharpe(_ year: Annualization = Annualization(), minimum: Int = 20) -> Figure {
        dailySharpe(year, minimum: minimum).map { $0 * year.rootOfYear }
    }

    /// The standard error of the annual Sharpe ratio, √252 · √((1 − g₃·SR + (g₄ − 1)/4 · SR²) ÷ (n − 1)) with the
    /// daily ratio SR and the sample's own skewness and kurtosis.
    ///
    /// Source: Mertens (2002); Bailey and López de Prado, "The Sharpe Ratio Efficient Frontier", Journal of Risk 15
    /// (2012), equation 6. With g₃ = 0 and g₄ = 3 it is equation 9 of Lo (2002).
    public func sharpeStandardError(_ year: Annualization = Annualization(), minimum: Int = 20) -> Figure {
        dailySharpe(year, minimum: minimum).map { ratio in
            (sharpeVariance(ratio) / Double(count - 1)).squareRoot() * year.rootOfYear
        }
    }

    /// The Sharpe ratio with its 95 % interval, ± 1.96 standard errors.
    public func sharpeEstimate(_ year: Annualization = Annualization(), minimum: Int = 20) -> Estimate {
        let ratio = sharpe(year, minimum: minimum)
        guard let value = ratio.value, let error = sharpeStandardError(year, minimum: minimum).value else {
            return Estimate(ratio)
        }
        let reach = normal975 * error
        return Estimate(ratio, Interval(low: value - reach, high: value + reach))
    }

    /// Mean ÷ standard deviation of the daily excess return.
    func dailySharpe(_ year: Annualization, minimum: Int) -> Figure {
        // Constant returns stay constant in excess of a constant; the guard must see the returns themselves.
        if count >= max(minimum, 2), !Moments(values).isDispersed { return .undefined(.noDispersion, n: count) }
        return Moments(inExcess(of: year.dailyRiskFreeRate)).ratio(minimum: minimum)
    }

    /// The asymptotic variance of √(n − 1) · SR for a daily ratio; never negative, as g₄ ≥ g₃² + 1.
    func sharpeVariance(_ ratio: Double) -> Double {
        let shape = Moments(values)
        return max(0, 1 - shape.skewness * ratio + (shape.kurtosis - 1) / 4 * ratio * ratio)
    }
}

/// Φ⁻¹(0.975).
let normal975 = 1.959_963_984_540_054
