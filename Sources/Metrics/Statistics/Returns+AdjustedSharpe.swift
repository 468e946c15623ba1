extension Returns {
    /// The autocorrelation of a lag, Σ(x_t − x̄)(x_{t+k} − x̄) ÷ Σ(x_t − x̄)².
    ///
    /// Source: Box and Jenkins, "Time Series Analysis" (1976), equation 2.1.10.
    public func autocorrelation(lag: Int) -> Figure {
        let shape = Moments(values)
        guard count > 0 else { return .undefined(.noData, n: 0) }
        guard lag >= 0, count > lag + 1 else { return .undefined(.tooFew, n: count) }
        guard shape.isDispersed else { return .undefined(.noDispersion, n: count) }
        let deviations = values.map { $0 - shape.mean }
        let whole = deviations.reduce(0) { $0 + $1 * $1 }
        let shifted = zip(deviations, deviations.dropFirst(lag)).reduce(0) { $0 + $1.0 * $1.1 }
        return .value(shifted / whole, n: count)
    }

    /// The annual Sharpe ratio with the scaling that autocorrelated returns ask for: η · SR,
    /// η = 252 ÷ √(252 + 2·Σ_{k=1}^{K} (252 − k)·ρ_k), lags up to K = ⌊n^⅓⌋. Smoothed marks make ρ positive, and √252
    /// then promises too much.
    ///
    /// Source: Lo, "The Statistics of Sharpe Ratios", Financial Analysts Journal 58 (2002), equation 20.
    public func autocorrelationAdjustedSharpe(_ year: Annualization = Annualization(), minimum: Int = 20) -> Figure {
        let daily = dailySharpe(year, minimum: minimum)
        guard daily.value != nil else { return daily }
        let sessions = year.sessionsPerYear
        var lags = 0
        while (lags + 1) * (lags + 1) * (lags + 1) <= count { lags += 1 }
        var weight = sessions
        for lag in 1...max(lags, 1) where Double(lag) < sessions {
            weight += 2 * (sessions - Double(lag)) * (autocorrelation(lag: lag).value ?? 0)
        }
        // Strongly alternating returns can make the estimated variance of a year negative; then there is none.
        guard weight > 0 else { return .undefined(.noDispersion, n: count) }
        return daily.map { $0 * sessions / weight.squareRoot() }
    }
}
